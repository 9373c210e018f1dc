internal import FilonCore

/// Reads one quantity: modifiers, currency, number, range, unit, rate, trailing modifiers.
///
/// The order of the parts follows the two languages' news usage; the words themselves are data.
struct QuantityGrammar {
  let reader: NumericReader

  /// The categories that may begin a quantity.
  static let starters: UInt128 =
    [
      NumericCategory.cardinal, .indefinite, .scale, .ordinal, .ordinalScale, .fraction,
      .glyphFraction, .collective, .tens, .negative, .currency, .bound, .boundSign, .approximate,
      .between, .from, .changeBefore, .ageBefore, .decimalMark, .unit,
    ].reduce(0) { $0 | $1.bit }

  /// The parts read so far.
  struct Parts {
    var bound = Quantity.Bound.equal
    var isApproximate = false
    var change: String?
    var isAge = false
    var isBetween = false
    var isFrom = false
    var currency: NumericLexicon.Sense?
    var unit: Unit?
    var low: Numeral?
    var high: Numeral?
    var hasModifier = false
  }

  /// What follows a number: its unit, currency or counted noun.
  struct Unit {
    var code: String
    var dimension: String
    var currency: String?
    var factor = 1.0
    var end: Int
    var isNoun = false
    var isDegree = false
  }

  /// The quantity that starts at lexeme `start`.
  func quantity(at start: Int) -> QuantityCandidate? {
    guard
      reader.isDigits(start) || reader.may(start, Self.starters) || isSign(start)
        || reader.isSymbol(start, ".") || reader.isSymbol(start, ",")
    else { return nil }
    var parts = Parts()
    var index = modifiers(start, &parts)
    if reader.isSymbol(index, "(") && parts.hasModifier { return nil }
    if let currency = leadingCurrency(at: index) {
      parts.currency = currency.sense
      index = currency.end
    }
    if index == start, reader.isDigits(start), isInsideCode(start) { return nil }
    guard let first = signedNumeral(at: index, parts.currency != nil) else {
      return percentOf(start)
    }
    parts.low = first
    parts.isApproximate = parts.isApproximate || first.isApproximate
    var end = first.end
    if parts.currency == nil {
      parts.unit = unit(after: first, at: end)
    } else {
      scaleLetter(&parts.low, &end)
    }
    if let unit = parts.unit { end = unit.end }
    if let next = range(after: end, &parts) { end = next }
    if (parts.isFrom || parts.isBetween), parts.high == nil { return nil }
    if parts.currency == nil, parts.unit == nil, let noun = countedNoun(at: end, parts) {
      parts.unit = noun
      end = noun.end
    }
    return finish(start, index, end, &parts)
  }

  func isSign(_ index: Int) -> Bool {
    reader.isSymbol(index, "-") || reader.isSymbol(index, "+")
  }

  /// Reads bounds, approximations, changes and range openers before the number.
  private func modifiers(_ start: Int, _ parts: inout Parts) -> Int {
    var index = start
    for _ in 0..<5 {
      if let sign = reader.match(index, .boundSign) {
        parts.bound = Quantity.Bound(rawValue: reader.code(sign.sense)) ?? .equal
        index = sign.end
      } else if let bound = reader.match(index, .bound) {
        let value = Quantity.Bound(rawValue: reader.code(bound.sense)) ?? .equal
        parts.bound = value == .equal ? parts.bound : value
        index = bound.end
        if reader.style == .french, let of = reader.match(index, .of) { index = of.end }
      } else if let change = reader.match(index, .changeBefore),
        !reader.isSymbol(index, "+") || reader.isDigits(change.end)
      {
        parts.change = reader.code(change.sense)
        index = change.end
      } else if let about = reader.match(index, .approximate) {
        parts.isApproximate = true
        index = about.end
        if reader.style == .french, let of = reader.match(index, .of) { index = of.end }
      } else if let age = reader.match(index, .ageBefore) {
        parts.isAge = true
        index = age.end
      } else if !parts.isBetween, !parts.isFrom, let opener = reader.match(index, .between) {
        parts.isBetween = true
        index = opener.end
      } else if !parts.isBetween, !parts.isFrom, let opener = reader.match(index, .from) {
        parts.isFrom = true
        index = opener.end
      } else if parts.isBetween || parts.isFrom || parts.hasModifier,
        let article = reader.match(index, .article), reader.match(index, .indefinite) == nil
      {
        index = article.end
      } else {
        break
      }
      parts.hasModifier = true
    }
    return index
  }

