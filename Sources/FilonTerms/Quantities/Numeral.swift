/// A number read from the text, in digits, words or both.
struct Numeral {
  /// First lexeme.
  var start: Int
  /// Lexeme after the last.
  var end: Int
  /// The number.
  var value: Double
  /// Digits without the decimal mark, and the power of ten they are divided by.
  var mantissa = 0.0
  var divisor = 1.0
  /// Whether it begins with digits.
  var hasDigits = false
  /// Whether it is an ordinal.
  var isOrdinal = false
  /// Whether it is written as a fraction.
  var isFraction = false
  /// Whether it is a collective, "une dizaine".
  var isCollective = false
  /// Whether the wording is approximate by itself.
  var isApproximate = false
  /// Whether it is nothing but an article that may mean one, "un", "a".
  var isIndefinite = false
  /// Whether it is the bare word for one.
  var isBareOne = false
  /// Whether a scale word or suffix was applied.
  var hasScale = false

  /// Multiplies by a scale word, without the rounding of decimal fractions.
  mutating func multiply(by scale: Double) {
    if divisor > 1, scale >= divisor, mantissa > 0 {
      value = mantissa * (scale / divisor)
    } else {
      value *= scale
    }
    divisor = 1
    mantissa = value
    hasScale = true
  }

  /// Adds `part` units of the last scale.
  mutating func add(_ part: Double) {
    value += part
    divisor = 1
    mantissa = value
  }
}
