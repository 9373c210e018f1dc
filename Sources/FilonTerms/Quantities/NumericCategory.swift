/// What a word of the data files means to the recognisers of quantities and dates.
///
/// The case's name is what the first column of the tables holds.
enum NumericCategory: UInt8, CaseIterable {
  // number-words.tsv
  case cardinal, indefinite, scale, ordinal, ordinalScale, ordinalSuffix, fraction, collective
  case several, tens, decimalMark, negative, and, fractionBar, glyphFraction
  // units.tsv and currencies.tsv
  case unit, currency
  // quantity-modifiers.tsv
  case bound, boundAfter, boundSign, approximate, approximateAfter, between, from, rangeWord
  case alternative, per, perHead, perUnit, changeBefore, ageAfter, ageBefore, degreeDirection,
    boundLink
  case article, premodifier, function
  // calendar.tsv
  case month, monthWeak, weekday, weekdayWeak, calendarUnit, dayReference, partOfDay
  case clockPoint, hourMark, minuteMark, meridiem, direction, directionAfter, season, every
  case setAdverb, edge, ago, later, inFuture, since, relation, of, at, eraMark, yearMark
  case quarterMark, halfMark, weekMark, decadeMark, centuryMark, timeZone, past, to, allOf
  case yearNeeded, couple, lastOrdinal, durationLead, decadeName, meal
  case onDay, fromDay, tonight, hourSuffix, decadeSuffix, additional
  // holidays.tsv
  case holiday

  /// The category's bit in a mask of categories.
  @inline(__always)
  var bit: UInt128 { 1 << UInt128(rawValue) }

  /// Finds a category by the name that the tables use.
  static let byName: [String: NumericCategory] = Dictionary(
    uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}
