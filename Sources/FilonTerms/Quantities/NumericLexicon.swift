internal import CFilonTermsData
internal import FilonCore

/// The words that the recognisers of quantities and dates know in one language, as a frozen trie
/// over folded words.
///
/// Hyphens inside phrases count as spaces, so "quatre-vingt" and "week end" need one entry each.
final class NumericLexicon: Sendable {
  /// One meaning of a word or phrase.
  struct Sense: Sendable {
    /// What it means.
    var category: NumericCategory
    /// Its number: the value of a cardinal, the factor of a currency, the number of a month.
    var value: Double
    /// Index of its code (unit, currency, operator) in ``NumericLexicon/strings``.
    var code: UInt16
    /// Index of its dimension in ``NumericLexicon/strings``.
    var dimension: UInt16
    /// Index of the spelling that the text must have exactly, or -1.
    var exact: Int32
    /// Whether it holds only when no white space precedes it.
    var glued: Bool
    /// Whether the form is a single letter.
    var isLetter: Bool
  }

  /// Codes and dimensions of all senses.
  let strings: [String]
  /// Exact spellings, for forms that keep their case.
  let spellings: [[UInt8]]
  let senses: [Sense]
  /// First sense and number of senses of each node.
  let senseRange: [(start: Int32, count: Int32)]
  /// The categories that phrases through each node can have.
  let mask: [UInt128]
  /// The categories of the phrases that end at each node.
  let ownMask: [UInt128]
  private let keys: [UInt64]
  private let children: [Int32]
  private let bucketMask: Int

  /// The node that `hash` leads to from `node`, 0 when there is none.
  @inline(__always)
  func child(of node: Int32, _ hash: UInt64) -> Int32 {
    let key = Self.key(node, hash)
    var slot = Int(truncatingIfNeeded: key >> 20) & bucketMask
    while true {
      let found = keys[slot]
      if found == key { return children[slot] }
      if found == 0 { return 0 }
      slot = (slot + 1) & bucketMask
    }
  }

  private static func key(_ node: Int32, _ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ (UInt64(UInt32(bitPattern: node)) &* 0xD6E8_FEB8_6659_FD93))
    let key = (mixed ^ (mixed >> 29)) &* 0x94D0_49BB_1331_11EB
    return key == 0 ? 1 : key
  }

  /// The lexicon of a language: French, English, or what both share.
  static func forLanguage(_ language: String) -> NumericLexicon {
    if language.hasPrefix("fr") { return french }
    if language.hasPrefix("en") { return english }
    return neutral
  }

  /// French words.
  static let french = NumericLexicon(NumericTable.all, columns: .french)
  /// English words.
  static let english = NumericLexicon(NumericTable.all, columns: .english)
  /// Symbols and words that French and English share, for every other language.
  static let neutral = NumericLexicon(NumericTable.all, columns: .shared)

  private init(_ tables: [NumericTable], columns: NumericTable.Columns) {
    var edges: [UInt64: Int32] = [:]
    var nodes: [[Sense]] = [[]]
    var strings = [""]
    var spellings: [[UInt8]] = []
    var mask: [UInt128] = [0]
    var index: [String: UInt16] = ["": 0]
    func intern(_ text: String, _ strings: inout [String]) -> UInt16 {
      if let known = index[text] { return known }
      let next = UInt16(strings.count)
      index[text] = next
      strings.append(text)
      return next
    }
    for table in tables {
      for entry in table.entries(columns) {
        for form in entry.forms {
          var exact: Int32 = -1
          var text = Substring(form)
          let glued = text.hasPrefix("&")
          if glued { text = text.dropFirst() }
          if text.hasPrefix("="), text.count > 1, text.dropFirst().first?.isLetter == true {
            text = text.dropFirst()
            exact = Int32(spellings.count)
            spellings.append(Array(text.utf8))
          }
          let path = Self.path(String(text))
          guard !path.isEmpty else { continue }
          var node: Int32 = 0
          mask[0] |= entry.category.bit
          for hash in path {
            let key = Self.key(node, hash)
            if let next = edges[key] {
              node = next
            } else {
              let next = Int32(nodes.count)
              edges[key] = next
              nodes.append([])
              mask.append(0)
              node = next
            }
            mask[Int(node)] |= entry.category.bit
          }
          nodes[Int(node)].append(
            Sense(
              category: entry.category, value: entry.value,
              code: intern(entry.code, &strings),
              dimension: intern(entry.dimension, &strings), exact: exact, glued: glued,
              isLetter: text.utf8.count == 1 && text.first?.isLetter == true))
        }
      }
    }
    var size = 1024
    while size < edges.count * 3 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var children = [Int32](repeating: 0, count: size)
    for (key, node) in edges.sorted(by: { $0.value < $1.value }) {
      var slot = Int(truncatingIfNeeded: key >> 20) & (size - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
      keys[slot] = key
      children[slot] = node
    }
    var senses: [Sense] = []
    var senseRange: [(start: Int32, count: Int32)] = []
    for node in nodes {
      senseRange.append((Int32(senses.count), Int32(node.count)))
      senses += node
    }
    self.strings = strings
    self.spellings = spellings
    self.mask = mask
    self.senses = senses
    self.senseRange = senseRange
    ownMask = nodes.map { node in node.reduce(0) { $0 | $1.category.bit } }
    self.keys = keys
    self.children = children
    bucketMask = size - 1
  }

  /// The hashes of a form's words, hyphens left out unless the form is nothing else.
  private static func path(_ form: String) -> [UInt64] {
    var lexemes: [NumericLexeme] = []
    Array(form.utf8).withUnsafeBufferPointer {
      NumericLexer.append($0, range: 0..<$0.count, to: &lexemes)
    }
    let words = lexemes.filter { $0.symbol != 0x2D }
    return (words.isEmpty ? lexemes : words).map(\.hash)
  }
}
