extension DateGrammar {
  /// Reads a date with its article, its edge ("early", « fin ») or bare.
  func readDate(at index: Int) -> Found? {
    var best: Found?
    consider(edgeDate(at: index), &best)
    consider(coreDate(at: index), &best)
    if let article = reader.match(index, .article), reader.match(index, .direction) == nil {
      consider(coreDate(at: article.end), &best)
      consider(dayOnly(at: article.end, article: index), &best)
      consider(edgeDate(at: article.end), &best)
    } else if let article = reader.match(index, .article) {
      consider(ordinalOf(at: article.end), &best)
    }
    return best
  }

  private func coreDate(at index: Int) -> Found? {
    var best: Found?
    consider(numericDate(at: index), &best)
    consider(dayMonth(at: index), &best)
    consider(weekdayDate(at: index), &best)
    consider(monthDate(at: index), &best)
    consider(directedDay(at: index), &best)
    consider(ordinalOf(at: index), &best)
    consider(dayReference(at: index), &best)
    consider(shifted(at: index), &best)
    consider(holiday(at: index), &best)
    consider(period(at: index), &best)
    consider(bareYear(at: index), &best)
    return best
  }

  /// Edges: "early March", « mi-mai », "the end of 2018"; the TIMEX3 value is that of the period.
  private func edgeDate(at index: Int) -> Found? {
    guard let edge = reader.match(index, .edge) else { return nil }
    var next = edge.end
    if reader.isSymbol(next, "-") { next += 1 }
    if let of = reader.match(next, .of) { next = of.end }
    if let found = coreDate(at: next), !found.value.isDuration { return strengthen(found) }
    if let article = reader.match(next, .article) {
      next = article.end
      if let found = coreDate(at: next) ?? dayOnly(at: next, article: next - 1),
        !found.value.isDuration
      {
        return strengthen(found)
      }
    }
    guard let unit = reader.match(next, .calendarUnit), reader[unit.end - 1].count > 2,
      let value = currentPeriod(reader.code(unit.sense))
    else { return nil }
    return Found(value: value, end: unit.end)
  }

  private func strengthen(_ found: Found) -> Found {
    var result = found
    result.isWeak = false
    return result
  }

  /// The day of a month in digits, "3", "3rd", or in words, "first", « trois ».
  func dayNumber(at index: Int) -> (day: Int, end: Int, isOrdinal: Bool)? {
    if reader.isDigits(index) {
      let value = Int(reader[index].value)
      guard reader[index].count <= 2, (1...31).contains(value) else { return nil }
      if let suffix = reader.match(index + 1, .ordinalSuffix), !reader[index + 1].spaced {
        return (value, suffix.end, true)
      }
      return (value, index + 1, false)
    }
    guard reader.may(index, NumericCategory.cardinal.bit | NumericCategory.ordinal.bit),
      let numeral = reader.numeral(at: index), numeral.divisor == 1, !numeral.isFraction,
      !numeral.isIndefinite || reader.style == .english,
      !numeral.isCollective, (1...31).contains(numeral.value)
    else { return nil }
    return (Int(numeral.value), numeral.end, numeral.isOrdinal)
  }

  /// "4 March 2025", « 1er mai », "the 15th of February", "31/Oct/1974".
  func dayMonth(at index: Int) -> Found? {
    guard let day = dayNumber(at: index) else { return nil }
    var next = day.end
    if let unit = reader.match(next, .calendarUnit), reader.code(unit.sense) == "D", day.isOrdinal {
      next = unit.end
    }
    var mark: UInt32 = 0
    if reader.isSymbol(next, "/") || reader.isSymbol(next, "-") || reader.isSymbol(next, ",") {
      mark = reader.symbol(next)
      next += 1
    }
    if let of = reader.match(next, .of),
      reader.match(of.end, .month) != nil
        || reader.match(of.end, .monthWeak) != nil
    {
      next = of.end
    }
    guard let month = reader.match(next, .month) ?? reader.match(next, .monthWeak) else {
      return nil
    }
    var value = TimeValue()
    value.day = day.day
    value.month = Int(month.sense.value)
    var end = month.end
    if let year = yearAfter(end, afterDay: true, afterMark: mark) {
      (value.year, end) = (year.year, year.end)
    }
    return Found(value: value, end: end)
  }

