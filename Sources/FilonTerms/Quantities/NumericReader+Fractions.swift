extension NumericReader {
  /// "nine point nought four", « trois virgule cinq ».
  func addDecimalWords(_ numeral: inout Numeral) {
    guard !numeral.hasDigits, !numeral.isIndefinite, let mark = match(numeral.end, .decimalMark)
    else { return }
    var index = mark.end
    var digits = 0.0
    var divisor = 1.0
    while index - mark.end < 12, let word = match(index, .cardinal) {
      let value = word.sense.value
      if value >= 20, let number = cardinal(at: index), number.value < 100, !number.isOrdinal {
        digits = digits * 100 + number.value
        divisor *= 100
        index = number.end
      } else {
        let step = value >= 10 ? 100.0 : 10.0
        digits = digits * step + value
        divisor *= step
        index = word.end
      }
    }
    guard divisor > 1 else { return }
    numeral.mantissa = numeral.value * divisor + digits
    numeral.divisor = divisor
    numeral.value = numeral.mantissa / divisor
    numeral.end = index
    if let scale = match(index, .scale), !scale.sense.isLetter {
      numeral.multiply(by: scale.sense.value)
      numeral.end = scale.end
    }
  }

  func skipHyphen(_ index: Int) -> Int { isSymbol(index, "-") ? index + 1 : index }

  /// "2 1/4", "3/4", "two and a half", "two thirds", « un million et demi ».
  func addFraction(_ numeral: inout Numeral) {
    if numeral.hasDigits, addDigitFraction(&numeral) { return }
    var index = numeral.end
    if let and = match(index, .and), let part = part(at: and.end) {
      let scale = lastScale(before: numeral.end)
      numeral.add(part.value * scale)
      numeral.end = part.end
      index = part.end
      if scale == 1, let of = match(index, .of), match(of.end, .scale) != nil { index = of.end }
      if scale == 1, let word = match(index, .scale), !word.sense.isLetter {
        numeral.multiply(by: word.sense.value)
        numeral.end = word.end
      }
      (numeral.isIndefinite, numeral.isBareOne) = (false, false)
      return
    }
    if let denominator = denominator(at: skipHyphen(index), plural: numeral.value != 1) {
      numeral.value /= denominator.value
      numeral.end = denominator.end
      numeral.isFraction = true
      (numeral.isIndefinite, numeral.isBareOne) = (false, false)
    }
  }

  private func addDigitFraction(_ numeral: inout Numeral) -> Bool {
    let index = numeral.end
    if let glyph = match(index, .glyphFraction) {
      numeral.add(glyph.sense.value)
      numeral.end = glyph.end
      return true
    }
    if isSymbol(index, "/"), isDigits(index + 1), self[index + 1].value > 0,
      self[index].spaced == self[index + 1].spaced, numeral.divisor == 1, !numeral.hasScale,
      self[index + 1].count <= 3, self[index - 1].count <= 3, !isSymbol(index + 2, "/")
    {
      numeral.value /= self[index + 1].value
      numeral.end = index + 2
      numeral.isFraction = true
      return true
    }
    if isDigits(index), isSymbol(index + 1, "/"), isDigits(index + 2), self[index].spaced,
      !self[index + 2].spaced, self[index + 2].value > self[index].value,
      self[index + 2].count <= 2, numeral.divisor == 1, !isSymbol(index + 3, "/")
    {
      numeral.add(self[index].value / self[index + 2].value)
      numeral.end = index + 3
      return true
    }
    return false
  }

  private func lastScale(before end: Int) -> Double {
    guard let word = match(end - 1, .scale), word.sense.value >= 1000 else { return 1 }
    return word.sense.value
  }

  /// "a half", "half", "three quarters", "two thirds" after "and".
  private func part(at index: Int) -> (value: Double, end: Int)? {
    if let fraction = match(index, .fraction) { return (1 / fraction.sense.value, fraction.end) }
    if let article = match(index, .indefinite), match(article.end, .cardinal) == nil,
      let below = denominator(at: article.end, plural: false, afterAnd: true)
    {
      return (1 / below.value, below.end)
    }
    if let above = match(index, .cardinal), above.sense.value > 0 {
      let next = skipHyphen(above.end)
      if let below = denominator(at: next, plural: above.sense.value != 1, afterAnd: true) {
        return (above.sense.value / below.value, below.end)
      }
    }
    return nil
  }

  private func denominator(at index: Int, plural: Bool, afterAnd: Bool = false) -> (
    value: Double, end: Int
  )? {
    if let word = match(index, .fraction) { return (word.sense.value, word.end) }
    if let compound = cardinal(at: index), compound.isOrdinal, compound.value > 20,
      compound.end > index + 1, !compound.hasDigits
    {
      return (compound.value, compound.end)
    }
    guard let word = match(index, .ordinal) ?? match(index, .ordinalScale),
      word.sense.value >= 3
    else { return nil }
    let isPlural = bytes[Int(self[word.end - 1].end) - 1] == 0x73
    if plural { guard isPlural else { return nil } }
    if style == .french, !isPlural, !afterAnd {
      guard match(word.end, .of) != nil || self[word.end].kind == .stop else { return nil }
    }
    if style == .english, !isPlural, !afterAnd {
      guard self[word.end].kind != .word || match(word.end, .of) != nil else { return nil }
    }
    return (word.sense.value, word.end)
  }

  /// "3 dozens", « deux douzaines ».
  func addCollective(_ numeral: inout Numeral) {
    guard !numeral.isFraction, !numeral.isIndefinite, !numeral.isCollective,
      let group = match(numeral.end, .collective), group.sense.value > 2
    else {
      addScaleOf(&numeral)
      return
    }
    numeral.multiply(by: group.sense.value)
    numeral.end = group.end
    numeral.isCollective = true
    addScaleOf(&numeral)
  }

  /// « une dizaine de milliers », « trois milliers de milliards ».
  private func addScaleOf(_ numeral: inout Numeral) {
    guard numeral.isCollective || numeral.hasScale else { return }
    var next = numeral.end
    if let of = match(next, .of) { next = of.end } else if numeral.hasScale { return }
    guard let scale = match(next, .scale), !scale.sense.isLetter, scale.sense.exact < 0 else {
      return
    }
    numeral.multiply(by: scale.sense.value)
    numeral.end = scale.end
  }

  /// "one over three", « un sur dix », "one in three".
  func addBar(_ numeral: inout Numeral) {
    guard !numeral.isFraction, numeral.value > 0, !numeral.hasScale,
      let bar = match(numeral.end, .fractionBar), match(bar.end, .negative) == nil,
      isDigits(bar.end)
        || may(bar.end, NumericCategory.cardinal.bit | NumericCategory.scale.bit),
      let below = cardinal(at: bar.end), below.value > 1, !below.isOrdinal, !below.isFraction,
      match(below.end, .unit) == nil
    else { return }
    // "one in three" is a share, "8 in 5" is not, nor is "3 in 2010".
    if bar.sense.value == 1 {
      guard !numeral.hasDigits, !below.hasDigits, numeral.value < below.value else { return }
    }
    let isOver = style == .english && bar.end == numeral.end + 1
    guard isOver || numeral.value < below.value else { return }
    guard match(numeral.start, .indefinite) == nil || !numeral.isIndefinite || style == .french
    else { return }
    numeral.value /= below.value
    numeral.end = below.end
    numeral.isFraction = true
    (numeral.isIndefinite, numeral.isBareOne) = (false, false)
  }
}
