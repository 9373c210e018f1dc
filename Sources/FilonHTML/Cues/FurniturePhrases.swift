/// Recognises blocks of page furniture by their wording: "Lire aussi", "Read more:", "7 min read".
struct FurniturePhrases: Sendable {
  /// What kind of furniture a phrase belongs to.
  enum Concept: String, CaseIterable, Sendable {
    case related, subscribe, share, consent, credit, comment, legal, meta, notice, end, disclaimer
  }

  private enum Place: String {
    case start, whole, end, any
  }

  private struct Phrase: Sendable {
    var concept: Concept
    var place: Place
    var words: Int
    var length: Int
  }

  static let shared = FurniturePhrases(EmbeddedTable.furniture)

  private static let space: UInt8 = 0
  private static let digit: UInt8 = 27
  private static let other: UInt8 = 28
  /// A text longer than this is no furniture.
  private static let longestText = 1200

  private let phrases: [Phrase]
  private let automaton: PatternAutomaton

  init(_ rows: [[String]]) {
    var phrases: [Phrase] = []
    var symbols: [[UInt8]] = []
    for row in rows where row.count == 5 {
      guard let concept = Concept(rawValue: row[0]), let place = Place(rawValue: row[1]) else {
        continue
      }
      let spelled = Self.symbols(of: Array(row[4].utf8))
      phrases.append(
        Phrase(
          concept: concept, place: place, words: Int(row[2]) ?? 0, length: spelled.count - 2))
      symbols.append(Array(spelled.dropFirst().dropLast()))
    }
    self.phrases = phrases
    automaton = PatternAutomaton(symbols, alphabet: 29)
  }

  /// The concept of the phrase that condemns a block, or nil. `words` is the block's length.
  func concept(of text: [UInt8], words: Int) -> Concept? {
    guard text.count <= Self.longestText else { return nil }
    let symbols = Self.symbols(of: text)
    var state = 0
    var found: Concept?
    for (index, symbol) in symbols.enumerated() {
      state = automaton.step(state, symbol)
      guard automaton.hasOutput(state) else { continue }
      guard index + 1 < symbols.count, symbols[index + 1] == Self.space else { continue }
      automaton.forEachOutput(state) { number in
        let phrase = phrases[number]
        let start = index - phrase.length
        guard start >= 0, symbols[start] == Self.space, words <= phrase.words else { return }
        let isAtStart = start == 0
        let isAtEnd = index + 2 == symbols.count
        let isRight =
          switch phrase.place {
          case .start: isAtStart
          case .whole: isAtStart && isAtEnd
          case .end: isAtEnd
          case .any: true
          }
        if isRight, found == nil || phrase.concept == .end { found = phrase.concept }
      }
    }
    return found
  }

  /// A text folded to letters, digits (a run is one) and spaces, with a space at both ends.
  static func symbols(of text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [space]
    out.reserveCapacity(text.count + 2)
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      var symbol = space
      switch byte {
      case 0x61...0x7A: symbol = byte - 0x60
      case 0x41...0x5A: symbol = byte - 0x40
      case 0x30...0x39: symbol = digit
      case 0xC3 where index < text.count:
        symbol = latin1[Int(text[index] & 0x3F)]
        index += 1
      case 0xC2, 0xE2: symbol = space
      case 0x80..<0xC0: continue
      case 0xC4...0xFF: symbol = other
      default: break
      }
      if symbol == space || symbol == digit, out[out.count - 1] == symbol { continue }
      out.append(symbol)
    }
    if out[out.count - 1] != space { out.append(space) }
    return out
  }

  /// The letters U+00C0 to U+00FF without their marks.
  private static let latin1: [UInt8] = Array(
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty".utf8
  ).map { $0 == 0x20 ? 28 : $0 - 0x60 }
}
