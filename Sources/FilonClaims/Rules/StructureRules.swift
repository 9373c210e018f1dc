import FilonCore

/// Finds attributions by layout and mood alone: headlines with a colon, signatures after a dash,
/// the hearsay conditional.
struct StructureRules {
  let clause: Clause
  /// Whether the clause is a paragraph of its own without a full stop, as headlines are.
  let isHeadline: Bool

  private var prefix: String { clause.text.language == .french ? "fr." : "en." }

  /// The attributions of a clause that no cue word gives.
  func attributions() -> [Attribution] {
    if let attribution = colon() ?? signature() { return [attribution] }
    return clause.text.language == .french ? conditional() : []
  }

  /// S : « C »
  private func colon() -> Attribution? {
    guard
      let colon = (1..<min(12, clause.count)).first(where: { clause.mark($0) == .colon }),
      colon + 1 < clause.count
    else { return nil }
    let quoted = clause.isQuotation(colon + 1)
    guard quoted, !clause.hasFiniteVerb(0..<colon), clause.startsNounPhrase(0),
      !(0..<colon).contains(where: { clause.isQuotation($0) || clause.mark($0) == .terminal })
    else { return nil }
    var end = colon + 2
    while clause.isQuotation(end) { end += 1 }
    return Attribution(
      source: [clause.words(0..<colon)], cue: [clause.units[colon].words],
      content: [clause.words((colon + 1)..<end)], conceptID: "src.colon", lemma: ":",
      rule: prefix + "colon", confidence: isHeadline ? 0.8 : 0.7)
  }

  /// “C.” — S
  private func signature() -> Attribution? {
    guard clause.count >= 3 else { return nil }
    var quote = 0
    while quote < clause.count, quote < 3, !clause.isQuotation(quote) { quote += 1 }
    guard clause.isQuotation(quote), clause.mark(quote + 1) == .dash,
      let source = clause.nounPhrase(from: quote + 2),
      clause.isEnd(source.upperBound) || source.upperBound == clause.count
    else { return nil }
    return Attribution(
      source: [clause.words(source)], cue: [], content: [clause.words(quote..<(quote + 1))],
      rule: prefix + "dash-signature", confidence: 0.85)
  }

  /// The hearsay conditional: « Le dirigeant aurait quitté le pays ».
  private func conditional() -> [Attribution] {
    guard !(0..<clause.count).contains(where: { clause.has($0, .conditionMark) }) else { return [] }
    var found: [Attribution] = []
    var unit = 0
    while unit < clause.count {
      defer { unit += 1 }
      guard clause.has(unit, .hearsayAuxiliary), isCompound(unit), !isReported(unit) else {
        continue
      }
      var start = unit
      while start > 0, !isBreak(start - 1) { start -= 1 }
      while start < unit, clause.mark(start) != .none || clause.has(start, .coordinator) {
        start += 1
      }
      let end = clause.clauseEnd(from: unit)
      var attribution = Attribution(
        source: [], cue: [], content: [clause.words(start..<end)], conceptID: "mod.hearsay",
        rule: prefix + "conditional", confidence: 0.65)
      attribution.isHearsay = true
      found.append(attribution)
      unit = end
    }
    return found
  }

  private func isBreak(_ unit: Int) -> Bool {
    switch clause.mark(unit) {
    case .terminal, .semicolon, .colon: true
    default: clause.isQuotation(unit)
    }
  }

  /// A conditional auxiliary with its participle, or « serait » with a predicate.
  private func isCompound(_ unit: Int) -> Bool {
    var index = unit + 1
    while index < clause.count, index - unit <= 3,
      clause.pos(index) == .adv || clause.has(index, .negation)
    {
      index += 1
    }
    guard index < clause.count, clause.mark(index) == .none else { return false }
    // « aurait dû », « aurait pu » are counterfactual.
    return !Self.counterfactual.contains(clause.form(index))
  }

  private static let counterfactual: Set<FormHash> = ["dû", "pu", "fallu", "voulu", "aimé"]
    .reduce(into: []) { $0.insert(FormHash($1)) }

  /// Whether the verb stands in a clause that a verb of saying governs.
  private func isReported(_ unit: Int) -> Bool {
    var index = unit - 1
    while index >= 0, !isBreak(index) {
      if clause.has(index, .firstPerson) { return true }
      if clause.has(index, .complementizer),
        (max(0, index - 8)..<index).contains(where: { !clause.readings($0).isEmpty })
      {
        return true
      }
      index -= 1
    }
    return false
  }
}
