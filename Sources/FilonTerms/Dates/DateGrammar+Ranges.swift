extension DateGrammar {
  /// "from March to May", « du 13 au 15 juillet », "between 3 and 5 pm", "2014-2018".
  func range(at index: Int) -> Found? {
    var best: Found?
    let between = reader.match(index, .between)
    let from = reader.match(index, .from)
    let start = (between ?? from)?.end ?? index
    let isOpened = start > index
    if !isOpened { consider(datedClockRange(at: index), &best) }
    consider(clockRange(from: start, isOpened: isOpened, isBetween: between != nil), &best)
    consider(dayRange(from: start, isBetween: between != nil), &best)
    consider(pointRange(from: start, isOpened: isOpened, isBetween: between != nil), &best)
    consider(spanFrom(index), &best)
    return best
  }

  /// The lexeme behind the word or dash that joins two ends of a range.
  func joint(at index: Int, isBetween: Bool) -> Int? {
    if reader.isSymbol(index, "-") || reader.isSymbol(index, "~") { return index + 1 }
    if isBetween, let and = reader.match(index, .and) { return and.end }
    return reader.match(index, .rangeWord)?.end
  }

  private func skipArticle(_ index: Int) -> Int {
    if let on = onWord(index) { return on }
    guard let article = reader.match(index, .article), reader.match(index, .direction) == nil else {
      return index
    }
    return article.end
  }

  /// Days of one month: "July 13-15", "13 to 15 July", "between the 3rd and 12th of September".
  private func dayRange(from start: Int, isBetween: Bool) -> Found? {
    let first = skipArticle(start)
    if let month = monthDate(at: first), month.value.day != nil {
      guard let next = joint(at: month.end, isBetween: isBetween) else { return nil }
      guard let day = dayNumber(at: skipArticle(next)), dayMonth(at: skipArticle(next)) == nil,
        !isClock(day.end),
        day.isOrdinal || reader.isDigits(skipArticle(next))
      else { return nil }
      var end = day.end
      var value = month.value
      if let year = yearAfter(end, afterDay: true) { (value.year, end) = (year.year, year.end) }
      var last = value
      last.day = day.day
      if day.day < (value.day ?? 0), let number = value.month {
        last.month = number % 12 + 1
        if number == 12 { last.year = last.year.map { $0 + 1 } }
      }
      return Found(value: join(value, last), end: end)
    }
    var weekdayEnd = first
    if let name = reader.match(first, .weekday) { weekdayEnd = name.end }
    guard let day = dayNumber(at: weekdayEnd), day.day > 0,
      let next = joint(at: day.end, isBetween: isBetween)
    else { return nil }
    var second = skipArticle(next)
    if let name = reader.match(second, .weekday) { second = name.end }
    if let full = dayMonth(at: second) {
      var value = full.value
      value.day = day.day
      if day.day > (full.value.day ?? 0) {
        value.month = nil
        value.year = nil
      }
      return Found(value: join(value, full.value), end: full.end)
    }
    // « du 4 au 23 », « du 4 au 23 le mois prochain »
    guard reader.style == .french, start > 0,
      reader.match(start - 1, .fromDay) != nil || first > start,
      let last = dayNumber(at: second), !isClock(last.end), reader.match(last.end, .unit) == nil,
      reader.match(last.end, .currency) == nil, first == start || next > day.end
    else { return nil }
    var (value, final) = (TimeValue(), TimeValue())
    (value.day, final.day) = (day.day, last.day)
    var end = last.end
    var after = end
    if let on = onWord(after) { after = on }
    if let of = reader.match(after, .of) { after = of.end }
    if let month = directed(at: after), let number = month.value.month, month.value.literal == nil {
      (value.month, final.month) = (number, number)
      (value.year, final.year) = (month.value.year, month.value.year)
      end = month.end
    }
    return Found(value: join(value, final), end: end)
  }

  /// Hours: "3-4 pm", "from 9:30 to 11", « entre 14 h et 16 h », with a date behind them.
  private func clockRange(from start: Int, isOpened: Bool, isBetween: Bool) -> Found? {
    guard let low = rangeHour(at: start) else { return nil }
    guard let next = joint(at: low.end, isBetween: isBetween) else { return spanAfter(low) }
    guard var high = rangeHour(at: next) else { return nil }
    var first = low
    let isMarked = !low.isBare || !high.isBare
    if high.value.hasMeridiem, !low.value.hasMeridiem, let hour = low.value.hour,
      let last = high.value.hour,
      high.isTwelveHour, hour <= 12
    {
      let raised = hour % 12 + (last >= 12 ? 12 : 0)
      first.value.hour = raised <= last ? raised : hour
      first.value.hasMeridiem = true
    }
    var part: String?
    if !high.value.hasMeridiem, let name = dayPart(after: high.end) {
      part = name.name
      high.end = name.end
    }
    var index = high.end
    var day: Found?
    if reader.isSymbol(index, ",") { index += 1 }
    if let zone = reader.match(index, .timeZone) { index = zone.end }
    if let on = onWord(index) {
      index = on
    } else if let of = reader.match(index, .of) {
      index = of.end
    }
    if let found = date(at: index), found.value.day != nil || found.value.weekday != nil,
      !found.isWeak,
      found.value.literal == nil
    {
      day = found
    }
    if day == nil, let today = partOfToday(high.end) { day = today }
    raise(&high.value, after: first.value)
    guard isMarked || part != nil || day != nil else { return nil }
    if !isMarked, !isOpened, day == nil, part == nil { return nil }
    part = part ?? day?.value.part
    if let part {
      first.value.apply(part: part)
      if high.value.hour != 12 { high.value.apply(part: part) }
    }
    return timed(day, first.value, high.value, day?.end ?? high.end)
  }

  private func partOfToday(_ index: Int) -> Found? {
    guard let found = time(at: index), found.value.part != nil, found.value.day != nil else {
      return nil
    }
    return found
  }

  /// "10-4" ends in the afternoon.
  private func raise(_ high: inout TimeValue, after low: TimeValue) {
    guard !high.hasMeridiem, let first = low.hour, let last = high.hour, last < 12,
      last * 60 + (high.minute ?? 0) <= first * 60 + (low.minute ?? 0), first <= 12
    else { return }
    high.hour = last + 12
    high.hasMeridiem = true
  }

  private func timed(_ day: Found?, _ low: TimeValue, _ high: TimeValue, _ end: Int) -> Found {
    var (first, last) = (low, high)
    if var date = day?.value {
      date.part = nil
      first = date.with(timeOf: low)
      last = date.with(timeOf: high)
    }
    return Found(value: join(first, last), end: end)
  }

  private struct Hour {
    var value: TimeValue
    var end: Int
    var isBare: Bool
    var isTwelveHour: Bool
  }

  private func isTwelveHour(_ found: Found) -> Bool {
    found.value.isRaised || reader.isWord(found.end - 1, NumericCategory.meridiem.bit)
      || reader.isSymbol(found.end - 1, ".")
      || (found.value.hasMeridiem && reader.may(found.end - 2, NumericCategory.meridiem.bit))
  }

  private func rangeHour(at index: Int) -> Hour? {
    if let found = time(at: index, afterDate: true), found.value.hour != nil, !found.value.hasDate,
      !(reader.isDigits(index) && found.end == index + 1)
    {
      return Hour(
        value: found.value, end: found.end, isBare: false, isTwelveHour: isTwelveHour(found))
    }
    guard let numeral = reader.numeral(at: index), numeral.divisor == 1, numeral.value >= 0,
      numeral.value <= 24, !numeral.isOrdinal, !numeral.isFraction,
      numeral.value == numeral.value.rounded()
    else { return nil }
    if reader.isDigits(index), reader[index].count > 2 { return nil }
    if numeral.isIndefinite { return nil }
    var value = TimeValue()
    value.hour = Int(numeral.value)
    value.hasMeridiem = numeral.value > 12
    return Hour(value: value, end: numeral.end, isBare: true, isTwelveHour: false)
  }

  /// "10 am for 3 hours".
  private func spanAfter(_ low: Hour) -> Found? {
    guard !low.isBare, let of = reader.match(low.end, .at) ?? reader.match(low.end, .of),
      let length = span(at: of.end), length.span.hasTime, let lengths = length.span.lengths
    else { return nil }
    return Found(value: join(low.value, later(low.value, lengths.seconds)), end: length.end)
  }

  private func later(_ value: TimeValue, _ seconds: Double) -> TimeValue {
    var result = value
    let total = (value.hour ?? 0) * 3600 + (value.minute ?? 0) * 60 + Int(seconds)
    (result.hour, result.minute, result.second) = (total / 3600 % 24, total / 60 % 60, total % 60)
    return result
  }

  /// "Tuesday from 2 to 4", "tomorrow 9-11", « le 17 entre 14 et 16 ».
  private func datedClockRange(at index: Int) -> Found? {
    var day = date(at: index)
    if day == nil || day?.value.day == nil && day?.value.weekday == nil { day = time(at: index) }
    guard var found = day, found.value.day != nil || found.value.weekday != nil, !found.isWeak,
      found.value.literal == nil, found.value.hour == nil
    else { return nil }
    if found.value.part == nil, let part = dayPart(after: found.end) {
      found.value.part = part.name
      found.end = part.end
    }
    var next = found.end
    if reader.isSymbol(next, ",") { next += 1 }
    let between = reader.match(next, .between)
    let opener = between ?? reader.match(next, .from)
    if let opener { next = opener.end }
    guard let low = rangeHour(at: next) else { return datedSpan(found, next) }
    guard let second = joint(at: low.end, isBetween: between != nil),
      var high = rangeHour(at: second)
    else { return nil }
    guard opener != nil || !low.isBare || !high.isBare || reader.isSymbol(low.end, "-") else {
      return nil
    }
    var first = low.value
    if high.value.hasMeridiem, high.isTwelveHour, !first.hasMeridiem, let hour = first.hour,
      let last = high.value.hour, hour <= 12
    {
      let raised = hour % 12 + (last >= 12 ? 12 : 0)
      first.hour = raised <= last ? raised : hour
    }
    raise(&high.value, after: first)
    if let part = found.value.part {
      first.apply(part: part)
      if high.value.hour != 12 { high.value.apply(part: part) }
    }
    return timed(found, first, high.value, high.end)
  }

  private func datedSpan(_ day: Found, _ index: Int) -> Found? {
    guard let of = reader.match(index, .of) ?? reader.match(index, .at),
      let length = span(at: of.end),
      length.span.hasTime, let lengths = length.span.lengths,
      let from = reader.match(length.end, .from),
      let clock = time(at: from.end, afterDate: true), clock.value.hour != nil, !clock.value.hasDate
    else { return nil }
    return timed(day, clock.value, later(clock.value, lengths.seconds), clock.end)
  }

  /// "3 days from next Monday", "for 2 hours from 2 pm".
  private func spanFrom(_ index: Int) -> Found? {
    var next = index
    if let lead = reader.match(next, .durationLead) { next = lead.end }
    guard let length = span(at: next), let lengths = length.span.lengths else { return nil }
    guard let since = reader.match(length.end, .since), reader.match(length.end, .later) == nil
    else { return nil }
    if length.span.hasTime,
      let clock = time(at: since.end, afterDate: true) ?? bareHourValue(since.end),
      clock.value.hour != nil, !clock.value.hasDate
    {
      return Found(value: join(clock.value, later(clock.value, lengths.seconds)), end: clock.end)
    }
    let isStarting =
      reader[length.end].count > 5
      || reader.match(index, .durationLead).map { $0.sense.value == 1 } ?? false
    guard isStarting, let base = date(at: since.end), let day = resolved(base.value),
      !length.span.hasTime
    else { return nil }
    return Found(value: TimeValue(literal: day.iso8601 + "/" + length.span.timex), end: base.end)
  }

  private func bareHourValue(_ index: Int) -> Found? {
    guard let hour = rangeHour(at: index) else { return nil }
    return Found(value: hour.value, end: hour.end)
  }

  /// Two points of any kind: "from April to June 2017", "between now and Friday", "2014-2018".
  private func pointRange(from start: Int, isOpened: Bool, isBetween: Bool) -> Found? {
    guard let low = point(at: skipArticle(start)), !low.value.isSet, !low.value.isDuration,
      let next = joint(at: low.end, isBetween: isBetween),
      let high = point(at: skipArticle(next)), !high.value.isSet, !high.value.isDuration
    else { return nil }
    let isDash = reader.isSymbol(low.end, "-") || reader.isSymbol(low.end, "~")
    guard low.value.literal == nil || isOpened || isDash || low.value.literal == "PRESENT_REF"
    else { return nil }
    if low.isWeak != high.isWeak, !isOpened, !isDash, low.isWeak, high.value.year == nil {
      return nil
    }
    if low.isWeak, high.isWeak, isDash, let first = low.value.year, let last = high.value.year,
      last <= first
    {
      return nil
    }
    // "2010-2015-86" is no range of years.
    if isDash, low.isWeak, reader.isSymbol(high.end, "-"), reader.isDigits(high.end + 1) {
      return nil
    }
    var (first, last) = (low.value, high.value)
    inherit(&first, &last)
    var found = Found(value: join(first, last), end: high.end)
    found.isWeak = low.isWeak && high.isWeak && !isOpened && !isDash
    return found
  }

  /// Gives the end that lacks a part the part of the other: "Nov 18 - Dec 19, 2015".
  private func inherit(_ first: inout TimeValue, _ last: inout TimeValue) {
    if last.hasTime, !last.hasDate, first.hasDate, last.literal == nil {
      last = first.with(timeOf: last)
      return
    }
    if first.literal != nil || last.literal != nil { return }
    if first.weekday == nil, last.weekday == nil || last.day != nil {
      if first.year == nil, first.month != nil, let year = last.year, !last.isAnchored {
        first.year = year
      }
      if let day = first.calendarDate, last.weekday != nil, last.day == nil {
        let shift = ((last.weekday ?? 1) - day.weekday + 7) % 7
        last = TimeValue(day.adding(days: shift))
      }
    } else if let day = first.calendarDate, let weekday = last.weekday, last.day == nil {
      last = TimeValue(day.adding(days: (weekday - day.weekday + 7) % 7))
    }
    if let day = first.calendarDate, let weekday = last.weekday, last.day == nil {
      last = TimeValue(day.adding(days: (weekday - day.weekday + 7) % 7))
    }
    if !first.hasDate, last.hasDate, first.hasTime {
      var date = last
      (date.hour, date.minute, date.second, date.part) = (nil, nil, nil, nil)
      first = date.with(timeOf: first)
    }
  }

  func join(_ first: TimeValue, _ last: TimeValue) -> TimeValue {
    func text(_ value: TimeValue) -> String {
      guard value.literal == "PRESENT_REF", let anchor else { return value.timex }
      return anchor.iso8601
    }
    var value = TimeValue(literal: text(first) + "/" + text(last))
    value.isAnchored = first.isAnchored || last.isAnchored
    return value
  }
}
