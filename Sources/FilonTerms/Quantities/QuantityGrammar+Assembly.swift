internal import FilonCore

extension QuantityGrammar {
  /// The second number of a range: "3 to 5", "3-5", « entre 3 et 5 », « 1 ou 2 ».
  func range(after end: Int, _ parts: inout Parts) -> Int? {
    guard let low = parts.low, !low.isIndefinite || parts.isBetween else { return nil }
    var index = end
    var isDash = false
    if reader.isSymbol(index, "-") || reader.isSymbol(index, "~") {
      let next = index + 1
      guard reader[index].spaced == reader[next].spaced else { return nil }
      isDash = true
      index = next
    } else if parts.isBetween,
      let and = reader.match(index, .and) ?? reader.match(index, .rangeWord)
    {
      index = and.end
    } else if !parts.isBetween, let to = reader.match(index, .rangeWord),
      parts.isFrom || low.end == end
        || parts.unit != nil
    {
      index = to.end
    } else if !parts.isFrom, !parts.isBetween, parts.unit == nil, !low.hasScale,
      let or = reader.match(index, .alternative)
    {
      index = or.end
    } else {
      return nil
    }
    if let article = reader.match(index, .article), !isDash { index = article.end }
    if let currency = reader.match(index, .currency), parts.currency != nil { index = currency.end }
    guard var high = reader.numeral(at: index), !high.isIndefinite, high.isOrdinal == low.isOrdinal
    else { return nil }
    if isDash, isSeries(high.end) || !high.hasDigits && low.hasDigits { return nil }
    var next = high.end
    if parts.currency != nil {
      var optional: Numeral? = high
      var stop = next
      scaleAfterMoney(&optional, &stop)
      high = optional ?? high
      next = stop
    }
    let unit = parts.currency == nil ? unit(after: high, at: next) : nil
    if parts.unit != nil, unit == nil, !parts.isBetween, !parts.isFrom, !isDash { return nil }
    if let first = parts.unit, let unit, first.code != unit.code { return nil }
    guard parts.isBetween || parts.isFrom || high.value > low.value else { return nil }
    if !parts.isBetween, !parts.isFrom, !isDash, unit == nil, high.isBareOne { return nil }
    parts.high = high
    if let unit { (parts.unit, next) = (unit, unit.end) }
    if high.hasScale, !low.hasScale, low.value < 1000, var scaled = parts.low,
      let word = reader.match(high.end - 1, .scale), low.value * word.sense.value <= high.value
    {
      scaled.multiply(by: word.sense.value)
      parts.low = scaled
    }
    return next
  }

  private func isSeries(_ index: Int) -> Bool {
    (reader.isSymbol(index, "-") || reader.isSymbol(index, "/")) && !reader[index].spaced
      && reader.isDigits(index + 1)
  }

  private func scaleAfterMoney(_ numeral: inout Numeral?, _ end: inout Int) {
    guard var value = numeral, !value.hasScale, reader[end].kind == .word, reader[end].count == 1,
      !reader[end].spaced
    else { return }
    let letter = reader.bytes[Int(reader[end].start)] | 0x20
    guard let scale = [0x6D: 1e6, 0x62: 1e9, 0x6B: 1e3][letter] else { return }
    value.multiply(by: scale)
    value.end = end + 1
    numeral = value
    end += 1
  }

  /// Puts the parts together and reads what may follow them.
  func finish(_ start: Int, _ index: Int, _ readEnd: Int, _ parts: inout Parts)
    -> QuantityCandidate?
  {
    guard var low = parts.low, !low.isOrdinal || !parts.hasModifier || parts.high != nil else {
      return nil
    }
    var end = readEnd
    let isBare = parts.unit == nil && parts.currency == nil
    if isBare, low.isIndefinite || (low.isBareOne && !parts.hasModifier && start != 0) {
      return nil
    }
    if isBare, low.isIndefinite || (low.isBareOne && reader.style == .french) { return nil }
    var value = low.value
    var currency = parts.unit?.currency
    if let leading = parts.currency {
      currency = reader.code(leading)
      value *= leading.value
      // "$10 CAD", "$5 US": a code after the amount is more precise than a bare sign before it.
      if let more = reader.match(end, .currency), reader[more.end - 1].count == 3,
        currency == "USD"
      {
        currency = reader.code(more.sense)
        end = more.end
      }
    }
    if let unit = parts.unit {
      value *= unit.factor
      if unit.isDegree, reader.match(unit.end - 1, .degreeDirection) != nil { value = -value }
    }
    if currency != nil, parts.high == nil, let cents = smallChange(at: end) {
      value += cents.value
      end = cents.end
    }
    var unitCode = currency ?? parts.unit?.code
    if let rate = rate(at: end, parts) {
      unitCode = unitCode.map { "\($0)/\(rate.period)" }
      end = rate.end
    }
    while true {
      if let after = reader.match(end, .boundAfter), parts.bound == .equal || parts.high == nil,
        reader.match(after.end, .boundLink) == nil, !isNumber(after.end)
      {
        parts.bound = Quantity.Bound(rawValue: reader.code(after.sense)) ?? parts.bound
        end = after.end
      } else if let about = reader.match(end, .approximateAfter) {
        parts.isApproximate = true
        end = about.end
      } else {
        break
      }
    }
    if let other = otherBound(at: end, low.value, &parts) { end = other }
    let isTime = parts.unit?.dimension == "time"
    if isTime {
      let next = reader.isSymbol(end, "-") ? end + 1 : end
      if let old = reader.match(next, .ageAfter) {
        parts.isAge = true
        end = old.end
      } else if isApposition(start, end, parts) {
        parts.isAge = true
      }
    }
    let kind = kind(low, parts, currency, isTime: isTime)
    var quantity = Quantity(
      range: reader.range(start, end), kind: kind, bound: parts.bound, unit: unitCode,
      dimension: currency != nil ? "money" : parts.unit?.dimension, currency: currency,
      isApproximate: parts.isApproximate, change: parts.change)
    if let high = parts.high {
      let factor = parts.unit?.factor ?? 1
      quantity.low = (parts.low?.value ?? low.value) * factor
      quantity.high = high.value * factor
    } else {
      quantity.value = value
    }
    guard value.isFinite, parts.high?.value.isFinite ?? true else { return nil }
    low.end = parts.high?.end ?? low.end
    return QuantityCandidate(
      start: start, end: end, quantity: quantity, isBare: isBare,
      isSigned: isSign(low.start), number: low.start..<low.end)
  }