  /// The year that follows a day and month or a month: ", 2025", "of 2018", "'19", "-74".
  func yearAfter(_ index: Int, afterDay: Bool, afterMark: UInt32 = 0) -> (year: Int, end: Int)? {
    var next = index
    var isTight = false
    if reader.isSymbol(next, ".") { next += 1 }
    if reader.isSymbol(next, ",") { next += 1 }
    if reader.isSymbol(next, "/") || reader.isSymbol(next, "-") {
      isTight = !reader[next].spaced && !reader[next + 1].spaced && reader.symbol(next) == afterMark
      next += 1
    } else if let of = reader.match(next, .of) {
      isTight = afterDay || reader.style == .english
      next = of.end
      if let mark = reader.match(next, .yearMark) { next = mark.end }
    } else if reader.isSymbol(next, "'") {
      isTight = true
      next += 1
    }
    if let year = year(at: next) { return year }
    guard isTight || (afterDay && next == index), reader.isDigits(next), reader[next].count == 2
    else {
      return nil
    }
    let follower = reader[next + 1]
    if !isTight {
      guard
        follower.kind == .stop || (follower.kind == .symbol && follower.symbol != 0x3A)
          || reader.match(next + 1, .function) != nil
      else { return nil }
    }
    if follower.symbol == 0x3A || reader.match(next + 1, .hourMark) != nil
      || reader.match(next + 1, .meridiem) != nil
    {
      return nil
    }
    return (Self.fullYear(Int(reader[next].value)), next + 1)
  }

  static func fullYear(_ twoDigits: Int) -> Int {
    twoDigits < 50 ? 2000 + twoDigits : 1900 + twoDigits
  }

  /// A year in four digits or in words.
  func year(at index: Int) -> (year: Int, end: Int)? {
    if reader.isDigits(index) {
      guard reader[index].count == 4 else { return nil }
      let value = Int(reader[index].value)
      guard (1000...2199).contains(value) else { return nil }
      if index > 0, !reader[index].spaced, reader[index - 1].kind == .digits { return nil }
      return (value, index + 1)
    }
    guard reader.may(index, NumericCategory.cardinal.bit | NumericCategory.scale.bit) else {
      return nil
    }
    if reader.style == .english, let first = reader.match(index, .cardinal),
      first.sense.value == 19 || first.sense.value == 20,
      let rest = reader.numeral(at: first.end), (10...99).contains(rest.value), !rest.hasDigits,
      rest.divisor == 1
    {
      return (Int(first.sense.value) * 100 + Int(rest.value), rest.end)
    }
    guard let numeral = reader.numeral(at: index), !numeral.hasDigits, !numeral.isOrdinal,
      numeral.divisor == 1, (1900...2100).contains(numeral.value)
    else { return nil }
    return (Int(numeral.value), numeral.end)
  }

