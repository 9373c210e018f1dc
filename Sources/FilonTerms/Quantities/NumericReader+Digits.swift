extension NumericReader {
  /// Reads a number in digits with its thousands separators and decimals.
  ///
  /// The comma is the decimal mark in French, the point in English; a mark that comes twice before
  /// groups of three digits separates thousands in any language.
  func digits(at index: Int) -> Numeral? {
    guard isDigits(index), self[index].count <= 15 else {
      return leadingPoint(at: index)
    }
    var whole = self[index].value
    var end = index + 1
    var group: UInt32 = 0
    if self[index].count <= 3 {
      (whole, end, group) = thousands(at: index)
    }
    var numeral = Numeral(start: index, end: end, value: whole, hasDigits: true)
    numeral.mantissa = whole
    if let mark = decimalMark(at: end, group: group) {
      let digits = self[mark]
      let divisor = Self.powerOfTen(digits.count)
      numeral.mantissa = whole * divisor + digits.value
      numeral.divisor = divisor
      numeral.value = numeral.mantissa / divisor
      numeral.end = mark + 1
    }
    return exponent(after: numeral)
  }

  private func leadingPoint(at index: Int) -> Numeral? {
    guard isSymbol(index, ".") || style == .french && isSymbol(index, ","), isDigits(index + 1),
      !self[index + 1].spaced,
      self[index + 1].count <= 15, !isGlued(index)
    else { return nil }
    let divisor = Self.powerOfTen(self[index + 1].count)
    var numeral = Numeral(
      start: index, end: index + 2, value: self[index + 1].value / divisor, hasDigits: true)
    numeral.mantissa = self[index + 1].value
    numeral.divisor = divisor
    return numeral
  }

  /// Joins groups of three digits; gives the value, the lexeme after them and the separator.
  private func thousands(at index: Int) -> (Double, Int, UInt32) {
    var value = self[index].value
    var end = index + 1
    if isDigits(end), self[end].singleSpace, self[end].count == 3, value > 0 {
      while isDigits(end), self[end].singleSpace, self[end].count == 3, value < 1e15 {
        value = value * 1000 + self[end].value
        end += 1
      }
      return (value, end, 0x20)
    }
    let mark = symbol(index + 1)
    guard mark == 0x2C || mark == 0x2E || mark == 0x27, isGroup(index + 1, mark), value > 0 else {
      return (value, end, 0)
    }
    let repeated = isGroup(index + 3, mark)
    let allowed =
      switch style {
      case .french: mark != 0x2C
      case .english, .neutral: mark != 0x2E
      }
    guard repeated || allowed else { return (value, end, 0) }
    while isGroup(end, mark), value < 1e15 {
      value = value * 1000 + self[end + 1].value
      end += 2
    }
    return (value, end, mark)
  }

  private func isGroup(_ index: Int, _ mark: UInt32) -> Bool {
    symbol(index) == mark && !self[index].spaced && isDigits(index + 1)
      && !self[index + 1].spaced && self[index + 1].count == 3
  }

  /// The lexeme with the decimals, when a decimal mark stands at `index`.
  private func decimalMark(at index: Int, group: UInt32) -> Int? {
    let mark = symbol(index)
    guard mark == 0x2C || mark == 0x2E, mark != group, !self[index].spaced,
      isDigits(index + 1), !self[index + 1].spaced, self[index + 1].count <= 12
    else { return nil }
    // "1,2,3" is a list and "1.2.3" a version.
    if symbol(index + 2) == mark, isDigits(index + 3), !self[index + 3].spaced { return nil }
    return index + 1
  }

  /// Scientific notation: "1e10", "1,3 x 10^6", "10^6".
  private func exponent(after numeral: Numeral) -> Numeral {
    var numeral = numeral
    var index = numeral.end
    var base = 10.0
    if self[index].kind == .word, !self[index].spaced, self[index].count == 1,
      bytes[Int(self[index].start)] | 0x20 == 0x65
    {
      index += 1
    } else if isSymbol(index, "^"), !self[index].spaced {
      base = numeral.value
      numeral.value = 1
      index += 1
    } else if isDigits(index + 1), self[index + 1].value == 10, isSymbol(index + 2, "^"),
      isSymbol(index, "×")
        || (self[index].kind == .word && self[index].count == 1
          && bytes[Int(self[index].start)] | 0x20 == 0x78)
    {
      index += 3
    } else {
      return numeral
    }
    let original = Numeral(
      start: numeral.start, end: numeral.end, value: base == 10 ? numeral.value : base,
      mantissa: numeral.mantissa, divisor: numeral.divisor, hasDigits: true)
    let negative = isSymbol(index, "-")
    if negative || isSymbol(index, "+") { index += 1 }
    guard isDigits(index), !self[index].spaced, self[index].value <= 60 else { return original }
    var power = 1.0
    for _ in 0..<Int(self[index].value) { power *= base }
    numeral.value = negative ? numeral.value / power : numeral.value * power
    guard numeral.value.isFinite else { return original }
    numeral.mantissa = numeral.value
    numeral.divisor = 1
    numeral.end = index + 1
    return numeral
  }

  static func powerOfTen(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= 10 }
    return result
  }
}
