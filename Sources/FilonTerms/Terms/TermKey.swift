import FilonCore

/// The key that joins the variants of a term: the light stems of its content words, hashed.
///
/// A key is a polynomial in the hashes of the stems, so that the keys of neighbours make the key of
/// the whole without looking at the words again.
struct TermKey: Hashable {
  private(set) var hash: UInt64 = 0
  private var power: UInt64 = 1
  /// Bytes of the stems, at most 255.
  private(set) var length: UInt8 = 0

  /// The key of no words, or of function words.
  static let empty = TermKey()
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Whether all words are function words.
  var isEmpty: Bool { length == 0 }

  static func == (first: TermKey, second: TermKey) -> Bool {
    first.hash == second.hash && first.length == second.length
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  /// Appends the key of what follows.
  mutating func append(_ next: TermKey) {
    hash = hash &* next.power &+ next.hash
    power = power &* next.power
    length = UInt8(clamping: Int(length) + Int(next.length))
  }

  private static let functionWords: Set<UInt64> = Set(
    [
      "de", "du", "des", "d'", "la", "le", "les", "l'", "a", "au", "aux", "en", "et", "of", "the",
      "an", "and", "for", "to", "in", "on", "-", "un", "une", "par", "pour", "sur", "dans", "'s",
      "'",
    ].map { WordHash.of($0) })

  /// What a word, `bytes[range]`, contributes to a key; nothing for a function word.
  init(_ bytes: [UInt8], _ range: Range<Int>, _ language: AnalysisLanguage) {
    var folded: [UInt8] = []
    folded.reserveCapacity(range.count + 2)
    var index = range.lowerBound
    while index < range.upperBound { index += Folding.fold(bytes, index, &folded) }
    guard !Self.functionWords.contains(WordHash.of(folded, 0, folded.count)) else { return }
    guard folded.contains(0x2D) else {
      append(stem: &folded, language)
      return
    }
    for piece in folded.split(separator: 0x2D) {
      var stem = Array(piece)
      append(stem: &stem, language)
    }
  }

  private init() {}

  private mutating func append(stem bytes: inout [UInt8], _ language: AnalysisLanguage) {
    LightStem.cut(&bytes, language)
    guard !bytes.isEmpty else { return }
    hash = hash &* Self.base &+ WordHash.of(bytes, 0, bytes.count)
    power = power &* Self.base
    length = UInt8(clamping: Int(length) + bytes.count)
  }

  /// The key of words; empty when all are function words.
  static func of(_ words: [String], _ language: AnalysisLanguage) -> TermKey {
    var key = TermKey()
    for word in words {
      let bytes = Array(word.utf8)
      key.append(TermKey(bytes, bytes.indices, language))
    }
    return key
  }

  /// The words of a lexicon entry, cut at spaces and behind elisions.
  static func words(_ entry: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in entry.unicodeScalars {
      if scalar == " " {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.unicodeScalars.append(scalar == "\u{2019}" ? "'" : scalar)
        if word.hasSuffix("'"), word.utf8.count <= 3 {
          words.append(word)
          word = ""
        }
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
