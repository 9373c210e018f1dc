/// Reads dates, times, durations and sets, and gives them TIMEX3 values.
///
/// The grammar is a set of small rules over the word categories of `calendar.tsv`; at each lexeme
/// the longest reading wins. Values that need the document date are resolved with ``anchor``;
/// everything the text leaves open stays open.
final class DateGrammar {
  let reader: NumericReader
  /// The document date.
  let anchor: CalendarDate?

  /// Readings of the last lexemes asked for, since several rules begin with a date or a time.
  private var dateMemory: [(index: Int, found: Found?)]
  private var timeMemory: [(index: Int, found: Found?)]
  private static let memorySize = 16
  private var depth = 0

  init(reader: NumericReader, anchor: CalendarDate?) {
    self.reader = reader
    self.anchor = anchor
    dateMemory = Array(repeating: (-1, nil), count: Self.memorySize)
    timeMemory = Array(repeating: (-1, nil), count: 2 * Self.memorySize)
  }

  /// A date of any kind that starts at lexeme `index`.
  func date(at index: Int) -> Found? {
    guard reader.isDigits(index) || reader.may(index, Self.dateStarters) || isRoman(index) else {
      return nil
    }
    let slot = index & (Self.memorySize - 1)
    if dateMemory[slot].index == index { return dateMemory[slot].found }
    // "two days after two days after …" must not nest without end.
    guard depth < 4 else { return nil }
    depth += 1
    let found = readDate(at: index)
    depth -= 1
    dateMemory[slot] = (index, found)
    return found
  }

  /// A time of day that starts at lexeme `index`.
  ///
  /// Behind a date (`afterDate`) or a preposition, a bare hour ("at 5") is a time as well.
  func time(at index: Int, afterDate: Bool = false) -> Found? {
    guard reader.isDigits(index) || reader.may(index, Self.timeStarters) else { return nil }
    let slot = (index & (Self.memorySize - 1)) * 2 + (afterDate ? 1 : 0)
    if timeMemory[slot].index == index { return timeMemory[slot].found }
    let found = readTime(at: index, afterDate: afterDate)
    timeMemory[slot] = (index, found)
    return found
  }

  /// The categories that may begin a date.
  private static let dateStarters: UInt128 =
    [
      NumericCategory.month, .monthWeak, .weekday, .weekdayWeak, .calendarUnit, .dayReference,
      .direction, .season, .edge, .ago, .inFuture, .holiday, .yearMark, .quarterMark, .weekMark,
      .decadeMark, .decadeName, .couple, .lastOrdinal, .cardinal, .ordinal, .ordinalScale,
      .indefinite, .fraction, .glyphFraction, .collective, .article, .scale,
    ].reduce(0) { $0 | $1.bit }

  /// The categories that may begin a time of day.
  private static let timeStarters: UInt128 =
    [
      NumericCategory.at, .of, .article, .direction, .edge, .partOfDay, .clockPoint, .cardinal,
      .fraction, .indefinite, .couple,
    ].reduce(0) { $0 | $1.bit }

  /// The categories that may begin a temporal expression.
  static let starters: UInt128 =
    [
      NumericCategory.month, .monthWeak, .weekday, .weekdayWeak, .dayReference, .partOfDay,
      .clockPoint, .direction, .season, .every, .setAdverb, .edge, .ago, .inFuture, .holiday,
      .yearMark, .quarterMark, .weekMark, .decadeMark, .couple, .lastOrdinal, .decadeName,
      .cardinal, .ordinal,
      .indefinite, .fraction, .between, .from, .allOf, .article, .scale, .at, .of, .durationLead,
      .calendarUnit, .collective, .glyphFraction,
    ].reduce(0) { $0 | $1.bit }

  /// The categories without which no expression is temporal.
  private static let cores: UInt128 =
    [
      NumericCategory.month, .monthWeak, .weekday, .weekdayWeak, .calendarUnit, .dayReference,
      .partOfDay, .clockPoint, .hourMark, .meridiem, .season, .setAdverb, .yearMark, .quarterMark,
      .weekMark, .decadeMark, .decadeName, .centuryMark, .meal, .holiday,
      .fraction, .ordinal,
    ].reduce(0) { $0 | $1.bit }