  /// A currency before the number: a symbol or a code, never a name.
  private func leadingCurrency(at index: Int) -> NumericReader.Match? {
    guard let found = reader.match(index, .currency) else { return nil }
    let last = reader[found.end - 1]
    guard last.kind == .symbol || last.count <= 3 || found.sense.exact >= 0 else { return nil }
    if last.kind == .word, last.count < 2 { return nil }
    let next = reader[found.end]
    guard
      next.kind == .digits || reader.match(found.end, .cardinal) != nil
        || reader.isSymbol(found.end, "-") || reader.isSymbol(found.end, ".")
    else { return nil }
    return found
  }

  /// Whether the digits belong to a name, a number plate, an address: "A320", "COVID-19".
  private func isInsideCode(_ index: Int) -> Bool {
    guard index > 0, !reader[index].spaced else { return false }
    let before = reader[index - 1]
    if before.kind == .word { return !reader.isElision(index - 1) }
    guard before.kind == .symbol, index > 1 else { return false }
    if before.symbol == 0x25 { return true }
    guard !before.spaced else { return false }
    if before.symbol == 0x2D { return reader[index - 2].kind == .word }
    return before.symbol == 0x5F || before.symbol == 0x23 || before.symbol == 0x3D
      || before.symbol == 0x26
  }

  /// A number with its sign; a sign apart from the digits holds only before a unit.
  private func signedNumeral(at index: Int, _ afterCurrency: Bool) -> Numeral? {
    guard isSign(index) else {
      guard let numeral = reader.numeral(at: index) else { return nil }
      return numeral
    }
    let next = index + 1
    let free =
      index == 0 || reader[index].spaced || afterCurrency
      || (reader[index - 1].kind != .digits && reader[index - 1].kind != .word)
    guard free,
      reader.isDigits(next) || reader.isSymbol(next, ".") || reader.match(next, .currency) != nil
    else { return nil }
    guard var numeral = reader.numeral(at: next), numeral.hasDigits else { return nil }
    if reader[next].spaced {
      guard let unit = unit(after: numeral, at: numeral.end),
        unit.dimension == "ratio" || unit.dimension == "temperature" || unit.dimension == "points"
      else { return nil }
    }
    if reader.isSymbol(index, "-") {
      numeral.value = -numeral.value
      numeral.mantissa = -numeral.mantissa
    }
    numeral.start = index
    return numeral
  }

  /// "percent of 10".
  private func percentOf(_ start: Int) -> QuantityCandidate? {
    guard let unit = reader.match(start, .unit), reader.code(unit.sense) == "percent",
      let of = reader.match(unit.end, .of), let numeral = reader.numeral(at: of.end),
      !numeral.isIndefinite, !numeral.isOrdinal, self.unit(after: numeral, at: numeral.end) == nil
    else { return nil }
    let quantity = Quantity(
      range: reader.range(start, numeral.end), kind: .percent, value: numeral.value,
      unit: "percent", dimension: "ratio")
    return QuantityCandidate(
      start: start, end: numeral.end, quantity: quantity, number: numeral.start..<numeral.end)
  }

  /// "$10m", "£3b": letters that are scales after an amount of money.
  private func scaleLetter(_ numeral: inout Numeral?, _ end: inout Int) {
    guard var value = numeral, !value.hasScale, reader[end].kind == .word, reader[end].count == 1,
      let scale = Self.moneyScales[reader.bytes[Int(reader[end].start)] | 0x20]
    else { return }
    value.multiply(by: scale)
    value.end = end + 1
    numeral = value
    end += 1
  }

  private static let moneyScales: [UInt8: Double] = [0x6D: 1e6, 0x62: 1e9, 0x6B: 1e3, 0x74: 1e12]
}
