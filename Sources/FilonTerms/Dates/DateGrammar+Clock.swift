extension DateGrammar {
  /// Reads a time of day: "14 h 30", "3 pm", "half past seven", « midi », "in the morning at 7".
  func readTime(at index: Int, afterDate: Bool) -> Found? {
    var next = index
    var isLed = false
    if let at = reader.match(next, .at), !reader.isDigits(index) {
      next = at.end
      isLed = true
      if let second = reader.match(next, .at) { next = second.end }
      if let article = reader.match(next, .article), reader.match(next, .direction) == nil,
        reader.match(article.end, .clockPoint) != nil
      {
        next = article.end
      }
    }
    var best: Found?
    consider(clock(at: next, isLed: isLed, afterDate: afterDate), &best)
    consider(partTime(at: index, next, isLed: isLed), &best)
    return best
  }

  private func clock(at index: Int, isLed: Bool, afterDate: Bool, isPast: Bool = false) -> Found? {
    var best: Found?
    if !isPast { consider(pastHour(at: index), &best) }
    consider(clockPoint(at: index), &best)
    consider(digitClock(at: index, isLed: isLed, afterDate: afterDate), &best)
    consider(wordClock(at: index, isLed: isLed, afterDate: afterDate), &best)
    guard var found = best else { return nil }
    if !found.value.hasMeridiem, let part = dayPart(after: found.end) {
      found.value.apply(part: part.name)
      found.end = part.end
    }
    if !found.value.hasMeridiem, let evening = todayPart(at: found.end) {
      var value = evening.value
      value.part = nil
      value = value.with(timeOf: found.value)
      value.apply(part: evening.value.part ?? "")
      return Found(value: value, end: evening.end)
    }
    return found
  }

  /// "this morning", "tonight", « ce soir », "last night": a part of a day with its date.
  private func todayPart(at index: Int) -> Found? {
    let next = reader.isSymbol(index, ",") ? index + 1 : index
    if let part = reader.match(next, .tonight), let anchor {
      var value = TimeValue(anchor)
      value.part = reader.code(part.sense)
      value.isAnchored = true
      return Found(value: value, end: part.end)
    }
    guard let found = directed(at: next), found.value.part != nil, found.value.day != nil else {
      return nil
    }
    return found
  }

  /// Hour, minute and second in digits.
  private func digitClock(at index: Int, isLed: Bool, afterDate: Bool) -> Found? {
    guard reader.isDigits(index), reader[index].count <= 4,
      index == 0 || reader[index].spaced || reader[index - 1].kind != .digits
    else { return nil }
    let hour = Int(reader[index].value)
    var value = TimeValue()
    value.hour = hour
    var end = index + 1
    let mark = reader.symbol(end)
    if reader[index].count <= 2, mark == 0x3A || mark == 0x2E, !reader[end].spaced,
      reader.isDigits(end + 1), reader[end + 1].count == 2, !reader[end + 1].spaced
    {
      let minute = Int(reader[end + 1].value)
      guard hour <= 24, minute < 60 else { return nil }
      value.minute = minute
      var stop = end + 2
      if mark == 0x3A, reader.isSymbol(stop, ":"), reader.isDigits(stop + 1),
        reader[stop + 1].count == 2,
        reader[stop + 1].value < 60
      {
        value.second = Int(reader[stop + 1].value)
        stop += 2
      }
      if let half = meridiem(value, stop) { return half }
      if mark == 0x2E {
        return afterDate && isLed && reader.match(stop, .unit) == nil
          ? Found(value: value, end: stop) : nil
      }
      if reader.isDigits(stop), !reader[stop].spaced { return nil }
      value.hasMeridiem = hour > 12 || hour == 0
      return Found(value: value, end: stop)
    }
    if reader[index].count >= 3 {
      return packedClock(at: index, isLed: isLed, afterDate: afterDate)
    }
    guard hour <= 24 else { return nil }
    if let half = meridiem(value, end) { return half }
    if let hourWord = hourMark(at: end, isLed: isLed, afterDate: afterDate, &value) {
      return hourWord
    }
    if !reader[end].spaced, reader.match(end, .hourSuffix) != nil {
      end += 1
      if let half = meridiem(value, end) { return half }
      return Found(value: value, end: end)
    }
    return bareHour(value, end, isLed: isLed, afterDate: afterDate)
  }

  /// "at 5", "Saturday at 3 15": an hour without any mark.
  private func bareHour(_ value: TimeValue, _ end: Int, isLed: Bool, afterDate: Bool) -> Found? {
    if let evening = todayPart(at: end), evening.value.part != nil {
      return Found(value: value, end: end)
    }
    if let part = dayPart(after: end), part.end > end + 1, reader.style == .english || isLed {
      return Found(value: value, end: end)
    }
    guard isLed, let before = value.hour, before <= 24 else { return nil }
    let next = reader[end]
    if reader.isDigits(end), next.count == 2, next.value < 60, next.singleSpace,
      reader.style == .english
    {
      var full = value
      full.minute = Int(next.value)
      return Found(value: full, end: end + 1)
    }
    guard afterDate else { return reader.style == .english ? openHour(value, end) : nil }
    guard next.kind == .stop || next.kind == .symbol || reader.match(end, .function) != nil else {
      return nil
    }
    if next.symbol == 0x25 || next.symbol == 0x2F || next.symbol == 0x20AC || next.symbol == 0x24 {
      return nil
    }
    return Found(value: value, end: end)
  }

  /// "at 3" with nothing behind it, or a date.
  private func openHour(_ value: TimeValue, _ end: Int) -> Found? {
    guard let hour = value.hour, hour > 0, date(at: end).map({ !$0.isWeak }) ?? false else {
      return nil
    }
    return Found(value: value, end: end)
  }

  private func meridiem(_ value: TimeValue, _ end: Int) -> Found? {
    guard let half = reader.match(end, .meridiem), let hour = value.hour, hour <= 24 else {
      return nil
    }
    if reader[half.end - 1].kind == .word, reader[half.end].kind == .word, !reader[half.end].spaced
    {
      let both = reader.match(half.end, .meridiem)
      if both == nil { return nil }
    }
    var result = value
    if hour <= 12 { result.hour = hour % 12 + Int(half.sense.value) }
    result.hasMeridiem = true
    if let both = reader.match(half.end, .meridiem), !reader[half.end].spaced {
      result.hour = hour
      result.hasMeridiem = false
      return Found(value: result, end: both.end)
    }
    return Found(value: result, end: half.end)
  }

  /// "1140 a.m.", "at 1030": hour and minute in one number.
  private func packedClock(at index: Int, isLed: Bool, afterDate: Bool) -> Found? {
    let number = Int(reader[index].value)
    var value = TimeValue()
    (value.hour, value.minute) = (number / 100, number % 100)
    guard number / 100 <= 24, number % 100 < 60 else { return nil }
    if let half = meridiem(value, index + 1) { return half }
    guard isLed, reader.style == .english, !(1900...2099).contains(number) else { return nil }
    if !reader[index + 1].spaced, reader.match(index + 1, .hourSuffix) != nil {
      return Found(value: value, end: index + 2)
    }
    guard reader[index + 1].kind == .stop || dayPart(after: index + 1) != nil else { return nil }
    return Found(value: value, end: index + 1)
  }

  /// "14 h 30", « 15 heures », "7 o'clock"; a span of hours is left to the durations.
  private func hourMark(at end: Int, isLed: Bool, afterDate: Bool, _ value: inout TimeValue)
    -> Found?
  {
    guard let mark = reader.match(end, .hourMark), let hour = value.hour, hour <= 24 else {
      return nil
    }
    let markText = reader.text(end, mark.end)
    let isOClock = mark.end > end + 1
    let isLetter = markText.utf8.count == 1
    if reader.style == .english, !isOClock, !isLetter { return nil }
    var stop = mark.end
    var isClock = isLed || afterDate || isOClock
    if reader.isDigits(stop), reader[stop].count == 2, reader[stop].value < 60,
      reader[stop].singleSpace || !reader[stop].spaced
    {
      value.minute = Int(reader[stop].value)
      stop += 1
      isClock = true
      if let minutes = reader.match(stop, .minuteMark) { stop = minutes.end }
    } else if reader.style == .french, hour != 1 || isLed || afterDate,
      let rest = minutesAfter(stop)
    {
      value.minute = rest.minutes
      if rest.minutes < 0 {
        value.minute = rest.minutes + 60
        value.hour = (hour + 23) % 24
      }
      stop = rest.end
      isClock = true
    }
    value.hasMeridiem = hour > 12 || hour == 0
    if !isClock {
      let start = end - 1
      let isSpan = reader.isWord(start - 1, NumericCategory.durationLead.bit)
      isClock =
        dayPart(after: stop) != nil || !isSpan && (isLetter || hour > 12 && hour < 24)
        || hour > 1 && isDatedAfter(stop)
    } else if isSpanWord(end), !isLed, !afterDate,
      reader.isWord(end - 2, NumericCategory.durationLead.bit)
    {
      isClock = false
    }
    guard isClock else { return nil }
    return Found(value: value, end: stop)
  }

  private func isSpanWord(_ index: Int) -> Bool { reader[index].count > 1 }

  private func isDatedAfter(_ index: Int) -> Bool {
    guard let found = date(at: index) else { return false }
    return !found.isWeak && (found.value.day != nil || found.value.weekday != nil)
  }

  /// « et quart », « et demie », « trois quarts », « moins dix », « quinze », « et quinze minutes ».
  private func minutesAfter(_ index: Int) -> (minutes: Int, end: Int)? {
    var next = index
    var sign = 1
    if let past = reader.match(next, .past) {
      sign = Int(past.sense.value)
      next = past.end
    }
    if let article = reader.match(next, .article), next > index { next = article.end }
    if let fraction = reader.match(next, .fraction), next > index {
      return (sign * Int(60 / fraction.sense.value), fraction.end)
    }
    guard let numeral = reader.numeral(at: next), !numeral.isOrdinal, !numeral.isIndefinite,
      numeral.divisor == 1
    else { return nil }
    if numeral.isFraction, numeral.value < 1 {
      return (sign * Int(60 * numeral.value), numeral.end)
    }
    guard numeral.value > 0, numeral.value < 60, !numeral.isFraction else { return nil }
    if let minutes = reader.match(numeral.end, .minuteMark) {
      return (sign * Int(numeral.value), minutes.end)
    }
    guard next > index || !numeral.hasDigits else { return nil }
    return reader.match(numeral.end, .hourMark) == nil && reader.match(numeral.end, .unit) == nil
      ? (sign * Int(numeral.value), numeral.end) : nil
  }

  private func clockPoint(at index: Int) -> Found? {
    guard let point = reader.match(index, .clockPoint) else { return nil }
    var value = TimeValue()
    value.hour = Int(point.sense.value)
    value.hasMeridiem = true
    if reader.style == .french, let rest = minutesAfter(point.end), rest.minutes > 0 {
      value.minute = rest.minutes
      return Found(value: value, end: rest.end)
    }
    return Found(value: value, end: point.end)
  }

  /// "half past seven", "20 minutes past 3 pm", "a quarter to noon".
  private func pastHour(at index: Int) -> Found? {
    guard reader.style == .english else { return nil }
    var minutes: Double
    var next = index
    if let article = reader.match(next, .indefinite), reader.match(article.end, .fraction) != nil {
      next = article.end
    }
    if let fraction = reader.match(next, .fraction) {
      (minutes, next) = (60 / fraction.sense.value, fraction.end)
    } else if reader.isDigits(next) || reader.match(next, .cardinal) != nil,
      let numeral = reader.numeral(at: next), numeral.value < 60, numeral.divisor == 1,
      !numeral.isOrdinal
    {
      (minutes, next) = (numeral.value, numeral.end)
      if let mark = reader.match(next, .minuteMark) { next = mark.end }
    } else {
      return nil
    }
    guard let past = reader.match(next, .past), minutes > 0 else { return nil }
    if past.sense.value < 0, reader.isDigits(past.end),
      reader.match(past.end + 1, .meridiem) == nil,
      reader.match(next - 1, .minuteMark) == nil, reader.match(next - 1, .fraction) == nil
    {
      return nil
    }
    guard
      let hour = clock(at: past.end, isLed: true, afterDate: true, isPast: true)
        ?? plainHour(at: past.end),
      let base = hour.value.hour, hour.value.minute == nil, !hour.value.hasDate
    else { return nil }
    var value = hour.value
    value.minute = Int(minutes)
    if past.sense.value < 0 {
      value.minute = 60 - Int(minutes)
      value.hour = (base + 23) % 24
    }
    return Found(value: value, end: hour.end)
  }

  private func plainHour(at index: Int) -> Found? {
    guard let numeral = reader.numeral(at: index), numeral.value >= 1, numeral.value <= 24,
      numeral.divisor == 1, !numeral.isOrdinal
    else { return nil }
    var value = TimeValue()
    value.hour = Int(numeral.value)
    return Found(value: value, end: numeral.end)
  }

  /// "three thirty pm", "seven in the evening", "at three", « quinze heures quinze ».
  private func wordClock(at index: Int, isLed: Bool, afterDate: Bool) -> Found? {
    guard let first = reader.match(index, .cardinal), !reader.isDigits(index) else { return nil }
    if reader.style == .french {
      guard let numeral = reader.numeral(at: index), numeral.value <= 24, numeral.divisor == 1,
        !numeral.isOrdinal, !numeral.isFraction
      else { return nil }
      var value = TimeValue()
      value.hour = Int(numeral.value)
      return hourMark(at: numeral.end, isLed: isLed, afterDate: afterDate, &value)
    }
    guard first.sense.value >= 1, first.sense.value <= 12 else { return nil }
    var value = TimeValue()
    value.hour = Int(first.sense.value)
    var end = first.end
    if let minutes = reader.numeral(at: end), !minutes.hasDigits, minutes.value >= 10,
      minutes.value < 60,
      minutes.divisor == 1, !minutes.isOrdinal
    {
      value.minute = Int(minutes.value)
      end = minutes.end
    }
    if let half = meridiem(value, end) { return half }
    if value.minute == nil,
      let mark = hourMark(at: end, isLed: isLed, afterDate: afterDate, &value),
      mark.end > end + 1
    {
      return mark
    }
    guard isLed || afterDate,
      value.minute != nil || afterDate || dayPart(after: end) != nil
        || todayPart(at: end) != nil
    else { return nil }
    if reader[end].kind == .word, reader.match(end, .function) == nil, dayPart(after: end) == nil,
      todayPart(at: end) == nil, date(at: end) == nil
    {
      return nil
    }
    return Found(value: value, end: end)
  }

  /// A part of the day, with or without an hour behind it.
  private func partTime(at index: Int, _ next: Int, isLed: Bool) -> Found? {
    if let today = todayPart(at: index), !reader.isSymbol(index, ",") { return withHour(today) }
    guard let part = dayPart(after: index) else { return nil }
    let isLedByWord = part.end > index + 1
    guard isLedByWord || isAllowedPart(index) else { return nil }
    var value = TimeValue()
    value.part = part.name
    return withHour(Found(value: value, end: part.end))
  }

  private func isAllowedPart(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    return reader.isWord(
      index - 1, NumericCategory.article.bit | NumericCategory.of.bit | NumericCategory.at.bit)
  }

  private func withHour(_ part: Found) -> Found {
    let next = reader.isSymbol(part.end, ",") ? part.end + 1 : part.end
    guard let name = part.value.part else { return part }
    guard let at = reader.match(next, .at) ?? reader.match(next, .of) else { return part }
    let hour = clockOnly(at.end)
    guard let hour else { return part }
    var value = part.value
    value.part = nil
    value = value.with(timeOf: hour.value)
    if !hour.value.hasMeridiem { value.apply(part: name) }
    return Found(value: value, end: hour.end)
  }

  private func clockOnly(_ index: Int) -> Found? {
    var best: Found?
    consider(pastHour(at: index), &best)
    consider(digitClock(at: index, isLed: true, afterDate: true), &best)
    consider(wordClock(at: index, isLed: true, afterDate: true), &best)
    return best
  }
}
