import FilonCore

/// Verbs after what they attribute to somebody: « C », V S and C, a-t-on appris de S.
extension VerbRules {
  /// C, a-t-on appris de source S: the source stands after the preposition.
  func learned(_ group: VerbGroup) -> Attribution? {
    guard let pronoun = group.invertedPronoun,
      clause.form(pronoun) == Self.impersonalPronoun
        || clause.form(pronoun) == Self.impersonalShort,
      clause.has(group.units.upperBound, .preposition), group.units.lowerBound > 1,
      clause.mark(group.units.lowerBound - 1) == .comma
        || clause.isQuotation(group.units.lowerBound - 1)
    else { return nil }
    let start = group.units.upperBound + (clause.isFixedPreposition(group.units.upperBound) ? 2 : 1)
    guard let source = clause.nounPhrase(from: start) else { return nil }
    let before = group.units.lowerBound - 1
    return make(
      group, source: source, content: [clause.clauseStart(before: before)..<(before + 1)],
      rule: "learned", confidence: 0.85, wholeCue: group.units.lowerBound..<start)
  }

  private static let impersonalPronoun = FormHash("-t-on")
  private static let impersonalShort = FormHash("-on")

  /// « C », V S; « C », a-t-il V; "C," S V.
  func afterQuotation(_ group: VerbGroup) -> Attribution? {
    guard group.isFinite, !group.isPassive else { return nil }
    var before = group.units.lowerBound - 1
    while clause.mark(before) == .comma || clause.mark(before) == .dash
      || clause.has(before, .clitic)
    {
      before -= 1
    }
    var source: Range<Int>?
    if clause.isQuotation(before) {
      source = sourceAfter(group)
      guard source != nil || clause.isEnd(group.units.upperBound) else { return nil }
    } else if clause.text.language == .english {
      guard let subject = clause.subject(before: group.units.lowerBound) else { return nil }
      before = subject.lowerBound - 1
      while clause.mark(before) == .comma || clause.mark(before) == .dash { before -= 1 }
      guard clause.isQuotation(before) else { return nil }
      if takesClause(group) { return nil }
      source = subject
    } else {
      return nil
    }
    let start = isBareQuotation(before) ? before : clause.clauseStart(before: before)
    var content = [start..<(before + 1)]
    let sourceEnd = max(source?.upperBound ?? 0, group.units.upperBound)
    if let second = secondPart(after: sourceEnd) { content.append(second) }
    return make(
      group, source: source, content: content, rule: "quotation-verb", confidence: 0.95)
  }

  /// Whether the quotation stands alone before its verb, and not inside a clause.
  private func isBareQuotation(_ unit: Int) -> Bool {
    unit == 0 || clause.mark(unit - 1) == .colon
      || clause.has(unit - 1, .coordinator) && unit == 1
  }

  func takesClause(_ group: VerbGroup) -> Bool {
    let next = group.units.upperBound
    return clause.has(next, .complementizer) || clause.isQuotation(next)
      || clause.mark(next) == .colon
      || clause.mark(next) == .comma && clause.isQuotation(next + 1) && clause.mark(0) != .none
  }

  /// The part of a split quotation that follows the source: “C1,” said S, “C2.”
  private func secondPart(after unit: Int) -> Range<Int>? {
    var index = unit
    var skipped = 0
    while index < clause.count, skipped < 14, !clause.isQuotation(index) {
      if clause.mark(index) == .terminal || clause.mark(index) == .semicolon { return nil }
      if clause.has(index, .complementizer) || clause.isFiniteVerb(index), index > unit {
        return nil
      }
      if !clause.readings(index).isEmpty, clause.pos(index) == .verb { return nil }
      index += 1
      skipped += 1
    }
    guard clause.isQuotation(index),
      clause.mark(index - 1) == .comma || clause.mark(index - 1) == .colon
    else { return nil }
    return index..<(index + 1)
  }
}
