extension DateGrammar {
  /// "Tuesday", « mardi 4 mars », "friday the 26th", "wednesday of next week".
  func weekdayDate(at index: Int) -> Found? {
    var isWeak = false
    guard
      let name = reader.match(index, .weekday)
        ?? {
          isWeak = true
          return reader.match(index, .weekdayWeak)
        }()
    else { return nil }
    let weekday = Int(name.sense.value)
    var next = name.end
    var dotted = false
    if isWeak, reader.isSymbol(next, "."), !reader[next].spaced {
      next += 1
      dotted = true
    }
    let bareEnd = next
    if let after = reader.match(next, .directionAfter),
      reader.style == .french || abs(after.sense.value) == 2
    {
      let shift = Int(after.sense.value)
      return Found(value: weekdayValue(weekday, weeks: shift, near: false), end: after.end)
    }
    if reader.isSymbol(next, ",") || reader.isSymbol(next, "("), reader[next + 1].kind != .stop {
      next += 1
    }
    if let article = reader.match(next, .article), reader.match(next, .direction) == nil {
      next = article.end
    }
    if let full = numericDate(at: next) ?? dayMonth(at: next) ?? monthDayAfter(next),
      full.value.day != nil
    {
      return full
    }
    let part = dayPart(after: bareEnd)
    if let week = weekReference(at: part?.end ?? bareEnd) {
      guard let monday = week.monday else {
        var value = TimeValue()
        value.weekday = weekday
        return Found(value: value, end: week.end)
      }
      var value = TimeValue(monday.adding(days: weekday - 1))
      value.isAnchored = true
      value.part = part?.name
      return Found(value: value, end: week.end)
    }
    if let day = dayNumber(at: next), day.isOrdinal || reader.isDigits(next), !isClock(day.end),
      !reader.isSymbol(day.end, "-") || reader[day.end].spaced,
      reader.match(day.end, .unit) == nil, !reader.isSymbol(day.end, "~")
    {
      return Found(value: weekdayOfMonth(weekday, day.day), end: day.end)
    }
    if let later = countedShift(at: skipComma(bareEnd)), let date = later.value.calendarDate {
      var value = TimeValue(date.adding(days: weekday - date.weekday))
      value.isAnchored = true
      return Found(value: value, end: later.end)
    }
    if isWeak, reader.isWord(index - 1, NumericCategory.article.bit), onWord(index - 1) == nil {
      return nil
    }
    if isWeak {
      let follower = reader[bareEnd]
      let led =
        index > 0
        && (onWord(index - 1) != nil
          || reader.isWord(
            index - 1,
            NumericCategory.at.bit | NumericCategory.direction.bit | NumericCategory.every.bit
              | NumericCategory.alternative.bit | NumericCategory.of.bit))
      guard
        dotted || led || follower.kind == .digits || reader.match(bareEnd, .at) != nil
          || reader.match(bareEnd, .partOfDay) != nil
      else { return nil }
      if reader.style == .english, !reader[index].capital, index > 0, !led { return nil }
    }
    var value = TimeValue()
    value.weekday = weekday
    return Found(value: value, end: bareEnd)
  }

  private func skipComma(_ index: Int) -> Int { reader.isSymbol(index, ",") ? index + 1 : index }

  private func monthDayAfter(_ index: Int) -> Found? {
    guard let month = monthDate(at: index), month.value.day != nil else { return nil }
    return month
  }

  /// The weekday of the week that lies `weeks` after the anchor's.
  func weekdayValue(_ weekday: Int, weeks: Int, near: Bool) -> TimeValue {
    guard let anchor else {
      var value = TimeValue()
      value.weekday = weekday
      return value
    }
    let monday = anchor.adding(days: 1 - anchor.weekday)
    var day = monday.adding(days: weeks * 7 + weekday - 1)
    if near, weeks == 1 {
      day = anchor.adding(days: (weekday - anchor.weekday + 6) % 7 + 1)
    }
    var value = TimeValue(day)
    value.isAnchored = true
    return value
  }

  /// "Monday 21": the day when the month of the anchor has it, else the weekday alone.
  private func weekdayOfMonth(_ weekday: Int, _ day: Int) -> TimeValue {
    if let anchor, let date = CalendarDate(year: anchor.year, month: anchor.month, day: day),
      date.weekday == weekday
    {
      var value = TimeValue(date)
      value.isAnchored = true
      return value
    }
    var value = TimeValue()
    value.weekday = weekday
    return value
  }

  /// "[of] next week", « (de) la semaine prochaine », "this week".
  private func weekReference(at index: Int) -> (monday: CalendarDate?, end: Int)? {
    var next = index
    if reader.isSymbol(next, "-") { next += 1 }
    if let of = reader.match(next, .of) { next = of.end }
    if let article = reader.match(next, .article), reader.match(next, .direction) == nil {
      next = article.end
    }
    guard let week = directed(at: next), week.value.week != nil, !week.value.isWeekend else {
      return nil
    }
    guard let anchor, let shift = weekShift(week.value) else { return (nil, week.end) }
    return (anchor.adding(days: 1 - anchor.weekday + 7 * shift), week.end)
  }

  private func weekShift(_ value: TimeValue) -> Int? {
    guard let anchor, let year = value.year, let week = value.week else { return nil }
    let monday = Self.monday(ofWeek: week, year: year)
    return (monday.dayNumber - anchor.adding(days: 1 - anchor.weekday).dayNumber) / 7
  }

  static func monday(ofWeek week: Int, year: Int) -> CalendarDate {
    let fourth = CalendarDate(dayNumber: CalendarDate.dayNumber(year: year, month: 1, day: 4))
    return fourth.adding(days: 1 - fourth.weekday + 7 * (week - 1))
  }
}
