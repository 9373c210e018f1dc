/// One step of a sentence as attribution reads it: a word, or a whole quotation.
///
/// Long quotations become one unit, so that what introduces them and what follows them are
/// neighbours.
struct Unit: Sendable {
  /// The words.
  var words: Range<Int>
  /// The quotation that the unit is, or -1 for a word.
  var quotation: Int

  var isQuotation: Bool { quotation >= 0 }
}
