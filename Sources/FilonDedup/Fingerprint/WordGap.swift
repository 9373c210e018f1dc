/// What was met between two words.
struct WordGap: OptionSet {
  var rawValue: UInt8
  static let space = WordGap(rawValue: 1)
  static let comma = WordGap(rawValue: 2)
  static let point = WordGap(rawValue: 4)
  /// A mark after which a capital letter says nothing: `! ? : « “ " (`, a bullet, a dash.
  static let stop = WordGap(rawValue: 8)
  static let lineBreak = WordGap(rawValue: 16)
  /// Apostrophes, hyphens and all other signs.
  static let joiner = WordGap(rawValue: 32)
  /// More than one separator.
  static let several = WordGap(rawValue: 64)

  /// Whether a sentence may start after the gap.
  @inline(__always)
  var startsSentence: Bool {
    !isDisjoint(with: [.stop, .lineBreak]) || isSuperset(of: [.point, .space])
  }
}