  /// Words of numbers, which may stand in any quantity before a unit of time.
  private static let numbers =
    NumericCategory.cardinal.bit | NumericCategory.scale.bit | NumericCategory.and.bit

  /// For each lexeme, whether digits or a word of time stand close enough behind it for an
  /// expression to start there; most words of a text need no reading at all.
  func reach() -> [Bool] {
    var reach = [Bool](repeating: false, count: reader.count)
    var distance = 99
    for index in stride(from: reader.count - 1, through: 0, by: -1) {
      let lexeme = reader[index]
      let isNumber =
        lexeme.mask & NumericCategory.cardinal.bit != 0
        && lexeme.mask & NumericCategory.indefinite.bit == 0
      if lexeme.kind == .digits || isNumber || lexeme.mask & Self.cores != 0 {
        distance = 0
      } else if lexeme.kind == .stop {
        distance = 99
      } else if lexeme.mask & Self.numbers == 0 {
        distance += lexeme.kind == .word && lexeme.mask == 0 ? 3 : 2
      }
      reach[index] = distance < 10
    }
    return reach
  }

  /// The temporal expression that starts at lexeme `index`.
  func expression(at index: Int) -> Found? {
    guard reader.isDigits(index) || reader.may(index, Self.starters) || isRoman(index) else {
      return nil
    }
    var best: Found?
    consider(set(at: index), &best)
    consider(range(at: index), &best)
    consider(point(at: index), &best)
    consider(duration(at: index), &best)
    guard var found = best, !isFragment(index, found) else { return nil }
    found.end = timeZone(after: found.end, found.value)
    return found
  }

  /// Whether a reading is cut out of a code, a telephone number or an impossible date.
  private func isFragment(_ index: Int, _ found: Found) -> Bool {
    let isWeak = found.isWeak || found.value.isDuration
    guard reader.isDigits(index), isWeak else { return false }
    if index > 0, !reader[index].spaced {
      let before = reader[index - 1]
      if before.kind == .word, !reader.isElision(index - 1) { return true }
      if before.symbol == 0x2D, index > 1, !before.spaced,
        reader[index - 2].kind == .digits || reader[index - 2].kind == .word
      {
        return true
      }
    }
    guard found.isWeak, reader.isSymbol(found.end, "-"), reader.isDigits(found.end + 1) else {
      return false
    }
    return reader[found.end].spaced == reader[found.end + 1].spaced
  }

  /// Keeps the longer of two readings; of equals, the first.
  func consider(_ found: Found?, _ best: inout Found?) {
    guard let found else { return }
    guard let current = best, current.end >= found.end else {
      best = found
      return
    }
  }

  private func timeZone(after end: Int, _ value: TimeValue) -> Int {
    guard value.hour != nil else { return end }
    var index = end
    if reader.isSymbol(index, "(") { index += 1 }
    guard let zone = reader.match(index, .timeZone) else { return end }
    if index > end { return reader.isSymbol(zone.end, ")") ? zone.end + 1 : end }
    return zone.end
  }

  /// A date with or without a time, or a time with or without a date.
  func point(at index: Int) -> Found? {
    var best: Found?
    if let day = date(at: index) {
      consider(withTime(day), &best)
    }
    if let clock = time(at: index) {
      let found = withDate(clock)
      consider(found, &best)
      consider(withSet(found), &best)
    }
    return best
  }

  /// "3 pm each day", « 15 heures tous les mardis ».
  private func withSet(_ clock: Found) -> Found? {
    guard clock.value.hour != nil, !clock.value.hasDate, let every = set(at: clock.end),
      !every.value.hasTime
    else { return nil }
    var value = every.value
    if value.literal != nil {
      value = TimeValue()
      value.isSet = true
    }
    return Found(value: value.with(timeOf: clock.value), end: every.end)
  }