  private func isNumber(_ index: Int) -> Bool {
    reader.isDigits(index) || reader.may(index, NumericCategory.cardinal.bit)
  }

  /// "more than 100 and less than 300": two bounds make a range.
  private func otherBound(at end: Int, _ value: Double, _ parts: inout Parts) -> Int? {
    guard parts.bound != .equal, parts.high == nil, parts.unit == nil, parts.currency == nil else {
      return nil
    }
    var index = end
    if let and = reader.match(index, .and) {
      index = and.end
    } else if reader.isSymbol(index, ",") {
      index += 1
    } else {
      return nil
    }
    guard let bound = reader.match(index, .bound) else { return nil }
    let isLower = parts.bound == .atLeast || parts.bound == .moreThan
    let second = reader.code(bound.sense)
    guard second.hasPrefix(isLower ? "<" : ">") else { return nil }
    index = bound.end
    if reader.style == .french, let of = reader.match(index, .of) { index = of.end }
    guard let other = reader.numeral(at: index), !other.isOrdinal, !other.isIndefinite,
      isLower ? other.value > value : other.value < value
    else { return nil }
    var (lower, upper) = (other, other)
    if isLower { lower = parts.low ?? other } else { upper = parts.low ?? other }
    (parts.low, parts.high, parts.bound) = (lower, upper, .equal)
    return other.end
  }

  private func kind(_ low: Numeral, _ parts: Parts, _ currency: String?, isTime: Bool)
    -> Quantity.Kind
  {
    if currency != nil { return .money }
    if low.isOrdinal { return .ordinal }
    guard let unit = parts.unit else { return low.isFraction ? .fraction : .number }
    if isTime, parts.isAge { return .age }
    if unit.code == "percent" { return .percent }
    if unit.dimension == "points" { return .points }
    if unit.isNoun { return low.isFraction ? .fraction : .count }
    if unit.dimension == "people" || unit.dimension == "jobs" { return .count }
    return .measure
  }

  /// « Jean, 34 ans, » and "(34 ans)".
  private func isApposition(_ start: Int, _ end: Int, _ parts: Parts) -> Bool {
    guard parts.unit?.code == "year", start > 0 else { return false }
    let opens = reader.isSymbol(start - 1, ",") || reader.isSymbol(start - 1, "(")
    let closes = reader.isSymbol(end, ",") || reader.isSymbol(end, ")") || reader.isSymbol(end, ".")
    return opens && closes
  }

  /// "10 dollars and 30 cents", "20 $ 43c".
  private func smallChange(at end: Int) -> (value: Double, end: Int)? {
    var index = end
    if let and = reader.match(index, .and) { index = and.end }
    if index == end, reader.isDigits(index), reader[index].count == 2, reader[index].singleSpace,
      reader[index + 1].kind != .digits,
      reader[index + 1].kind != .word
        || reader.match(index + 1, .function) != nil
    {
      return (reader[index].value / 100, index + 1)
    }
    guard let numeral = reader.numeral(at: index), !numeral.isOrdinal, numeral.value < 100,
      numeral.value > 0, let unit = reader.match(numeral.end, .currency)
    else { return nil }
    let code = reader.code(unit.sense)
    guard code == "cent" || unit.sense.value == 0.01 else { return nil }
    return (numeral.value / 100, unit.end)
  }

  /// "per year", « par an », "/km", "an hour", "per capita".
  private func rate(at end: Int, _ parts: Parts) -> (period: String, end: Int)? {
    guard parts.unit != nil || parts.currency != nil else { return nil }
    if let head = reader.match(end, .perHead) ?? reader.match(end, .perUnit) {
      return (reader.code(head.sense), head.end)
    }
    guard let per = reader.match(end, .per) else { return nil }
    if let unit = reader.match(per.end, .unit),
      !reader.isSymbol(end, "/") || !reader[per.end].spaced,
      unit.end > per.end
    {
      let dimension = reader.dimension(unit.sense)
      let isSpaceWord = reader[end].kind == .word && reader[end].count <= 2
      if isSpaceWord, dimension != "time" { return nil }
      if reader.code(unit.sense) == "percent" { return nil }
      return (reader.code(unit.sense), unit.end)
    }
    return nil
  }
}

extension NumericReader {
  /// Whether the word at `index` ends in an apostrophe, "l'", "d'".
  func isElision(_ index: Int) -> Bool {
    let lexeme = self[index]
    guard lexeme.kind == .word, lexeme.count > 1 else { return false }
    let last = bytes[Int(lexeme.end) - 1]
    if last == 0x27 { return true }
    return last == 0x99 && lexeme.count > 3 && bytes[Int(lexeme.end) - 3] == 0xE2
  }
}
