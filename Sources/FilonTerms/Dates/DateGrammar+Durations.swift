extension DateGrammar {
  /// A length of time: "3 hours 30 minutes", « une heure et demie », "half an hour".
  func span(at index: Int) -> (span: TimeSpan, end: Int)? {
    guard let first = spanPart(at: index) else { return nil }
    var span = TimeSpan()
    span.add(first.amount, first.unit)
    var end = first.end
    var size = Self.rank[first.unit] ?? 0
    for _ in 0..<5 {
      var next = end
      if reader.isSymbol(next, ",") { next += 1 }
      if let and = reader.match(next, .and) { next = and.end }
      guard let more = spanPart(at: next), let rank = Self.rank[more.unit], rank < size else {
        break
      }
      span.add(more.amount, more.unit)
      end = more.end
      size = rank
    }
    return (span, end)
  }

  private static let rank = [
    "S": 1, "MI": 2, "H": 3, "D": 4, "W": 5, "F": 5, "M": 6, "Q": 7, "Y": 8, "DE": 9, "C": 10,
  ]

  private func spanPart(at index: Int) -> (amount: Double, unit: String, end: Int)? {
    var amount: Double
    var next: Int
    var isDigits = false
    if let couple = reader.match(index, .couple) {
      (amount, next) = (couple.sense.value, couple.end)
    } else if reader.isDigits(index)
      || reader.may(
        index,
        NumericCategory.cardinal.bit | NumericCategory.indefinite.bit | NumericCategory.fraction.bit
          | NumericCategory.scale.bit | NumericCategory.collective.bit
          | NumericCategory.glyphFraction.bit),
      let numeral = reader.numeral(at: index), !numeral.isOrdinal, numeral.value >= 0,
      numeral.value < 1e9
    {
      (amount, next) = (numeral.value, numeral.end)
      isDigits = numeral.hasDigits
      if numeral.isIndefinite, let couple = reader.match(next, .couple) {
        (amount, next) = (couple.sense.value, couple.end)
      }
      if numeral.isCollective || numeral.isFraction || numeral.hasScale,
        let of = reader.match(next, .of)
      {
        next = of.end
      }
      if numeral.isFraction, let article = reader.match(next, .indefinite) { next = article.end }
      if let more = reader.match(next, .additional) { next = more.end }
    } else {
      return nil
    }
    if let of = reader.match(next, .of), reader.match(index, .couple) != nil { next = of.end }
    if reader.isSymbol(next, "-"), !reader[next].spaced { next += 1 }
    guard let unit = reader.match(next, .calendarUnit) else {
      return quoteUnit(index, amount, next, isDigits)
    }
    let code = reader.code(unit.sense)
    let length = reader[unit.end - 1].count
    if length == 1, !isDigits || reader[next].spaced && code != "H" { return nil }
    if reader.isElision(unit.end - 1) { return nil }
    var end = unit.end
    // "an hour and a half", « deux heures et demie », « un an et un quart ».
    if let and = reader.match(end, .and) {
      var part = and.end
      var above = 1.0
      if let article = reader.match(part, .indefinite) {
        part = article.end
      } else if let number = reader.match(part, .cardinal),
        reader.match(number.end, .fraction) != nil
      {
        above = number.sense.value
        part = number.end
      }
      if let fraction = reader.match(part, .fraction),
        reader.match(fraction.end, .calendarUnit) == nil
      {
        amount += above / fraction.sense.value
        end = fraction.end
      }
    }
    return (amount, code, end)
  }

  /// 30' and 15": minutes and seconds.
  private func quoteUnit(_ index: Int, _ amount: Double, _ next: Int, _ isDigits: Bool) -> (
    amount: Double, unit: String, end: Int
  )? {
    guard isDigits, !reader[next].spaced else { return nil }
    if reader.isSymbol(next, "'"), reader[next + 1].kind != .digits {
      return (amount, "MI", next + 1)
    }
    if reader.isSymbol(next, "\""), amount < 60, !closesQuotation(next) {
      return (amount, "S", next + 1)
    }
    return nil
  }

  /// Whether the straight quotation mark at `index` closes one that stands close before.
  private func closesQuotation(_ index: Int) -> Bool {
    var isOpen = false
    var earlier = index - 1
    while earlier >= 0, index - earlier < 80 {
      if reader.isSymbol(earlier, "\"") { isOpen.toggle() }
      earlier -= 1
    }
    return isOpen
  }

  /// A duration by itself, "three years", "all day".
  func duration(at index: Int) -> Found? {
    if let all = reader.match(index, .allOf), let unit = reader.match(all.end, .calendarUnit),
      reader[unit.end - 1].count > 1
    {
      let code = reader.code(unit.sense)
      if all.sense.value == 0 {
        guard let text = ["W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "D": "XXXX-XX-XX"][code]
        else {
          return nil
        }
        return Found(value: TimeValue(literal: text), end: unit.end)
      }
      var span = TimeSpan()
      span.add(1, code)
      guard span.lengths != nil else { return nil }
      return durationValue(span, unit.end)
    }
    guard let length = span(at: index) else { return nil }
    return durationValue(length.span, length.end)
  }

  private func durationValue(_ span: TimeSpan, _ end: Int) -> Found {
    var value = TimeValue(literal: span.timex)
    value.isDuration = true
    return Found(value: value, end: end)
  }

  /// The point that lies a span after or before a date.
  func shift(_ base: CalendarDate?, _ span: TimeSpan, _ sign: Int) -> TimeValue? {
    guard let base, let lengths = span.lengths else {
      return base == nil ? TimeValue(literal: "XXXX-XX-XX") : nil
    }
    var date = base
    let months = (lengths.months * Double(sign)).rounded(.towardZero)
    let monthRest = lengths.months * Double(sign) - months
    if abs(months) > 0, abs(months) < 120_000 { date = date.adding(months: Int(months)) }
    let days = lengths.days * Double(sign) + monthRest * 30
    guard abs(days) < 3_000_000, abs(lengths.seconds) < 1e9 else { return nil }
    if span.hasTime || days != days.rounded() {
      date = date.adding(seconds: Int((days * 86_400 + lengths.seconds * Double(sign)).rounded()))
    } else {
      date = date.adding(days: Int(days))
    }
    guard (1...9999).contains(date.year) else { return nil }
    var value = TimeValue(date)
    value.isAnchored = true
    if span.hasTime, let second = date.secondOfDay {
      (value.hour, value.minute, value.second) = (second / 3600, second / 60 % 60, second % 60)
      value.hasMeridiem = true
    }
    return value
  }

  /// "the next 3 days" as start and length, "the last 3 months" as length and end.
  func interval(_ shift: Int, _ number: Double, _ code: String, _ end: Int) -> Found? {
    var span = TimeSpan()
    span.add(number, code)
    guard shift != 0, span.lengths != nil else { return nil }
    var stop = end
    for _ in 0..<4 {
      guard let and = reader.match(stop, .and), let more = self.span(at: and.end),
        !more.span.parts.isEmpty, reader.match(more.end, .ago) == nil,
        reader.match(more.end, .later) == nil
      else { break }
      for part in more.span.parts { span.add(part.amount, part.unit) }
      stop = more.end
    }
    guard let anchor else {
      var value = TimeValue(literal: span.timex)
      value.isDuration = true
      return Found(value: value, end: stop)
    }
    var value: TimeValue
    if shift > 0 {
      let first = span.hasTime ? anchor : anchor.adding(days: 1)
      value = TimeValue(
        literal: quarterStart(code, anchor, shift) ?? (start(first, span) + "/" + span.timex))
    } else if shift < 0 {
      value = TimeValue(
        literal: span.timex + "/" + (quarterEnd(code, anchor) ?? start(anchor, span)))
    } else {
      value = TimeValue(literal: span.timex)
      value.isDuration = true
    }
    value.isAnchored = true
    if code == "Q", shift > 0, let first = quarterStart(code, anchor, shift) {
      value.literal = first + "/" + span.timex
    }
    return Found(value: value, end: stop)
  }

  private func quarterStart(_ code: String, _ anchor: CalendarDate, _ shift: Int) -> String? {
    guard code == "Q" else { return nil }
    let next = anchor.adding(months: 3 - (anchor.month - 1) % 3)
    return "\(CalendarDate.padded(next.year, 4))-\(CalendarDate.padded(next.month, 2))-01"
  }

  private func quarterEnd(_ code: String, _ anchor: CalendarDate) -> String? {
    guard code == "Q" else { return nil }
    let first = anchor.adding(months: -((anchor.month - 1) % 3))
    return "\(CalendarDate.padded(first.year, 4))-\(CalendarDate.padded(first.month, 2))-01"
  }

  /// "every Tuesday", « tous les deux jours », "weekly", "each morning".
  func set(at index: Int) -> Found? {
    if let day = dayOfEveryMonth(at: index) { return day }
    if let adverb = reader.match(index, .setAdverb) {
      return setValue(TimeValue(literal: reader.code(adverb.sense)), adverb.end)
    }
    guard let every = reader.match(index, .every) else { return pluralWeekday(at: index) }
    var next = every.end
    var number = 1.0
    if let ordinal = reader.match(next, .ordinal) {
      number = ordinal.sense.value
      next = ordinal.end
    } else if let count = smallNumber(at: next) {
      number = count.value
      next = count.end
    }
    if let name = reader.match(next, .weekday) ?? reader.match(next, .weekdayWeak) {
      var value = TimeValue()
      value.weekday = Int(name.sense.value)
      return withSetTime(value, name.end)
    }
    if let part = reader.match(next, .partOfDay), number == 1 {
      var value = TimeValue()
      value.part = reader.code(part.sense)
      return withSetTime(value, part.end)
    }
    if let unit = reader.match(next, .calendarUnit), reader[unit.end - 1].count > 1 {
      let code = reader.code(unit.sense)
      var span = TimeSpan()
      span.add(number, code)
      return setValue(TimeValue(literal: span.timex), unit.end)
    }
    return nil
  }

  /// "the 19th of every month", « le 5 de chaque mois ».
  private func dayOfEveryMonth(at index: Int) -> Found? {
    guard reader.isDigits(index), let day = dayNumber(at: index) else { return nil }
    var next = day.end
    if reader.match(next, .every) == nil, let of = reader.match(next, .of) { next = of.end }
    guard let every = reader.match(next, .every), let unit = reader.match(every.end, .calendarUnit),
      reader.code(unit.sense) == "M"
    else { return nil }
    var value = TimeValue()
    value.day = day.day
    return setValue(value, unit.end)
  }

  /// "Thursdays at 5", « les mardis », "weekends".
  private func pluralWeekday(at index: Int) -> Found? {
    if let unit = reader.match(index, .calendarUnit), reader.code(unit.sense) == "WE",
      NounNumber.isPlural(reader.bytes, reader[unit.end - 1])
    {
      return setValue(TimeValue(literal: "P1WE"), unit.end)
    }
    guard let name = reader.match(index, .weekday),
      reader.bytes[Int(reader[name.end - 1].end) - 1] | 0x20 == 0x73
    else { return nil }
    var value = TimeValue()
    value.weekday = Int(name.sense.value)
    return withSetTime(value, name.end)
  }

  private func withSetTime(_ value: TimeValue, _ end: Int) -> Found {
    guard let clock = time(at: end, afterDate: true), clock.value.hasTime, !clock.value.hasDate
    else {
      if let part = dayPart(after: end), value.part == nil {
        var result = value
        result.part = part.name
        return setValue(result, part.end)
      }
      return setValue(value, end)
    }
    return setValue(value.with(timeOf: clock.value), clock.end)
  }

  private func setValue(_ value: TimeValue, _ end: Int) -> Found {
    var result = value
    result.isSet = true
    return Found(value: result, end: end)
  }
}
