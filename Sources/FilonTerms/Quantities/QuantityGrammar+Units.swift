internal import FilonCore

extension QuantityGrammar {
  /// The unit or currency after a number.
  func unit(after numeral: Numeral, at end: Int) -> Unit? {
    guard !numeral.isOrdinal else { return nil }
    var index = end
    let hyphen = reader.isSymbol(index, "-") && !reader[index].spaced && !reader[index + 1].spaced
    if hyphen { index += 1 }
    if let of = reader.match(index, .of), !reader[index].capital,
      numeral.hasScale || numeral.isCollective || numeral.isFraction
    {
      index = of.end
    }
    if numeral.isFraction, let article = reader.match(index, .indefinite) { index = article.end }
    if let premodifier = reader.match(index, .premodifier),
      let unit = reader.match(premodifier.end, .unit), reader.dimension(unit.sense) == "time"
    {
      return make(unit, numeral, index)
    }
    if let bracketed = bracketed(numeral, index) { return bracketed }
    let money = reader.match(index, .currency)
    let measure = reader.match(index, .unit)
    if let money, money.end >= (measure?.end ?? 0), isPlausible(money, numeral, hyphen) {
      return self.money(money, numeral, index)
    }
    guard let measure, isPlausible(measure, numeral, hyphen) else { return nil }
    return make(measure, numeral, index)
  }

  /// "20 (kg)", "20 [kg]".
  private func bracketed(_ numeral: Numeral, _ index: Int) -> Unit? {
    guard numeral.hasDigits, reader.isSymbol(index, "(") || reader.isSymbol(index, "["),
      let unit = reader.match(index + 1, .unit),
      reader.isSymbol(unit.end, ")") || reader.isSymbol(unit.end, "]"),
      var result = make(unit, numeral, index)
    else { return nil }
    result.end = unit.end + 1
    return result
  }

  /// Whether a unit may follow the number as it is written.
  private func isPlausible(_ unit: NumericReader.Match, _ numeral: Numeral, _ hyphen: Bool) -> Bool
  {
    let first = reader[unit.end - 1]
    if unit.sense.isLetter {
      guard numeral.hasDigits, !hyphen, first.singleSpace || !first.spaced else { return false }
      // "l'", "d'" and "A. Dupont" are no units.
      if reader.isElision(unit.end - 1) { return false }
      if reader.isDigits(unit.end), !reader[unit.end].spaced { return false }
    }
    if numeral.isIndefinite {
      let code = reader.code(unit.sense)
      let dimension = reader.dimension(unit.sense)
      if dimension == "points" || code == "fois" || dimension == "people" || code == "turn" {
        return false
      }
      if first.count <= 2 { return false }
    }
    return true
  }

  private func money(_ match: NumericReader.Match, _ numeral: Numeral, _ index: Int) -> Unit {
    let code = reader.code(match.sense)
    var unit = Unit(
      code: code, dimension: "money", currency: code, factor: match.sense.value, end: match.end)
    // "75 USD million"
    if !numeral.hasScale, let scale = reader.match(match.end, .scale), !scale.sense.isLetter,
      scale.sense.value >= 1e6
    {
      unit.factor *= scale.sense.value
      unit.end = scale.end
    }
    return unit
  }

  private func make(_ match: NumericReader.Match, _ numeral: Numeral, _ index: Int) -> Unit? {
    var code = reader.code(match.sense)
    var isDegree = false
    if code == "degree" {
      isDegree = true
      // French news gives temperatures in degrees Celsius without saying so.
      if reader.style == .french, abs(numeral.value) <= 60 { code = "°C" }
    }
    var end = match.end
    if isDegree, let direction = reader.match(end, .degreeDirection) { end = direction.end }
    return Unit(
      code: code, dimension: reader.dimension(match.sense), end: end, isDegree: isDegree)
  }

  /// The noun that a number counts, in the singular.
  func countedNoun(at end: Int, _ parts: Parts) -> Unit? {
    guard let numeral = parts.high ?? parts.low, !numeral.isOrdinal, numeral.divisor == 1 else {
      return nil
    }
    if numeral.isIndefinite {
      return nil
    }
    var index = end
    if reader.isSymbol(index, "-") { return nil }
    if numeral.hasScale || numeral.isCollective || numeral.isFraction,
      let of = reader.match(index, .of)
    {
      index = of.end
      if let article = reader.match(index, .article) { index = article.end }
    }
    for _ in 0..<3 {
      guard let modifier = reader.match(index, .premodifier) else { break }
      index = modifier.end
    }
    let word = reader[index]
    guard word.kind == .word, word.count >= 3, reader.match(index, .function) == nil,
      !reader.isElision(index), reader.match(index, .month) == nil
    else { return fallbackNoun(end, index) }
    let isPlural = NounNumber.isPlural(reader.bytes, word)
    guard isPlural || (abs(numeral.value) < 2 && !numeral.isFraction) || numeral.isFraction else {
      return fallbackNoun(end, index)
    }
    if reader[index].kind == .word, abs(numeral.value) < 2, !isPlural, !numeral.hasDigits,
      !numeral.isFraction
    {
      return nil
    }
    let lemma = NounNumber.singular(reader.text(index, index + 1), reader.style)
    return Unit(code: lemma, dimension: "count", end: index + 1, isNoun: true)
  }

  /// "dix autres", "12 dernières": a modifier that stands for the noun.
  private func fallbackNoun(_ end: Int, _ index: Int) -> Unit? {
    guard index == end + 1, reader.style == .french, reader[end].kind == .word else { return nil }
    return Unit(
      code: NounNumber.singular(reader.text(end, index), reader.style), dimension: "count",
      end: index, isNoun: true)
  }
}