  /// "March 4, 2025", "Dec 31", "october 2014", "march".
  func monthDate(at index: Int) -> Found? {
    guard let month = reader.match(index, .month) ?? reader.match(index, .monthWeak) else {
      return nil
    }
    var value = TimeValue()
    value.month = Int(month.sense.value)
    var next = month.end
    if reader.isSymbol(next, "."), reader[next + 1].kind == .digits { next += 1 }
    let tight =
      reader.isSymbol(next, "/") || reader.isSymbol(next, "-") || reader.isSymbol(next, ",")
    if tight, let day = dayNumber(at: next + 1), reader.symbol(day.end) == reader.symbol(next),
      let year = year(at: day.end + 1)
    {
      (value.day, value.year) = (day.day, year.year)
      return Found(value: value, end: year.end)
    }
    let yearFirst = yearAfter(next, afterDay: false)
    if let year = yearFirst {
      value.year = year.year
      // "September-2020-23"
      if reader.isSymbol(year.end, "-"), !reader[year.end].spaced,
        let day = dayNumber(at: year.end + 1), !reader[year.end + 1].spaced
      {
        value.day = day.day
        return Found(value: value, end: day.end)
      }
      return Found(value: value, end: year.end)
    }
    if tight { next += 1 }
    if let article = reader.match(next, .article) { next = article.end }
    if reader.style != .french || tight || reader.isDigits(next), let day = dayNumber(at: next),
      day.isOrdinal || !isClock(day.end), day.end > next, !isRangeOfYears(next)
    {
      value.day = day.day
      var end = day.end
      if let year = yearAfter(end, afterDay: true) { (value.year, end) = (year.year, year.end) }
      return Found(value: value, end: end)
    }
    guard isMonthName(index, month) else { return nil }
    return Found(value: value, end: month.end)
  }

  private func isRangeOfYears(_ index: Int) -> Bool {
    reader.isDigits(index) && reader[index].count > 2
  }

  /// Whether digits before `index` are an hour: "15:30", "15h", "3 pm".
  func isClock(_ index: Int) -> Bool {
    if reader.isSymbol(index, ":"), reader.isDigits(index + 1) { return true }
    return reader.match(index, .meridiem) != nil || reader.match(index, .hourMark) != nil
  }

  /// Whether a month without day or year is surely a month: a full name, or an abbreviation that a
  /// preposition leads to.
  private func isMonthName(_ index: Int, _ month: NumericReader.Match) -> Bool {
    let isLed =
      reader.isWord(
        index - 1,
        NumericCategory.of.bit | NumericCategory.at.bit | NumericCategory.direction.bit
          | NumericCategory.yearNeeded.bit | NumericCategory.edge.bit | NumericCategory.from.bit
          | NumericCategory.and.bit | NumericCategory.rangeWord.bit | NumericCategory.between.bit)
      || reader.isSymbol(index - 1, "-")
    if month.sense.category == .monthWeak {
      return isLed || reader.isSymbol(month.end, ".") && reader[month.end + 1].kind != .stop
    }
    if reader.style == .english, !reader[index].capital, !isLed, reader[index].count < 6 {
      return index == 0
    }
    return true
  }

  /// « le 4 », "on the 15th".
  func dayOnly(at index: Int, article: Int) -> Found? {
    guard let day = dayNumber(at: index) else { return nil }
    if reader.style == .french {
      guard reader.match(article, .onDay) != nil, reader.isDigits(index) else { return nil }
    } else {
      guard day.isOrdinal || reader.isDigits(index) else { return nil }
      guard
        reader.isWord(article - 1, NumericCategory.onDay.bit | NumericCategory.at.bit)
          || reader.match(day.end, .from) != nil
      else { return nil }
    }
    let next = reader[day.end]
    if next.kind == .word {
      guard
        reader.may(
          day.end,
          NumericCategory.at.bit | NumericCategory.from.bit | NumericCategory.between.bit
            | NumericCategory.and.bit | NumericCategory.function.bit | NumericCategory.rangeWord.bit
        ),
        reader.match(day.end, .unit) == nil
      else { return nil }
    }
    if next.kind == .digits || next.symbol == 0x25 || next.symbol == 0x2F || next.symbol == 0x20AC
      || next.symbol == 0x24
    {
      return nil
    }
    if (next.symbol == 0x2C || next.symbol == 0x2E), reader.isDigits(day.end + 1),
      !reader[day.end + 1].spaced
    {
      return nil
    }
    if isClock(day.end) { return nil }
    var value = TimeValue()
    value.day = day.day
    return Found(value: value, end: day.end)
  }
}
