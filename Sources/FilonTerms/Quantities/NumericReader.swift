internal import FilonCore

/// The lexemes of a text with the lexicon of its language: what the grammars of quantities and
/// dates read from.
final class NumericReader {
  /// A sense found in the text and the lexeme after it.
  struct Match {
    var sense: NumericLexicon.Sense
    var end: Int
  }

  /// Which decimal and thousands marks the language uses.
  enum DigitStyle { case french, english, neutral }

  let bytes: UnsafeBufferPointer<UInt8>
  let lexicon: NumericLexicon
  let style: DigitStyle
  private let lexemes: [NumericLexeme]
  /// The categories of each lexeme by themselves: most questions of the grammars end there.
  private let masks: [UInt128]
  /// Number of lexemes.
  let count: Int

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, language: String, within: [TextRange]
  ) {
    self.bytes = bytes
    lexicon = NumericLexicon.forLanguage(language)
    style = language.hasPrefix("fr") ? .french : language.hasPrefix("en") ? .english : .neutral
    var lexemes: [NumericLexeme] = []
    if within.isEmpty {
      lexemes.reserveCapacity(bytes.count / 5 + 8)
      NumericLexer.append(bytes, range: 0..<bytes.count, to: &lexemes)
    } else {
      for range in within {
        let start = min(Int(range.start), bytes.count)
        let end = min(max(Int(range.end), start), bytes.count)
        NumericLexer.append(bytes, range: start..<end, to: &lexemes)
        lexemes.append(Self.stop(end))
      }
    }
    Self.mark(&lexemes, lexicon)
    count = lexemes.count
    // Three stops behind the last lexeme let the grammars look ahead without asking for the end.
    for _ in 0..<4 { lexemes.append(Self.stop(bytes.count)) }
    self.lexemes = lexemes
    masks = lexemes.map(\.mask)
  }

  /// Finds, for every lexeme, the categories of the phrases that start there.
  private static func mark(_ lexemes: inout [NumericLexeme], _ lexicon: NumericLexicon) {
    let end = lexemes.count
    for index in 0..<end where lexemes[index].kind != .stop {
      let first = lexicon.child(of: 0, lexemes[index].hash)
      guard first != 0 else { continue }
      lexemes[index].node = first
      var node = first
      var next = index + 1
      var mask: UInt128 = 0
      while true {
        mask |= lexicon.ownMask[Int(node)]
        guard lexicon.mask[Int(node)] & ~mask != 0, next < end else { break }
        if lexemes[next].symbol == 0x2D, next + 1 < end, lexemes[next + 1].kind == .word {
          next += 1
        }
        guard lexemes[next].kind != .stop else { break }
        node = lexicon.child(of: node, lexemes[next].hash)
        guard node != 0 else { break }
        next += 1
      }
      lexemes[index].mask = mask
    }
  }

  private static func stop(_ offset: Int) -> NumericLexeme {
    NumericLexeme(
      start: Int32(offset), end: Int32(offset), kind: .stop, spaced: true, singleSpace: false,
      capital: false, symbol: 0x0A, hash: 0, value: 0, mask: 0, node: 0)
  }

  /// The lexeme at `index`; past the end a stop.
  @inline(__always)
  subscript(index: Int) -> NumericLexeme {
    lexemes[min(max(index, 0), lexemes.count - 1)]
  }

  /// The scalar of a symbol, 0 for anything else.
  @inline(__always)
  func symbol(_ index: Int) -> UInt32 {
    let lexeme = self[index]
    return lexeme.kind == .symbol ? lexeme.symbol : 0
  }

  /// Whether the lexeme is this ASCII symbol.
  @inline(__always)
  func isSymbol(_ index: Int, _ scalar: Unicode.Scalar) -> Bool { symbol(index) == scalar.value }

  /// Whether the lexeme is a run of digits.
  @inline(__always)
  func isDigits(_ index: Int) -> Bool { self[index].kind == .digits }

  /// Whether a phrase that starts here has one of the categories of `mask`.
  @inline(__always)
  func may(_ index: Int, _ mask: UInt128) -> Bool {
    masks[min(max(index, 0), masks.count - 1)] & mask != 0
  }

  /// Whether the lexeme by itself, not as the beginning of a phrase, has one of the categories.
  func isWord(_ index: Int, _ categories: UInt128) -> Bool {
    guard index >= 0, may(index, categories) else { return false }
    return lexicon.ownMask[Int(self[index].node)] & categories != 0
  }

  /// The longest phrase of `category` that starts at lexeme `index`.
  @inline(__always)
  func match(_ index: Int, _ category: NumericCategory) -> Match? {
    may(index, category.bit) ? longest(index, category) : nil
  }

  private func longest(_ index: Int, _ category: NumericCategory) -> Match? {
    var node = self[index].node
    var best: Match?
    var next = index + 1
    while true {
      let range = lexicon.senseRange[Int(node)]
      for offset in 0..<Int(range.count) {
        let sense = lexicon.senses[Int(range.start) + offset]
        guard sense.category == category else { continue }
        if sense.glued, self[index].spaced { continue }
        if sense.exact >= 0, !spells(sense.exact, index, next) { continue }
        if let found = best, found.end == next, found.sense.exact >= 0 { continue }
        best = Match(sense: sense, end: next)
      }
      var follower = next
      if isSymbol(follower, "-"), self[follower + 1].kind == .word { follower += 1 }
      guard self[follower].kind != .stop else { break }
      if self[follower].kind == .digits, self[follower].spaced { break }
      node = lexicon.child(of: node, self[follower].hash)
      guard node != 0, lexicon.mask[Int(node)] & category.bit != 0 else { break }
      next = follower + 1
    }
    return best
  }

  private func spells(_ spelling: Int32, _ first: Int, _ next: Int) -> Bool {
    let wanted = lexicon.spellings[Int(spelling)]
    let start = Int(self[first].start)
    guard Int(self[next - 1].end) - start == wanted.count else { return false }
    for offset in wanted.indices where bytes[start + offset] != wanted[offset] { return false }
    return true
  }

  /// The code of a sense: a unit, a currency, an operator.
  func code(_ sense: NumericLexicon.Sense) -> String { lexicon.strings[Int(sense.code)] }

  /// The dimension of a sense.
  func dimension(_ sense: NumericLexicon.Sense) -> String {
    lexicon.strings[Int(sense.dimension)]
  }

  /// The bytes from lexeme `first` to the lexeme before `next`.
  func range(_ first: Int, _ next: Int) -> TextRange {
    TextRange(Int(self[first].start), Int(self[next - 1].end))
  }

  /// The text of those lexemes.
  func text(_ first: Int, _ next: Int) -> String {
    let range = range(first, next).bytes
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Whether lexeme `index` touches the one before it.
  @inline(__always)
  func isGlued(_ index: Int) -> Bool {
    index > 0 && !self[index].spaced && self[index - 1].kind != .stop
  }
}
