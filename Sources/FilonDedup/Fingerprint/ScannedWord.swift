/// A word as the scanner hands it on: hashes and a shape, no text.
struct ScannedWord {
  /// Hash of the folded letters.
  var hash: UInt64
  /// Hash of the first consonants, alike for French and English forms of one word.
  var skeleton: UInt32
  /// Number of folded letters.
  var letters = 0
  /// Number of digits.
  var digits = 0
  /// The number that the digits spell, modulo 2^64.
  var value: UInt64 = 0
  /// Whether the first character is an upper-case letter.
  var isCapitalised = false
  /// What stands between this word and the one before.
  var gap: Gap

  /// What was met between two words.
  struct Gap: OptionSet {
    var rawValue: UInt8
    static let space = Gap(rawValue: 1)
    static let comma = Gap(rawValue: 2)
    static let point = Gap(rawValue: 4)
    /// A mark after which a capital letter says nothing: `! ? : « “ " (`, a bullet, a dash.
    static let stop = Gap(rawValue: 8)
    static let lineBreak = Gap(rawValue: 16)
    /// Apostrophes, hyphens and all other signs.
    static let joiner = Gap(rawValue: 32)
    /// More than one separator.
    static let several = Gap(rawValue: 64)

    /// Whether a sentence may start after the gap.
    var startsSentence: Bool {
      !isDisjoint(with: [.stop, .lineBreak]) || isSuperset(of: [.point, .space])
    }
  }
}

/// Takes the words of a text, in order.
protocol WordSink {
  mutating func take(_ word: ScannedWord)
  mutating func endLine()
}
