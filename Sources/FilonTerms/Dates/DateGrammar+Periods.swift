extension DateGrammar {
  /// The period of a unit that the anchor lies in.
  func currentPeriod(_ code: String) -> TimeValue? { relativePeriod(code, 0) }

  /// The period `shift` units from the anchor's: "next week", "last year", "this quarter".
  func relativePeriod(_ code: String, _ shift: Int) -> TimeValue? {
    var value = TimeValue()
    guard let anchor else {
      let open = [
        "D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "Q": "XXXX-QX",
        "WE": "XXXX-WXX-WE",
      ]
      return open[code].map { TimeValue(literal: $0) }
    }
    value.isAnchored = true
    switch code {
    case "D":
      value = TimeValue(anchor.adding(days: shift))
      value.isAnchored = true
    case "W", "WE":
      let week = anchor.adding(days: 7 * shift).isoWeek
      (value.year, value.week) = (week.year, week.week)
      value.isWeekend = code == "WE"
    case "M":
      let date = anchor.adding(months: shift)
      (value.year, value.month) = (date.year, date.month)
    case "Y":
      value.year = anchor.year + shift
    case "Q":
      let date = anchor.adding(months: 3 * shift)
      (value.year, value.quarter) = (date.year, (date.month - 1) / 3 + 1)
    case "HY":
      let date = anchor.adding(months: 6 * shift)
      (value.year, value.half) = (date.year, (date.month - 1) / 6 + 1)
    case "DE":
      value.decade = anchor.year / 10 + shift
    case "C":
      value.century = anchor.year / 100 + shift
    case "SE":
      return seasonValue(shift)
    case "H", "MI", "S", "F", "BD":
      guard shift != 0 else { return nil }
      return interval(shift, 1, code, 0)?.value
    default:
      return nil
    }
    return value
  }

  private func seasonValue(_ shift: Int) -> TimeValue? {
    guard let anchor else { return nil }
    let names = ["WI", "SP", "SU", "FA"]
    let index = anchor.year * 4 + anchor.month % 12 / 3 + shift
    var value = TimeValue()
    value.season = names[index % 4]
    value.year = index / 4
    value.isAnchored = true
    return value
  }

  /// Quarters, halves, seasons, numbered weeks, years with a mark, decades, centuries.
  func period(at index: Int) -> Found? {
    var best: Found?
    consider(markedYear(at: index), &best)
    consider(quarterPeriod(at: index), &best)
    consider(numberedWeek(at: index), &best)
    consider(season(at: index), &best)
    consider(decade(at: index), &best)
    consider(century(at: index), &best)
    return best
  }

  /// "year 2008", « l'année 2008 », "fiscal year 2019".
  private func markedYear(at index: Int) -> Found? {
    guard let mark = reader.match(index, .yearMark) else { return nil }
    let prefix = reader.code(mark.sense) == "0" ? "" : reader.code(mark.sense)
    var value = TimeValue()
    value.yearPrefix = prefix
    var next = mark.end
    if let bound = reader.match(next, .bound) { next = bound.end }
    if let year = year(at: next) {
      value.year = year.year
      return Found(value: value, end: year.end)
    }
    guard !prefix.isEmpty else { return nil }
    return Found(value: TimeValue(literal: prefix + "XXXX"), end: mark.end)
  }

  /// The quarter or half that stands after a year: "2019 Q1", "2018Q4", "2019-q1".
  func quarter(after index: Int) -> (number: Int, end: Int, isHalf: Bool)? {
    let next = reader.isSymbol(index, "-") ? index + 1 : index
    guard let mark = reader.match(next, .quarterMark), reader.isDigits(mark.end),
      !reader[mark.end].spaced, (1...4).contains(reader[mark.end].value),
      reader[mark.end].count == 1
    else { return nil }
    let isHalf = reader.code(mark.sense) == "H"
    guard !isHalf || reader[mark.end].value <= 2 else { return nil }
    return (Int(reader[mark.end].value), mark.end + 1, isHalf)
  }

  /// "Q1 2019", « T3 2020 », "18q4", « trimestre1 ».
  private func quarterPeriod(at index: Int) -> Found? {
    var value = TimeValue()
    if reader.isDigits(index), reader[index].count == 2, let quarter = quarter(after: index + 1),
      !reader[index + 1].spaced
    {
      value.year = Self.fullYear(Int(reader[index].value))
      (value.quarter, value.half) = quarter.isHalf ? (nil, quarter.number) : (quarter.number, nil)
      return Found(value: value, end: quarter.end)
    }
    guard let quarter = quarter(after: index), !reader.isSymbol(index, "-") else { return nil }
    let mark = reader[index]
    (value.quarter, value.half) = quarter.isHalf ? (nil, quarter.number) : (quarter.number, nil)
    var end = quarter.end
    if let year = yearAfter(end, afterDay: false) { (value.year, end) = (year.year, year.end) }
    // A lone T1 is more often a terminal or a tablet than a quarter.
    if value.year == nil, mark.count == 1, reader.style == .french { return nil }
    return Found(value: value, end: end)
  }

  /// "week 31", « la semaine 12 de 2020 ».
  private func numberedWeek(at index: Int) -> Found? {
    guard let mark = reader.match(index, .weekMark), reader.isDigits(mark.end),
      reader[mark.end].count <= 2, (1...53).contains(reader[mark.end].value)
    else { return weekOf(at: index) }
    var value = TimeValue()
    value.week = Int(reader[mark.end].value)
    value.year = anchor?.year
    value.isAnchored = anchor != nil
    let end = mark.end + 1
    if let year = yearReference(after: end) {
      value.year = year.year
      return Found(value: value, end: year.end)
    }
    return Found(value: value, end: end)
  }

  /// "the week of November 30th", « la semaine du 6 octobre »: TIMEX3 has no better value than the
  /// day itself.
  private func weekOf(at index: Int) -> Found? {
    guard let mark = reader.match(index, .weekMark) ?? weekend(at: index) else { return nil }
    var next = mark.end
    if let since = reader.match(next, .since) { next = since.end }
    if let of = reader.match(next, .of) { next = of.end } else if next == mark.end { return nil }
    if let on = onWord(next) { next = on }
    if let article = reader.match(next, .article) { next = article.end }
    guard
      let day = dayMonth(at: next) ?? monthDate(at: next) ?? numericDate(at: next) ?? holiday(
        at: next)
        ?? openDay(next), day.value.day != nil || day.value.holidayRule != nil
    else { return nil }
    if mark.sense.category == .calendarUnit, let date = day.value.calendarDate {
      return weekendOf(date, day.end)
    }
    if let rule = day.value.holidayRule, mark.sense.category == .calendarUnit {
      guard let anchor, let date = holiday(rule, near: anchor, direction: 1) else { return nil }
      return weekendOf(date, day.end)
    }
    return day
  }

  private func openDay(_ index: Int) -> Found? {
    guard let day = dayNumber(at: index), reader.isDigits(index) || day.isOrdinal, !isClock(day.end)
    else {
      return nil
    }
    var value = TimeValue()
    value.day = day.day
    return Found(value: value, end: day.end)
  }

  private func weekend(at index: Int) -> NumericReader.Match? {
    guard let unit = reader.match(index, .calendarUnit), reader.code(unit.sense) == "WE" else {
      return nil
    }
    return unit
  }

  func weekendOf(_ date: CalendarDate, _ end: Int) -> Found {
    let week = date.isoWeek
    var value = TimeValue()
    (value.year, value.week, value.isWeekend) = (week.year, week.week, true)
    value.isAnchored = true
    return Found(value: value, end: end)
  }

  private func season(at index: Int) -> Found? {
    guard let season = reader.match(index, .season) else { return nil }
    var value = TimeValue()
    value.season = reader.code(season.sense)
    if let year = yearAfter(season.end, afterDay: false) {
      value.year = year.year
      return Found(value: value, end: year.end)
    }
    if let reference = yearReference(after: season.end) {
      value.year = reference.year
      return Found(value: value, end: reference.end)
    }
    // "fall" and "spring" are verbs as well, « été » is a participle.
    if reader[index].count < 6 || reader.style == .french {
      guard
        reader.isWord(
          index - 1,
          NumericCategory.of.bit | NumericCategory.article.bit | NumericCategory.edge.bit
            | NumericCategory.every.bit),
        !reader.isWord(index - 1, NumericCategory.negative.bit)
      else { return nil }
    }
    return Found(value: value, end: season.end)
  }

  /// "1990s", "the nineties", « les années 1990 », « les années quatre-vingt-dix ».
  private func decade(at index: Int) -> Found? {
    var value = TimeValue()
    if let mark = reader.match(index, .decadeMark) {
      guard let numeral = reader.numeral(at: mark.end), numeral.divisor == 1, !numeral.isOrdinal,
        numeral.value.truncatingRemainder(dividingBy: 10) == 0, numeral.value >= 10,
        numeral.value < 2200
      else { return nil }
      value.decade = Int(numeral.value) / 10
      if numeral.value < 100, numeral.hasDigits { value.decade = Int(numeral.value) / 10 }
      return Found(value: value, end: numeral.end)
    }
    guard reader.isDigits(index), reader[index].count == 4 || reader[index].count == 2,
      Int(reader[index].value) % 10 == 0, reader[index].value >= 10
    else { return wordDecade(at: index) }
    var next = index + 1
    if reader.isSymbol(next, "'"), !reader[next].spaced { next += 1 }
    guard reader.match(next, .decadeSuffix) != nil,
      !reader[next].spaced || reader[index].count == 4
    else { return nil }
    value.decade = Int(reader[index].value) / 10
    return Found(value: value, end: next + 1)
  }

  private func wordDecade(at index: Int) -> Found? {
    guard let name = reader.match(index, .decadeName) else { return nil }
    var value = TimeValue()
    value.decade = Int(name.sense.value)
    return Found(value: value, end: name.end)
  }

  /// Whether a word may be a Roman numeral with a French ordinal ending, "XXIe".
  func isRoman(_ index: Int) -> Bool {
    let lexeme = reader[index]
    guard reader.style == .french, lexeme.kind == .word, lexeme.capital, lexeme.count >= 2,
      lexeme.count <= 9
    else { return false }
    return reader.match(index + 1, .centuryMark) != nil
  }

  private func century(at index: Int) -> Found? {
    var number: Int?
    var end = index
    if isRoman(index) {
      number = RomanNumeral.value(reader.bytes, reader[index])
      end = index + 1
    } else if let ordinal = dayNumber(at: index), ordinal.isOrdinal {
      number = ordinal.day
      end = ordinal.end
    }
    guard let number, let mark = reader.match(end, .centuryMark), (1...30).contains(number) else {
      return nil
    }
    var value = TimeValue()
    value.century = number - 1
    var stop = mark.end
    if let era = reader.match(stop, .eraMark) {
      if era.sense.value < 0 { return nil }
      stop = era.end
    }
    return Found(value: value, end: stop)
  }

  /// "[of] 2018", "[of] next year", « de l'année prochaine ».
  func yearReference(after index: Int) -> (year: Int, end: Int)? {
    if let year = yearAfter(index, afterDay: false) { return year }
    var next = index
    if reader.isSymbol(next, "'"), reader[next + 1].count == 1 { next += 2 }
    if let of = reader.match(next, .of) { next = of.end }
    if let article = reader.match(next, .article), reader.match(next, .direction) == nil {
      next = article.end
    }
    if let found = directed(at: next), let year = found.value.year, found.value.month == nil,
      found.value.week == nil, found.value.quarter == nil, found.value.day == nil,
      found.value.literal == nil
    {
      return (year, found.end)
    }
    return nil
  }

  /// "Christmas", « lundi de Pâques 2020 », "labor day weekend".
  func holiday(at index: Int) -> Found? {
    guard let name = reader.match(index, .holiday) else { return nil }
    let rule = reader.code(name.sense)
    var value = TimeValue()
    var end = name.end
    if let year = yearAfter(end, afterDay: false), let date = Self.date(of: rule, in: year.year) {
      value = TimeValue(date)
      end = year.end
    } else if rule.utf8.count == 5, let month = Int(rule.prefix(2)), let day = Int(rule.suffix(2)) {
      (value.month, value.day) = (month, day)
      value.holidayRule = rule
    } else if let anchor, let date = Self.date(of: rule, in: anchor.year) {
      // A movable feast has no value of its own: the one of the anchor's year stands for it.
      (value.month, value.day) = (date.month, date.day)
      value.holidayRule = rule
    } else {
      value = TimeValue(literal: "XXXX-XX-XX")
    }
    if let weekend = weekend(at: end), let anchor {
      var year = value.year
      var stop = weekend.end
      if year == nil, let later = yearAfter(stop, afterDay: false) {
        (year, stop) = (later.year, later.end)
      }
      let date =
        year.flatMap { Self.date(of: rule, in: $0) } ?? holiday(rule, near: anchor, direction: 1)
      if let date { return weekendOf(date, stop) }
    }
    return Found(value: value, end: end)
  }

  /// The occurrence of a holiday next after (or last before) a date.
  func holiday(_ rule: String, near date: CalendarDate, direction: Int) -> CalendarDate? {
    let day = CalendarDate(dayNumber: date.dayNumber)
    let candidates = (date.year - 1...date.year + 1).compactMap { Self.date(of: rule, in: $0) }
    if direction == 0 { return Self.date(of: rule, in: date.year) }
    return direction > 0 ? candidates.first { $0 >= day } : candidates.last { $0 < day }
  }

  /// The date of a holiday in a year, by its rule.
  static func date(of rule: String, in year: Int) -> CalendarDate? {
    let parts = Array(rule.utf8)
    if parts.first == 0x45, let offset = Int(rule.dropFirst()) {
      return CalendarDate.easter(year).adding(days: offset)
    }
    if parts.first == 0x54, let offset = Int(rule.dropFirst()) {
      return nthWeekday(4, 4, 11, year)?.adding(days: offset)
    }
    guard parts.count >= 5, let month = Int(rule.prefix(2)) else { return nil }
    if parts.count == 5, let day = Int(rule.suffix(2)) {
      return CalendarDate(year: year, month: month, day: day)
    }
    guard parts.count == 7, let weekday = Int(rule.suffix(1)) else { return nil }
    return nthWeekday(parts[4] == 0x4C ? -1 : Int(parts[4] &- 0x30), weekday, month, year)
  }

  /// The first, second … or last weekday of a month.
  static func nthWeekday(_ number: Int, _ weekday: Int, _ month: Int, _ year: Int) -> CalendarDate?
  {
    guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
    if number < 0 {
      let days = CalendarDate.days(inMonth: month, of: year)
      let last = first.adding(days: days - 1)
      return last.adding(days: -((last.weekday - weekday + 7) % 7))
    }
    let day = first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (number - 1))
    return day.month == month ? day : nil
  }
}
