extension DateGrammar {
  /// "first week of 2015", "last day of October", « le premier lundi du mois prochain »,
  /// "third quarter 2018", "the last 3 weeks of this year".
  func ordinalOf(at index: Int) -> Found? {
    var number: Int
    var next: Int
    var count: (value: Double, end: Int)?
    if let last = reader.match(index, .lastOrdinal) {
      (number, next) = (-1, last.end)
    } else if let ordinal = ordinalNumber(at: index) {
      (number, next) = (ordinal.number, ordinal.end)
    } else {
      return nil
    }
    if let small = smallNumber(at: next), number == -1 || number == 1 {
      count = small
      next = small.end
    }
    if let unit = reader.match(next, .calendarUnit), reader[unit.end - 1].count > 2 {
      return unitOf(number, count?.value, reader.code(unit.sense), unit.end)
    }
    if count == nil, let name = reader.match(next, .weekday) {
      return weekdayOf(number, Int(name.sense.value), name.end)
    }
    return nil
  }

  private func ordinalNumber(at index: Int) -> (number: Int, end: Int)? {
    if reader.isDigits(index) {
      guard let suffix = reader.match(index + 1, .ordinalSuffix), !reader[index + 1].spaced,
        reader[index].count <= 2
      else { return nil }
      return (Int(reader[index].value), suffix.end)
    }
    guard reader.may(index, NumericCategory.ordinal.bit | NumericCategory.cardinal.bit),
      let numeral = reader.numeral(at: index), numeral.isOrdinal, numeral.value < 400
    else { return nil }
    return (Int(numeral.value), numeral.end)
  }

  /// What a unit is a part of: a month or a year, in the text or the anchor's.
  private func container(after index: Int) -> (value: TimeValue, end: Int)? {
    var next = index
    if reader.isSymbol(next, ",") { next += 1 }
    if let of = reader.match(next, .of) { next = of.end }
    if let article = reader.match(next, .article), reader.match(next, .direction) == nil {
      next = article.end
    }
    if let found = directed(at: next), found.value.year != nil, found.value.literal == nil {
      return (found.value, found.end)
    }
    if let month = monthDate(at: next), month.value.day == nil { return (month.value, month.end) }
    if let year = year(at: next) {
      var value = TimeValue()
      value.year = year.year
      return (value, year.end)
    }
    if let found = period(at: next), found.value.literal == nil { return (found.value, found.end) }
    if let unit = reader.match(next, .calendarUnit), next > index,
      let current = currentPeriod(reader.code(unit.sense)),
      current.year != nil, reader[unit.end - 1].count > 2
    {
      return (current, unit.end)
    }
    return nil
  }

  private func unitOf(_ number: Int, _ count: Double?, _ code: String, _ end: Int) -> Found? {
    let container = container(after: end)
    var value = TimeValue()
    if let container { value = container.value }
    let stop = container?.end ?? end
    if let count {
      guard let container, let bounds = bounds(container.value) else { return nil }
      var span = TimeSpan()
      span.add(count, code)
      let text =
        number == 1
        ? bounds.start.iso8601 + "/" + span.timex
        : span.timex + "/" + lastEnd(bounds.end, code).iso8601
      return Found(value: TimeValue(literal: text), end: stop)
    }
    switch code {
    case "Q":
      guard number <= 4 else { return nil }
      value.quarter = number < 0 ? 4 : number
      value.month = nil
      return Found(value: value, end: stop)
    case "HY":
      guard number <= 2 else { return nil }
      value.half = number < 0 ? 2 : number
      return Found(value: value, end: stop)
    case "W":
      guard let container else { return nil }
      if let month = container.value.month {
        let yearText = container.value.year.map { CalendarDate.padded($0, 4) } ?? "XXXX"
        let week = number < 0 ? 5 : number
        let text = "\(yearText)-\(CalendarDate.padded(month, 2))-W\(CalendarDate.padded(week, 2))"
        if let weekday = weekdayAfter(stop) {
          let short = "\(yearText)-\(CalendarDate.padded(month, 2))-WXX-\(weekday.number)-#\(week)"
          return Found(value: TimeValue(literal: short), end: weekday.end)
        }
        return Found(value: TimeValue(literal: text), end: stop)
      }
      guard container.value.year != nil, container.value.week == nil else { return nil }
      value.week = number < 0 ? 52 : number
      return Found(value: value, end: stop)
    case "M":
      guard let container, container.value.month == nil, number <= 12 else { return nil }
      value.month = number < 0 ? 12 : number
      return Found(value: value, end: stop)
    case "D":
      guard let container, container.value.week == nil else { return nil }
      return dayOf(number, container.value, stop)
    case "F":
      guard let container, let month = container.value.month, number == 1 || number == 2 else {
        return nil
      }
      let yearText = container.value.year.map { CalendarDate.padded($0, 4) } ?? "XXXX"
      let prefix = "\(yearText)-\(CalendarDate.padded(month, 2))-"
      let last = CalendarDate.days(inMonth: month, of: container.value.year ?? 2001)
      let text = number == 1 ? "\(prefix)01/\(prefix)15" : "\(prefix)16/\(prefix)\(last)"
      return Found(value: TimeValue(literal: text), end: stop)
    case "WE":
      return weekendOf(number, container, stop)
    default:
      return nil
    }
  }

