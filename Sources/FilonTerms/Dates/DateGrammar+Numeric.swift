extension DateGrammar {
  /// "04/03/2025" (day first in French, month first in English), "2025-03-04", "23.04.2022",
  /// "2015-12", "2/15", "20250304".
  func numericDate(at index: Int) -> Found? {
    guard reader.isDigits(index), index == 0 || reader[index].spaced || isFree(index) else {
      return nil
    }
    if reader[index].count == 8 { return compact(at: index) }
    guard reader[index].count <= 4 else { return nil }
    let spaced = reader.style == .french && isBlank(index + 1) && isBlank(index + 2)
    if spaced, let found = blankDate(at: index) { return found }
    let mark = reader.symbol(index + 1)
    guard mark == 0x2F || mark == 0x2D || mark == 0x2E else { return nil }
    let second = component(at: index + 2)
    guard let second else { return nil }
    let isTight = !reader[index + 1].spaced && !reader[index + 2].spaced
    if reader.symbol(index + 3) == mark, let third = component(at: index + 4),
      isTight, !reader[index + 3].spaced, !reader[index + 4].spaced,
      !continues(index + 5, mark)
    {
      let first = Component(number: Int(reader[index].value), digits: reader[index].count)
      return threeParts(first, second, third, index + 5)
    }
    if mark == 0x2E { return dotted(at: index, second, isTight) }
    guard !continues(index + 3, mark),
      isTight || mark == 0x2F || reader[index].count == 4
        || (second.digits == 4 && mark == 0x2D)
    else { return nil }
    return twoParts(index, second, mark, isTight)
  }

  /// One part of a numeric date: digits, or the name of a month.
  struct Component {
    var number: Int
    var digits: Int
    var isName = false
  }

  private func component(at index: Int) -> Component? {
    if reader.isDigits(index) {
      guard reader[index].count <= 4 else { return nil }
      return Component(number: Int(reader[index].value), digits: reader[index].count)
    }
    guard let month = reader.match(index, .month) ?? reader.match(index, .monthWeak),
      month.end == index + 1
    else { return nil }
    return Component(number: Int(month.sense.value), digits: 2, isName: true)
  }

  private func isFree(_ index: Int) -> Bool {
    let before = reader[index - 1]
    if before.kind == .stop || reader.isElision(index - 1) { return true }
    guard before.kind == .symbol else { return false }
    if before.symbol == 0x2D {
      guard index > 1, !before.spaced else { return true }
      if reader[index - 2].kind == .digits {
        return index > 2 && (reader.isSymbol(index - 3, "/") || reader.isSymbol(index - 3, "."))
      }
      return reader[index - 2].kind != .word
    }
    return before.symbol != 0x2F && before.symbol != 0x2E && before.symbol != 0x24
      && before.symbol != 0x20AC && before.symbol != 0xA3
  }

  private func isBlank(_ index: Int) -> Bool { reader.isDigits(index) && reader[index].singleSpace }

  private func continues(_ index: Int, _ mark: UInt32) -> Bool {
    reader.symbol(index) == mark && !reader[index].spaced && reader.isDigits(index + 1)
      && !reader[index + 1].spaced
  }

  private func compact(at index: Int) -> Found? {
    let number = Int(reader[index].value)
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
    guard (1900...2099).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    return found(year, month, day, index + 1)
  }

  /// « 20 02 2014 », « 18 8 1978 ».
  private func blankDate(at index: Int) -> Found? {
    let parts = (0..<3).map { Int(reader[index + $0].value) }
    guard reader[index].count <= 2, reader[index + 1].count <= 2, reader[index + 2].count == 4,
      (1...31).contains(parts[0]), (1...12).contains(parts[1]), (1900...2099).contains(parts[2]),
      !isBlank(index + 3)
    else { return nil }
    return found(parts[2], parts[1], parts[0], index + 3)
  }

  private func threeParts(_ first: Component, _ second: Component, _ third: Component, _ end: Int)
    -> Found?
  {
    if first.digits == 4 {
      if third.isName { return found(first.number, third.number, second.number, end) }
      return found(first.number, second.number, third.number, end)
    }
    guard third.digits == 4 || third.digits == 2, !third.isName else { return nil }
    let year = third.digits == 4 ? third.number : Self.fullYear(third.number)
    guard first.digits <= 2, second.digits <= 2 else { return nil }
    if second.isName { return found(year, second.number, first.number, end) }
    let dayFirst = reader.style == .french ? second.number <= 12 : first.number > 12
    return dayFirst
      ? found(year, second.number, first.number, end)
      : found(year, first.number, second.number, end)
  }

  private func found(_ year: Int, _ month: Int, _ day: Int, _ end: Int) -> Found? {
    guard (1...12).contains(month), (1...31).contains(day), (1000...2199).contains(year) else {
      return nil
    }
    var value = TimeValue()
    (value.year, value.month, value.day) = (year, month, day)
    if reader[end].kind == .word, !reader[end].spaced, reader[end].count > 1 { return nil }
    return Found(value: value, end: end)
  }

  /// "15.05" and "5.12" are dates only after a weekday or a preposition of time.
  private func dotted(at index: Int, _ second: Component, _ isTight: Bool) -> Found? {
    guard isTight, index > 0, onWord(index - 1) != nil, !second.isName, second.digits <= 2,
      !continues(index + 3, 0x2E), reader.match(index + 3, .meridiem) == nil,
      reader.match(index + 3, .unit) == nil, reader.match(index + 3, .currency) == nil,
      reader.match(index + 3, .scale) == nil
    else { return nil }
    return monthDay(Int(reader[index].value), second, index + 3)
  }

  private func twoParts(_ index: Int, _ second: Component, _ mark: UInt32, _ isTight: Bool)
    -> Found?
  {
    let first = Int(reader[index].value)
    let end = index + 3
    if reader[index].count == 4 {
      guard (1900...2099).contains(first), (1...12).contains(second.number), second.digits <= 2
      else {
        return nil
      }
      var value = TimeValue()
      (value.year, value.month) = (first, second.number)
      return Found(value: value, end: end)
    }
    if second.digits == 4, !second.isName {
      guard (1900...2099).contains(second.number), (1...12).contains(first) else { return nil }
      var value = TimeValue()
      (value.year, value.month) = (second.number, first)
      return Found(value: value, end: end)
    }
    guard reader[index].count <= 2, second.digits <= 2, !second.isName else { return nil }
    guard mark != 0x2D else { return nil }
    if reader.isSymbol(end, ","), !reader[end].spaced, reader.isDigits(end + 1),
      !reader[end + 1].spaced
    {
      return nil
    }
    if isFraction(index, first, second.number) { return nil }
    if reader.match(end, .unit) != nil || reader.match(end, .currency) != nil { return nil }
    return monthDay(first, second, end)
  }

  /// Whether "3/4" is rather a fraction: a small denominator and nothing before it that asks for a
  /// date.
  private func isFraction(_ index: Int, _ above: Int, _ below: Int) -> Bool {
    guard above < below, [2, 3, 4, 5, 6, 8, 10].contains(below), reader[index].count == 1,
      reader[index + 2].count == 1 || below == 10
    else { return false }
    guard index > 0 else { return true }
    if index > 2, reader.isSymbol(index - 1, "-"), reader.isSymbol(index - 3, "/") { return false }
    return !reader.isWord(
      index - 1,
      NumericCategory.weekday.bit | NumericCategory.weekdayWeak.bit | NumericCategory.at.bit
        | NumericCategory.of.bit | NumericCategory.article.bit | NumericCategory.from.bit
        | NumericCategory.direction.bit | NumericCategory.inFuture.bit)
      && onWord(index - 1) == nil
  }

  private func monthDay(_ first: Int, _ second: Component, _ end: Int) -> Found? {
    var (month, day) = reader.style == .french ? (second.number, first) : (first, second.number)
    if month > 12 { (month, day) = (day, month) }
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    var value = TimeValue()
    (value.month, value.day) = (month, day)
    var stop = end
    if reader.isSymbol(end, ","), let year = year(at: end + 1) {
      (value.year, stop) = (year.year, year.end)
    }
    return Found(value: value, end: stop)
  }

  /// A year by itself; it counts as a date when nothing counted follows it.
  func bareYear(at index: Int) -> Found? {
    guard reader.isDigits(index), let year = year(at: index) else { return wordYear(at: index) }
    let next = reader[year.end]
    if !next.spaced, next.kind == .word { return nil }
    if next.kind == .symbol, !next.spaced,
      next.symbol == 0x25 || next.symbol == 0x20AC || next.symbol == 0x24 || next.symbol == 0x3A
    {
      return nil
    }
    if next.kind == .symbol, next.symbol == 0x2E || next.symbol == 0x2C, !next.spaced,
      reader.isDigits(year.end + 1), !reader[year.end + 1].spaced
    {
      return nil
    }
    if index > 0 {
      let before = reader[index - 1]
      if !reader[index].spaced, before.kind == .word, !reader.isElision(index - 1) { return nil }
      if before.kind == .symbol, !reader[index].spaced,
        [0x24, 0x20AC, 0xA3, 0x2E, 0x2C, 0x2B, 0x23].contains(before.symbol)
      {
        return nil
      }
      if before.kind == .symbol, before.symbol == 0x2D, !reader[index].spaced, index > 1,
        reader[index - 2].kind == .word, !before.spaced
      {
        return nil
      }
    }
    if reader.isSymbol(year.end, "-"), !next.spaced, reader.isDigits(year.end + 1),
      reader[year.end + 1].count != 4, !reader[year.end + 1].spaced
    {
      return nil
    }
    if reader.match(year.end, .currency) != nil { return nil }
    let isLed =
      index > 0
      && reader.isWord(
        index - 1,
        NumericCategory.yearNeeded.bit | NumericCategory.relation.bit | NumericCategory.at.bit)
    guard isLed || (1900...2099).contains(year.year) else { return nil }
    if !isLed, quarter(after: year.end) == nil,
      reader.match(year.end, .unit) != nil || reader.match(year.end, .currency) != nil
        || reader.match(year.end, .scale) != nil
    {
      return nil
    }
    var value = TimeValue()
    value.year = year.year
    var found = Found(value: value, end: year.end, isWeak: true)
    if let era = reader.match(found.end, .eraMark) { found.end = era.end }
    if let quarter = quarter(after: found.end) {
      if quarter.isHalf {
        found.value.half = quarter.number
      } else {
        found.value.quarter = quarter.number
      }
      found.end = quarter.end
      found.isWeak = false
    }
    return found
  }

  private func wordYear(at index: Int) -> Found? {
    guard index > 0, reader.isWord(index - 1, NumericCategory.yearNeeded.bit),
      let year = year(at: index)
    else { return nil }
    var value = TimeValue()
    value.year = year.year
    return Found(value: value, end: year.end, isWeak: true)
  }
}
