/// Finds the concepts that the words of a class, id, role or itemprop spell, in one pass.
///
/// Words are cut at separators and at camel-case humps. In the data file a pattern is a whole word
/// or words; `*` opens an end, and a leading `=` wants the whole name between spaces.
struct ConceptMatcher: Sendable {
  private struct Pattern: Sendable {
    var concepts: ConceptSet
    var opensAtStart = false
    var opensAtEnd = false
    var isWholeName = false
    var length = 0
  }

  static let markup = ConceptMatcher(EmbeddedTable.markupConcepts)

  private static let separator: UInt8 = 0
  private static let space: UInt8 = 27
  private static let digit: UInt8 = 28
  private let patterns: [Pattern]
  private let automaton: PatternAutomaton

  /// Reads rows of concept, language, pattern.
  init(_ rows: [[String]]) {
    var patterns: [Pattern] = []
    var symbols: [[UInt8]] = []
    for row in rows where row.count >= 2 {
      guard let concept = ConceptSet(name: row[0]) else { continue }
      for word in row[row.count - 1].split(separator: " ") {
        var word = word
        var pattern = Pattern(concepts: concept)
        if word.hasPrefix("=") {
          pattern.isWholeName = true
          word = word.dropFirst()
        }
        if word.hasPrefix("*") {
          pattern.opensAtStart = true
          word = word.dropFirst()
        }
        if word.hasSuffix("*") {
          pattern.opensAtEnd = true
          word = word.dropLast()
        }
        let spelled = word.utf8.map { Self.symbol($0) }
        pattern.length = spelled.count
        patterns.append(pattern)
        symbols.append(spelled)
      }
    }
    self.patterns = patterns
    automaton = PatternAutomaton(symbols, alphabet: 29)
  }

  private static func symbol(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x61...0x7A: byte - 0x60
    case 0x41...0x5A: byte - 0x40
    case 0x30...0x39: digit
    case 0...0x20: space
    default: separator
    }
  }

  /// Names that blog programs make from the topic of a post say nothing of the element.
  private static let topicPrefixes = ["category-", "tag-", "has-", "with-", "no-", "term-"].map {
    Array($0.utf8)
  }

  private static let startsTopic: [Bool] = (0...255).map { byte in
    topicPrefixes.contains { $0[0] == UInt8(byte) }
  }

  /// The end of a name that starts with such a prefix, or `start`.
  private static func endOfTopic(_ name: Span<UInt8>, from start: Int) -> Int {
    guard startsTopic[Int(name[start])] else { return start }
    for prefix in topicPrefixes where start + prefix.count < name.count {
      var offset = 0
      while offset < prefix.count, name[start + offset] == prefix[offset] { offset += 1 }
      guard offset == prefix.count else { continue }
      var end = start
      while end < name.count, name[end] > 0x20 { end += 1 }
      return end
    }
    return start
  }

  /// Adds the concepts that `name` spells.
  func match(_ name: Span<UInt8>, into concepts: inout ConceptSet) {
    var state = automaton.step(0, Self.space)
    var history = History()
    history.push(Self.space)
    let count = min(name.count, 1024)
    var previous: UInt8 = 0x20
    var skipped = 0
    for index in 0..<count {
      let byte = name[index]
      if index < skipped { continue }
      if previous <= 0x20 {
        skipped = Self.endOfTopic(name, from: index)
        if skipped > index { continue }
      }
      let symbol = Self.symbol(byte)
      let isHump = (0x41...0x5A).contains(byte) && (0x61...0x7A).contains(previous)
      if isHump {
        state = automaton.step(state, Self.separator)
        history.push(Self.separator)
      }
      previous = byte
      if symbol == Self.separator, history.last == Self.separator { continue }
      state = automaton.step(state, symbol)
      history.push(symbol)
      guard automaton.hasOutput(state) else { continue }
      let following = index + 1 < count ? Self.symbol(name[index + 1]) : Self.space
      let endsWord =
        following == Self.separator || following == Self.space || following == Self.digit
        || (index + 1 < count && (0x41...0x5A).contains(name[index + 1])
          && (0x61...0x7A).contains(byte))
      automaton.forEachOutput(state) { number in
        let pattern = patterns[number]
        let before = history.symbol(before: pattern.length)
        let startsWord = before == Self.separator || before == Self.space || before == Self.digit
        guard pattern.opensAtStart || startsWord, pattern.opensAtEnd || endsWord else { return }
        if pattern.isWholeName, before != Self.space || following != Self.space { return }
        concepts.formUnion(pattern.concepts)
      }
    }
  }

  /// The last symbols seen.
  private struct History {
    private var ring: InlineArray<64, UInt8> = .init(repeating: 27)
    private var count = 0

    mutating func push(_ symbol: UInt8) {
      ring[count & 63] = symbol
      count += 1
    }

    var last: UInt8 { ring[(count - 1) & 63] }

    /// The symbol that stands before the last `length` ones.
    func symbol(before length: Int) -> UInt8 {
      let index = count - 1 - length
      return index < 0 || length > 60 ? 27 : ring[index & 63]
    }
  }
}