  private func weekdayAfter(_ index: Int) -> (number: Int, end: Int)? {
    var next = index
    if reader.isSymbol(next, ".") { next += 1 }
    if let on = onWord(next) { next = on } else { return nil }
    guard let name = reader.match(next, .weekday) else { return nil }
    return (Int(name.sense.value), name.end)
  }

  private func lastEnd(_ end: CalendarDate, _ code: String) -> CalendarDate {
    guard code == "W" else { return end }
    // Weeks are counted whole, back from the last Monday.
    return end.adding(days: 1 - end.weekday)
  }

  /// The first day of a period and the day after its last.
  func bounds(_ value: TimeValue) -> (start: CalendarDate, end: CalendarDate)? {
    guard let year = value.year else { return nil }
    if let month = value.month, let start = CalendarDate(year: year, month: month, day: 1) {
      return (start, start.adding(months: 1))
    }
    if let week = value.week {
      let monday = Self.monday(ofWeek: week, year: year)
      return (monday, monday.adding(days: 7))
    }
    guard let start = CalendarDate(year: year, month: 1, day: 1) else { return nil }
    return (start, start.adding(months: 12))
  }

  private func dayOf(_ number: Int, _ container: TimeValue, _ end: Int) -> Found? {
    var value = container
    if container.month == nil {
      guard let bounds = bounds(container) else { return nil }
      let day = number < 0 ? bounds.end.adding(days: -1) : bounds.start.adding(days: number - 1)
      return Found(value: TimeValue(day), end: end)
    }
    let last = CalendarDate.days(inMonth: container.month ?? 1, of: container.year ?? 2000)
    value.day = number < 0 ? last : number
    guard (1...31).contains(value.day ?? 0) else { return nil }
    return Found(value: value, end: end)
  }

  private func weekdayOf(_ number: Int, _ weekday: Int, _ end: Int) -> Found? {
    let part = dayPart(after: end)
    guard let container = container(after: part?.end ?? end), let month = container.value.month,
      container.value.day == nil, number <= 5
    else { return nil }
    var value = TimeValue()
    if let year = container.value.year,
      let date = Self.nthWeekday(number, weekday, month, year)
    {
      value = TimeValue(date)
    } else {
      (value.month, value.weekday, value.weekdayNumber) = (month, weekday, number)
    }
    value.part = part?.name
    return Found(value: value, end: container.end)
  }

  private func weekendOf(_ number: Int, _ container: (value: TimeValue, end: Int)?, _ end: Int)
    -> Found?
  {
    guard let container, let month = container.value.month else { return nil }
    let year = container.value.year ?? anchor?.year
    guard let year, let friday = Self.nthWeekday(number, 5, month, year) else { return nil }
    return weekendOf(friday, end)
  }
}
