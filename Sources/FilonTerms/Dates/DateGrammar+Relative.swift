extension DateGrammar {
  /// "yesterday", « après-demain », "now".
  func dayReference(at index: Int) -> Found? {
    guard let word = reader.match(index, .dayReference) else { return nil }
    let code = reader.code(word.sense)
    if code == "now" { return Found(value: TimeValue(literal: "PRESENT_REF"), end: word.end) }
    if code == "future" { return Found(value: TimeValue(literal: "FUTURE_REF"), end: word.end) }
    guard let anchor else {
      var value = TimeValue()
      value.isOpenDay = true
      return Found(value: value, end: word.end)
    }
    var value = TimeValue(anchor.adding(days: Int(word.sense.value)))
    value.isAnchored = true
    return Found(value: value, end: word.end)
  }

  /// A directed period with the day or the quarter that follows it: "next week on Tuesday", "next
  /// year's first quarter".
  func directedDay(at index: Int) -> Found? {
    guard let found = directed(at: index) else { return nil }
    if let week = found.value.week, let year = found.value.year, !found.value.isWeekend {
      var next = found.end
      if reader.isSymbol(next, "-") || reader.isSymbol(next, ",") { next += 1 }
      if let on = onWord(next) { next = on }
      guard let name = reader.match(next, .weekday) ?? reader.match(next, .weekdayWeak) else {
        return found
      }
      let monday = Self.monday(ofWeek: week, year: year)
      var value = TimeValue(monday.adding(days: Int(name.sense.value) - 1))
      value.isAnchored = true
      return Found(value: value, end: name.end)
    }
    if let year = found.value.year, found.value.month == nil, reader.isSymbol(found.end, "'"),
      reader[found.end + 1].count == 1, var part = ordinalOf(at: found.end + 2),
      part.value.year == nil, part.value.quarter != nil || part.value.half != nil
    {
      part.value.year = year
      part.value.isAnchored = true
      return part
    }
    return found
  }

  /// "next week", « le mois dernier », "last 3 months", « les 3 prochains jours ».
  func directed(at index: Int) -> Found? {
    var next = index
    var number: Double?
    if let count = smallNumber(at: next) {
      number = count.value
      next = count.end
      if let of = reader.match(next, .of), reader.match(of.end, .direction) != nil { next = of.end }
    }
    if let direction = reader.match(next, .direction), let sign = direction.sense.value as Double? {
      next = direction.end
      if number == nil, let count = smallNumber(at: next) {
        number = count.value
        next = count.end
        if let of = reader.match(next, .of) { next = of.end }
      }
      let unit = next
      if let found = resolve(Int(sign), number, at: unit) {
        // « ce vendredi prochain », "this Monday after next".
        if let after = reader.match(found.end, .directionAfter),
          sign == 0 || abs(after.sense.value) == 2
        {
          let shift = after.sense.value == 0 ? sign : after.sense.value
          if let better = resolve(Int(shift), number, at: unit) {
            return Found(value: better.value, end: after.end)
          }
        }
        return found
      }
      return nil
    }
    if let unit = reader.match(next, .calendarUnit), reader[unit.end - 1].count > 1 {
      if let after = reader.match(unit.end, .directionAfter) {
        guard var found = resolve(Int(after.sense.value), number, at: next) else { return nil }
        found.end = after.end
        return found
      }
      if number == nil, let value = articlePeriod(index, unit) {
        return Found(value: value, end: unit.end)
      }
    }
    guard number == nil else { return nil }
    if let object = reader.match(next, .month) ?? reader.match(next, .season)
      ?? reader.match(next, .holiday),
      let after = reader.match(object.end, .directionAfter)
    {
      guard var found = resolve(Int(after.sense.value), nil, at: next) else { return nil }
      found.end = after.end
      return found
    }
    return nil
  }

  /// "the month", « de l'année »: the current one.
  private func articlePeriod(_ index: Int, _ unit: NumericReader.Match) -> TimeValue? {
    guard index > 0, anchor != nil, reader[unit.end - 1].kind == .word else { return nil }
    let code = reader.code(unit.sense)
    guard ["D", "W", "M", "Y"].contains(code), !isPluralWord(unit.end - 1) else { return nil }
    let isDefinite = reader.isWord(index - 1, NumericCategory.article.bit)
    let isLed = reader.isWord(index - 2, NumericCategory.of.bit | NumericCategory.at.bit)
    guard isDefinite && isLed || reader.isWord(index - 1, NumericCategory.fromDay.bit) else {
      return nil
    }
    return currentPeriod(code)
  }

  private func isPluralWord(_ index: Int) -> Bool {
    let lexeme = reader[index]
    return NounNumber.isPlural(reader.bytes, lexeme) && lexeme.count > 4
  }

  /// A small count in front of a unit: "3", "three", "couple", « quelques ».
  func smallNumber(at index: Int) -> (value: Double, end: Int)? {
    if let couple = reader.match(index, .couple) {
      return (couple.sense.value, couple.end)
    }
    guard
      reader.isDigits(index)
        || reader.may(index, NumericCategory.cardinal.bit | NumericCategory.indefinite.bit),
      let numeral = reader.numeral(at: index), !numeral.isOrdinal, numeral.value > 0,
      numeral.value < 10_000, !numeral.isFraction
    else { return nil }
    if numeral.isIndefinite { return nil }
    if let couple = reader.match(numeral.end, .couple), numeral.value == 1 {
      return (couple.sense.value, couple.end)
    }
    return (numeral.value, numeral.end)
  }

  /// The period that lies `shift` units from the anchor, or `number` units long beside it.
  func resolve(_ shift: Int, _ number: Double?, at index: Int) -> Found? {
    var next = index
    if reader.match(next, .calendarUnit) == nil, let of = reader.match(next, .of) { next = of.end }
    if number == nil, let part = reader.match(next, .partOfDay) {
      var value = anchor.map { TimeValue($0.adding(days: shift)) } ?? TimeValue()
      value.isOpenDay = anchor == nil
      value.part = reader.code(part.sense)
      value.isAnchored = anchor != nil
      return Found(value: value, end: part.end)
    }
    if number == nil, let date = numericDate(at: next) ?? dayMonth(at: next), date.value.day != nil,
      date.value.year == nil
    {
      return date
    }
    if let unit = reader.match(next, .calendarUnit), reader[unit.end - 1].count > 1 {
      let code = reader.code(unit.sense)
      if let number {
        return interval(shift, number, code, unit.end)
      }
      guard let value = relativePeriod(code, shift) else { return nil }
      return Found(value: value, end: unit.end)
    }
    guard number == nil else { return nil }
    if let name = reader.match(next, .weekday) ?? reader.match(next, .weekdayWeak) {
      if let date = numericDate(at: name.end) ?? dayMonth(at: name.end), date.value.day != nil {
        return date
      }
      return Found(
        value: weekdayValue(Int(name.sense.value), weeks: shift, near: false), end: name.end)
    }
    if let month = reader.match(next, .month) ?? reader.match(next, .monthWeak) {
      guard shift == 0 || yearAfter(month.end, afterDay: false) == nil else { return nil }
      if dayAfterMonth(month.end) { return nil }
      return Found(value: monthValue(Int(month.sense.value), shift), end: month.end)
    }
    if let season = reader.match(next, .season) {
      var value = TimeValue()
      value.season = reader.code(season.sense)
      if let anchor { value.year = anchor.year + shift }
      value.isAnchored = anchor != nil
      if let year = yearAfter(season.end, afterDay: false) {
        value.year = year.year
        return Found(value: value, end: year.end)
      }
      return Found(value: value, end: season.end)
    }
    if let name = reader.match(next, .holiday), let anchor {
      guard let date = holiday(reader.code(name.sense), near: anchor, direction: shift) else {
        return nil
      }
      var value = TimeValue(date)
      value.isAnchored = true
      return Found(value: value, end: name.end)
    }
    return nil
  }

  private func dayAfterMonth(_ index: Int) -> Bool {
    guard let day = dayNumber(at: index), reader.isDigits(index) || day.isOrdinal else {
      return false
    }
    return !isClock(day.end)
  }

  private func monthValue(_ month: Int, _ shift: Int) -> TimeValue {
    var value = TimeValue()
    value.month = month
    guard let anchor else { return value }
    value.isAnchored = true
    value.year = anchor.year
    if shift > 0, month <= anchor.month { value.year = anchor.year + 1 }
    if shift < 0, month >= anchor.month { value.year = anchor.year - 1 }
    return value
  }

  /// "3 weeks ago", « il y a trois mois », "in 5 minutes", "two days after Easter".
  func shifted(at index: Int) -> Found? {
    if let ago = reader.match(index, .ago) {
      var next = ago.end
      if let about = reader.match(next, .approximate) { next = about.end }
      if let about = reader.match(next, .bound) {
        next = about.end
        if let of = reader.match(next, .of) { next = of.end }
      }
      guard let length = span(at: next), let value = shift(anchor, length.span, -1) else {
        return nil
      }
      return Found(value: value, end: length.end)
    }
    if let counted = countedShift(at: index) { return counted }
    if let future = reader.match(index, .inFuture) {
      guard reader.style != .english || index + 1 == future.end || future.end - index >= 2 else {
        return nil
      }
      var next = future.end
      if let about = reader.match(next, .approximate) { next = about.end }
      if let article = reader.match(next, .article) { next = article.end }
      guard let length = span(at: next) else { return nil }
      var end = length.end
      if let after = reader.match(end, .directionAfter), after.sense.value == 1 { end = after.end }
      if future.sense.value == 0, let anchor {
        return Found(
          value: TimeValue(literal: start(anchor, length.span) + "/" + length.span.timex), end: end)
      }
      guard let value = shift(anchor, length.span, 1) else { return nil }
      return Found(value: value, end: end)
    }
    return nil
  }

  func start(_ date: CalendarDate, _ span: TimeSpan) -> String {
    guard span.hasTime, let second = date.secondOfDay else { return date.iso8601 }
    return date.iso8601 + "T" + Self.clock(second)
  }

  static func clock(_ second: Int) -> String {
    let parts = [second / 3600, second / 60 % 60, second % 60]
    return parts.map { CalendarDate.padded($0, 2) }.joined(separator: ":")
  }

  /// "3 weeks ago", "two days before Easter", « deux mois après vendredi ».
  func countedShift(at index: Int) -> Found? {
    guard let length = span(at: index) else { return nil }
    if let relation = reader.match(length.end, .relation) {
      var next = relation.end
      if let article = reader.match(next, .article), reader.match(next, .direction) == nil {
        next = article.end
      }
      if let base = date(at: next), !base.isWeak || base.value.year != nil,
        let day = resolved(base.value),
        let value = shift(day, length.span, Int(relation.sense.value))
      {
        return Found(value: value, end: base.end)
      }
    }
    guard let later = reader.match(length.end, .ago) ?? reader.match(length.end, .later) else {
      return nil
    }
    if reader.style == .french, later.end == length.end + 1,
      reader.match(length.end, .relation) != nil,
      reader[later.end].kind == .word
    {
      return nil
    }
    guard let value = shift(anchor, length.span, Int(later.sense.value)) else { return nil }
    return Found(value: value, end: later.end)
  }

  /// The day that a value means, open dates taken as the next one after the anchor.
  func resolved(_ value: TimeValue) -> CalendarDate? {
    if let date = value.calendarDate { return date }
    if value.literal == "PRESENT_REF" { return anchor }
    if let year = value.year {
      return CalendarDate(year: year, month: value.month ?? 1, day: 1)
    }
    guard let anchor else { return nil }
    if let weekday = value.weekday, value.month == nil {
      return anchor.adding(days: (weekday - anchor.weekday + 6) % 7 + 1)
    }
    if let rule = value.holidayRule { return holiday(rule, near: anchor, direction: 1) }
    guard let month = value.month, let day = value.day else { return nil }
    for year in anchor.year...anchor.year + 4 {
      if let date = CalendarDate(year: year, month: month, day: day), date > anchor { return date }
    }
    return nil
  }
}
