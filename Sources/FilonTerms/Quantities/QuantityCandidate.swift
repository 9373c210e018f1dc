internal import FilonCore

/// A quantity that the grammar found, before it is weighed against dates.
struct QuantityCandidate {
  /// First lexeme.
  var start: Int
  /// Lexeme after the last.
  var end: Int
  /// The quantity, without identifier.
  var quantity: Quantity
  /// Whether it is a number with neither unit nor counted noun.
  var isBare = false
  /// Whether a sign stands before the digits.
  var isSigned = false
  /// The lexemes of the number alone, scale words included.
  var number: Range<Int>
}