  /// Adds the time after a date: "tomorrow at 8", « mardi soir », "Friday before 5 pm".
  private func withTime(_ day: Found) -> Found {
    guard day.value.literal == nil || day.value.calendarDate != nil, !day.value.isSet,
      !day.value.isDuration, !day.value.hasTime
    else { return day }
    guard day.value.day != nil || day.value.weekday != nil || day.value.isOpenDay else {
      return day
    }
    var index = day.end
    if reader.isSymbol(index, ",") || reader.isSymbol(index, "@") || reader.isSymbol(index, ")") {
      index += 1
    }
    if reader.isSymbol(index, "-"), !reader[index].spaced { index += 1 }
    if let clock = time(at: index, afterDate: true), clock.value.hasTime, !clock.value.hasDate {
      var found = Found(value: day.value.with(timeOf: clock.value), end: clock.end)
      if let part = dayPart(after: clock.end), clock.value.hour != nil, !clock.value.hasMeridiem {
        found.value.apply(part: part.name)
        found.end = part.end
      }
      if found.value.month != nil, found.value.year == nil, clock.value.minute != nil,
        let year = year(at: found.end)
      {
        found.value.year = year.year
        found.end = year.end
      }
      return found
    }
    if let half = reader.match(index, .meridiem), !reader[index].capital {
      var value = day.value
      value.part = half.sense.value == 0 ? "MO" : "AF"
      return Found(value: value, end: half.end)
    }
    if let part = dayPart(after: index) {
      var value = day.value
      value.part = part.name
      let next = reader.isSymbol(part.end, ",") ? part.end + 1 : part.end
      if let clock = time(at: next, afterDate: true), clock.value.hour != nil, !clock.value.hasDate
      {
        value = day.value.with(timeOf: clock.value)
        if !clock.value.hasMeridiem { value.apply(part: part.name) }
        return Found(value: value, end: clock.end)
      }
      return Found(value: value, end: part.end)
    }
    return day
  }

  /// Adds the date after a time: "8 am on Tuesday", « 15 h le 2 mars », "3 pm tomorrow".
  private func withDate(_ clock: Found) -> Found {
    guard clock.value.literal == nil, !clock.value.hasDate else { return clock }
    var index = clock.end
    if reader.isSymbol(index, ",") { index += 1 }
    if let of = reader.match(index, .of) ?? reader.match(index, .at),
      reader.match(index, .inFuture) == nil || date(at: of.end) != nil, !reader.isDigits(of.end)
    {
      index = of.end
    }
    if let on = onWord(index) { index = on }
    guard let day = date(at: index), day.value.literal == nil || day.value.calendarDate != nil,
      day.value.day != nil || day.value.weekday != nil || day.value.isOpenDay, !day.isWeak,
      !day.value.isSet
    else { return clock }
    var value = day.value
    let part = value.part
    value.part = nil
    value = value.with(timeOf: clock.value)
    if let part, clock.value.hour != nil, !clock.value.hasMeridiem { value.apply(part: part) }
    var end = day.end
    if part == nil, clock.value.hour != nil, !clock.value.hasMeridiem,
      let late = dayPart(after: end)
    {
      value.apply(part: late.name)
      end = late.end
    }
    return Found(value: value, end: end)
  }

  /// The lexeme behind "on" or « le » before a date.
  func onWord(_ index: Int) -> Int? { reader.match(index, .onDay)?.end }

  /// "in the afternoon", « du soir », « dans la matinée », "evening".
  func dayPart(after index: Int) -> (name: String, end: Int)? {
    var index = index
    if let part = reader.match(index, .partOfDay) {
      return (reader.code(part.sense), part.end)
    }
    if let led = reader.match(index, .at) ?? reader.match(index, .of) {
      var next = led.end
      if let article = reader.match(next, .article) { next = article.end }
      if let meal = reader.match(next, .meal) { return (reader.code(meal.sense), meal.end) }
    }
    if let of = reader.match(index, .of) ?? reader.match(index, .at), !reader.isDigits(of.end) {
      index = of.end
    } else if let edge = reader.match(index, .edge) {
      index = edge.end
      if let of = reader.match(index, .of) { index = of.end }
    }
    if let edge = reader.match(index, .edge) {
      index = edge.end
      if let of = reader.match(index, .of) { index = of.end }
    }
    if let article = reader.match(index, .article), reader.match(index, .direction) == nil {
      index = article.end
    }
    if let edge = reader.match(index, .edge) {
      index = edge.end
      if let of = reader.match(index, .of) { index = of.end }
    }
    guard let part = reader.match(index, .partOfDay) else { return nil }
    return (reader.code(part.sense), part.end)
  }
}
