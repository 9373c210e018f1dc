extension NumericReader {
  /// Reads a number in digits, words or both: cardinals, ordinals, fractions and collectives.
  func numeral(at index: Int) -> Numeral? {
    if let sign = match(index, .negative), let found = unsigned(at: sign.end) {
      guard !found.isIndefinite || self[index].count > 5, !found.isOrdinal || found.isFraction
      else { return nil }
      var numeral = found
      (numeral.isBareOne, numeral.isIndefinite) = (false, false)
      numeral.start = index
      numeral.value = -numeral.value
      return numeral
    }
    return unsigned(at: index)
  }

  /// The categories that may begin a number in words.
  private static let numeralStarters: UInt128 =
    [
      NumericCategory.cardinal, .indefinite, .scale, .ordinal, .ordinalScale, .fraction,
      .glyphFraction, .collective, .tens,
    ].reduce(0) { $0 | $1.bit }

  private func unsigned(at index: Int) -> Numeral? {
    guard
      isDigits(index) || self[index].mask & Self.numeralStarters != 0 || isSymbol(index, ".")
        || isSymbol(index, ",")
    else { return nil }
    if let half = leadingFraction(at: index) { return half }
    guard var numeral = cardinal(at: index) else { return nil }
    if numeral.isOrdinal { return numeral }
    addDecimalWords(&numeral)
    addFraction(&numeral)
    addCollective(&numeral)
    addBar(&numeral)
    return numeral
  }

  /// "half a million", "demi-douzaine", "½", "quarter of a million", "la moitié".
  private func leadingFraction(at index: Int) -> Numeral? {
    var start = index
    if let article = match(index, .indefinite), match(article.end, .fraction) != nil {
      start = article.end
    }
    if let glyph = match(index, .glyphFraction) {
      return Numeral(start: index, end: glyph.end, value: glyph.sense.value, isFraction: true)
    }
    guard let fraction = match(start, .fraction) else { return nil }
    var numeral = Numeral(
      start: index, end: fraction.end, value: 1 / fraction.sense.value, isFraction: true)
    var next = fraction.end
    if isSymbol(next, "-") { next += 1 }
    if let of = match(next, .of) { next = of.end }
    if let article = match(next, .indefinite) { next = article.end }
    if let scale = match(next, .scale), !scale.sense.isLetter {
      numeral.multiply(by: scale.sense.value)
      numeral.end = scale.end
      numeral.isFraction = false
    } else if let group = match(next, .collective) {
      numeral.multiply(by: group.sense.value)
      numeral.end = group.end
      (numeral.isFraction, numeral.isCollective) = (false, true)
    }
    return numeral
  }

  /// The state of reading number words.
  private struct Sum {
    var total = 0.0
    var group = 0.0
    var lastScale = 1e30
    var last = 0.0
    var room = 1e18
    var started = false
  }

  /// Cardinals and ordinals in words and digits.
  func cardinal(at start: Int) -> Numeral? {
    var sum = Sum()
    var index = start
    var numeral = Numeral(start: start, end: start, value: 0)
    scan: while index - start < 64 {
      var next = index
      if sum.started {
        if isSymbol(next, "-"), self[next + 1].kind == .word { next += 1 }
        if let and = match(next, .and) {
          let word = isSymbol(and.end, "-") ? and.end + 1 : and.end
          if joins(word, sum) { next = word }
        }
      }
      if isDigits(next) || !sum.started && self[next].kind == .symbol,
        next > index || !sum.started || sum.last == 100 || sum.group == 0
      {
        guard let number = digits(at: next), number.value < sum.room else { break }
        if sum.started, number.value == 0 || self[next].spaced == false { break }
        if let suffix = match(number.end, .ordinalSuffix), !self[number.end].spaced,
          number.divisor == 1, !self[suffix.end].spaced == false || self[suffix.end].kind != .digits
        {
          if isOrdinalSuffix(suffix, number) {
            numeral.isOrdinal = true
            numeral.hasDigits = !sum.started
            numeral.value = sum.total + sum.group + number.value
            numeral.end = suffix.end
            return numeral
          }
        }
        if !sum.started {
          numeral.hasDigits = true
          (numeral.mantissa, numeral.divisor) = (number.mantissa, number.divisor)
        }
        sum.group += number.value
        sum.last = number.value
        (sum.room, sum.started) = (0, true)
        index = number.end
        numeral.end = index
        continue
      }
      guard self[next].kind == .word else { break }
      if let word = match(next, .cardinal), add(word.sense.value, &sum, next: word.end) {
        index = word.end
      } else if let word = match(next, .scale), scale(word, &sum, &numeral, at: next) {
        index = word.end
      } else if sum.started, let word = match(next, .ordinal), word.sense.value < sum.room,
        sum.last >= 20 || (style == .french && sum.last == 10), !isPlural(word.end)
      {
        numeral.isOrdinal = true
        numeral.value = sum.total + sum.group + word.sense.value
        numeral.end = word.end
        return numeral
      } else if !sum.started, let word = match(next, .ordinal) {
        return Numeral(start: start, end: word.end, value: word.sense.value, isOrdinal: true)
      } else if let word = match(next, .ordinalScale), !isPlural(word.end) {
        numeral.isOrdinal = true
        let base = sum.total + sum.group
        numeral.value = (base == 0 ? 1 : base) * word.sense.value
        numeral.end = word.end
        return numeral
      } else if !sum.started, let article = match(next, .indefinite) {
        return afterArticle(start, article)
      } else if !sum.started, let group = match(next, .collective) {
        return Numeral(
          start: start, end: group.end, value: group.sense.value, isCollective: true,
          isApproximate: group.sense.value != 12 && group.sense.value != 2)
      } else if !sum.started, let group = match(next, .tens) {
        return tens(start, group)
      } else {
        break scan
      }
      numeral.end = index
    }
    guard sum.started, numeral.end > start else { return nil }
    if numeral.hasScale, numeral.divisor == 1, sum.group == 0, numeral.value > 0 {
      // Kept: the exact product of decimals and scale.
    } else {
      numeral.value = sum.total + sum.group
    }
    numeral.isBareOne = !numeral.hasDigits && numeral.value == 1 && numeral.end == start + 1
    numeral.isIndefinite = numeral.isBareOne && match(start, .indefinite) != nil
    return numeral
  }

  private func isOrdinalSuffix(_ suffix: Match, _ number: Numeral) -> Bool {
    guard self[suffix.end - 1].count == 1 else { return true }
    // A lone "e" after digits is an ordinal only when no digit follows ("1e10").
    return !isDigits(suffix.end) || self[suffix.end].spaced
  }

  private func isPlural(_ end: Int) -> Bool {
    bytes[Int(self[end - 1].end) - 1] | 0x20 == 0x73 && self[end - 1].count > 4
  }

  /// Whether "and" or « et » joins the word at `index` to the number so far.
  private func joins(_ index: Int, _ sum: Sum) -> Bool {
    if let word = match(index, .cardinal),
      match(word.end, .fraction) != nil
        || match(word.end, .ordinal) != nil && isPlural(word.end + 1)
    {
      return false
    }
    if style == .french {
      guard let word = match(index, .cardinal) ?? match(index, .ordinal) else { return false }
      let one = word.sense.value == 1 || word.sense.value == 11
      return one && sum.last >= 20 && sum.last < 100
        && sum.last.truncatingRemainder(dividingBy: 10) == 0
    }
    guard sum.last >= 100 else { return false }
    if isDigits(index) {
      guard let number = digits(at: index) else { return false }
      return number.value > 0 && number.value < sum.room
    }
    if let word = match(index, .cardinal) {
      return word.sense.value > 0 && word.sense.value < sum.room
    }
    if let word = match(index, .ordinal) {
      return word.sense.value < sum.room && !isPlural(word.end)
    }
    return false
  }

  private func add(_ value: Double, _ sum: inout Sum, next: Int) -> Bool {
    let french = style == .french
    if french, value == 20, sum.last == 4, sum.group.truncatingRemainder(dividingBy: 100) == 4 {
      sum.group += 76
      (sum.last, sum.room) = (80, 20)
      return true
    }
    if french, sum.last == 10, sum.started {
      guard value >= 7, value <= 9, sum.room == 10 else { return false }
      sum.group += value
      (sum.last, sum.room) = (value, 0)
      return true
    }
    guard value < sum.room, !sum.started || (value > 0 && sum.last != 0) else { return false }
    sum.group += value
    sum.last = value
    sum.started = true
    if value == 10, french {
      sum.room = 10
    } else if value >= 20 {
      sum.room = french && (value == 60 || value == 80) ? 20 : 10
    } else {
      sum.room = 0
    }
    return true
  }

  private func scale(_ word: Match, _ sum: inout Sum, _ numeral: inout Numeral, at index: Int)
    -> Bool
  {
    let value = word.sense.value
    if word.sense.isLetter || word.sense.exact >= 0 {
      guard sum.started, numeral.hasDigits, index == numeral.end else { return false }
    }
    if !sum.started {
      let bare =
        style == .french
        ? value <= 1000 && !isPlural(word.end)
        : value == 100
          && match(word.end, .scale) != nil
      guard bare else { return false }
    }
    if value == 100 {
      if style == .french, numeral.hasDigits, isPlural(word.end) { return false }
      guard sum.group < 1000, sum.last != 100,
        sum.group == 0 || sum.group < 100 || numeral.hasDigits
      else { return false }
      if sum.started, sum.group == 0 { guard sum.room > 100 else { return false } }
      sum.group = (sum.group == 0 ? 1 : sum.group) * 100
      (sum.last, sum.room, sum.started) = (100, 100, true)
      return true
    }
    if value < sum.lastScale {
      if sum.total == 0 {
        numeral.value = sum.group == 0 ? 1 : sum.group
        if !numeral.hasDigits || sum.group != numeral.mantissa / numeral.divisor {
          (numeral.mantissa, numeral.divisor) = (numeral.value, 1)
        }
        numeral.multiply(by: value)
        sum.total = numeral.value
      } else {
        guard sum.group > 0 || sum.last == 100 else { return false }
        sum.total += max(sum.group, 1) * value
        numeral.value = sum.total
        numeral.mantissa = sum.total
      }
    } else {
      guard sum.group == 0 else { return false }
      sum.total *= value
      numeral.value = sum.total
      numeral.mantissa = sum.total
    }
    numeral.hasScale = true
    sum.group = 0
    sum.lastScale = value
    (sum.last, sum.room, sum.started) = (value, min(value, 1000), true)
    return true
  }

  /// "a hundred", "une dizaine", "un million", "a fifth"; else the article by itself.
  private func afterArticle(_ start: Int, _ article: Match) -> Numeral? {
    var next = article.end
    if let approximate = match(next, .approximate), match(approximate.end, .scale) != nil {
      next = approximate.end
    }
    if let word = match(next, .scale), !word.sense.isLetter, word.sense.exact < 0 {
      if var rest = cardinal(at: next) ?? bareScale(next, word) {
        rest.start = start
        return rest
      }
    }
    if let group = match(next, .collective) {
      var numeral = Numeral(
        start: start, end: group.end, value: group.sense.value, isCollective: true)
      numeral.isApproximate = group.sense.value != 12 && group.sense.value != 2
      return numeral
    }
    return Numeral(
      start: start, end: article.end, value: 1, isIndefinite: true,
      isBareOne: article.sense.value == 1)
  }

  /// "hundred thousand" and "thousand two hundred" after an article.
  private func bareScale(_ index: Int, _ word: Match) -> Numeral? {
    var numeral = Numeral(start: index, end: word.end, value: word.sense.value)
    numeral.mantissa = numeral.value
    numeral.hasScale = true
    if let next = match(word.end, .scale), next.sense.value > word.sense.value, !next.sense.isLetter
    {
      numeral.multiply(by: next.sense.value)
      numeral.end = next.end
      return numeral
    }
    var rest = word.end
    if let and = match(rest, .and) { rest = and.end }
    if let more = cardinal(at: rest), more.value < word.sense.value, more.value > 0,
      !more.isOrdinal, !more.isIndefinite, !more.hasDigits
    {
      numeral.add(more.value)
      numeral.end = more.end
    }
    return numeral
  }

  /// "tens of thousands", « des dizaines de milliers ».
  private func tens(_ start: Int, _ group: Match) -> Numeral {
    var numeral = Numeral(
      start: start, end: group.end, value: group.sense.value, isCollective: true,
      isApproximate: true)
    numeral.mantissa = numeral.value
    if let of = match(group.end, .of), let scale = match(of.end, .scale), !scale.sense.isLetter {
      numeral.multiply(by: scale.sense.value)
      numeral.end = scale.end
    }
    return numeral
  }
}
