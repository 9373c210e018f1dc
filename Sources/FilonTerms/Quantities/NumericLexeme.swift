/// One piece of the text: a word, a run of digits or a symbol.
struct NumericLexeme {
  /// What the piece is made of.
  enum Kind: UInt8 { case word, digits, symbol, stop }

  /// Byte offset of the first byte.
  var start: Int32
  /// Byte offset past the last byte.
  var end: Int32
  /// What the piece is made of; `stop` is a line break.
  var kind: Kind
  /// Whether white space precedes the piece.
  var spaced: Bool
  /// Whether exactly one white-space character precedes the piece.
  var singleSpace: Bool
  /// Whether the first letter is a capital.
  var capital: Bool
  /// For a symbol its scalar, with all dashes as U+002D and all apostrophes as U+0027.
  var symbol: UInt32
  /// Hash of the folded form (small letters, no accents).
  var hash: UInt64
  /// The number that a run of digits writes.
  var value: Double
  /// The categories of all phrases that start here.
  var mask: UInt128
  /// The lexicon's node for phrases that start here, 0 for none.
  var node: Int32

  /// Length in bytes.
  var count: Int { Int(end - start) }
}
