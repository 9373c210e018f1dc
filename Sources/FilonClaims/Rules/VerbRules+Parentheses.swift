import FilonCore

/// Verbs in a parenthesis without quotation marks: C, V S and comme l'explique S, C.
extension VerbRules {
  /// C, V S; C, S V; C1, S V, C2.
  func parenthetical(_ group: VerbGroup) -> Attribution? {
    guard group.isFinite, !group.isPassive, !takesClause(group),
      !frames(group).isDisjoint(with: [.direct, .inverted, .clause])
    else { return nil }
    let start = group.units.lowerBound
    var source: Range<Int>?
    var before = start
    let asks = clause.text.language == .french && clause.mark(start - 1) == .terminal
    if clause.mark(start - 1) == .comma || asks, let after = sourceAfter(group) {
      source = after
      before = asks ? start : start - 1
    } else if let subject = clause.subject(before: start), subject.lowerBound > 1,
      let comma = commaBefore(subject, verb: start)
    {
      source = comma.source
      before = comma.unit
      if group.hasObjectPronoun { return clitic(group, source: comma.source, before: comma.unit) }
      if clause.text.language == .french { return nil }
    } else {
      return nil
    }
    guard before > 1, clause.hasFiniteVerb(0..<before) || clause.text.language == .english
    else { return nil }
    let end = max(source?.upperBound ?? 0, group.units.upperBound)
    var content = [clause.clauseStart(before: before)..<before]
    if clause.mark(end) == .comma {
      let rest = (end + 1)..<clause.clauseEnd(from: end + 1)
      let follows = !clause.isParticipleClause(rest.lowerBound)
      if !rest.isEmpty, follows { content.append(rest) }
    } else if !clause.isEnd(end), clause.mark(end) != .terminal, !isAdverbial(end) {
      return nil
    }
    let headline =
      clause.mark(clause.count - 1) != .terminal
      && clause.text.startsParagraph[clause.units[0].words.lowerBound]
    return make(
      group, source: source, content: content, rule: headline ? "headline" : "parenthesis",
      confidence: 0.75)
  }

  private func isAdverbial(_ unit: Int) -> Bool {
    clause.has(unit, [.timeWord, .addressee, .preposition]) || clause.pos(unit) == .adp
      || clause.pos(unit) == .adv
  }

  private func commaBefore(
    _ subject: Range<Int>, verb: Int
  ) -> (source: Range<Int>, unit: Int)? {
    // The subject is what stands after the last comma.
    var index = verb - 1
    while index > 0, clause.mark(index) != .comma {
      if clause.isQuotation(index) { return nil }
      index -= 1
    }
    guard index > 0 else { return nil }
    var first = index + 1
    while first < verb, clause.has(first, .coordinator) || clause.pos(first) == .adv { first += 1 }
    guard first < verb, clause.startsNounPhrase(first), first - index <= 1 else { return nil }
    var last = verb
    while last > first, clause.has(last - 1, .clitic), !clause.has(last - 1, .thirdPerson) {
      last -= 1
    }
    return last > first ? (first..<last, index) : nil
  }

  /// C, S l'a confirmé.
  private func clitic(
    _ group: VerbGroup, source: Range<Int>, before: Int
  ) -> Attribution? {
    guard clause.hasFiniteVerb(0..<before) else { return nil }
    return make(
      group, source: source, content: [clause.clauseStart(before: before)..<before],
      rule: "object-pronoun", confidence: 0.8)
  }

  /// Comme l'explique S, C; As S notes, C.
  func asClause(_ group: VerbGroup) -> Attribution? {
    var opener = group.units.lowerBound - 1
    while opener >= 0, clause.has(opener, .clitic) || clause.text.language == .english {
      if clause.has(opener, .subordinator) { break }
      if clause.mark(opener) != .none { return nil }
      opener -= 1
    }
    guard opener >= 0, Self.asWords.contains(clause.form(opener)),
      opener == 0 || clause.mark(opener - 1) == .comma
    else { return nil }
    let source =
      clause.text.language == .french
      ? sourceAfter(group) : (opener + 1)..<group.units.lowerBound
    guard let source, !source.isEmpty else { return nil }
    let end = max(source.upperBound, group.units.upperBound)
    guard clause.mark(end) == .comma || clause.isEnd(end) || opener == 0 else { return nil }
    var content: [Range<Int>] = []
    if opener > 0 { content.append(clause.clauseStart(before: opener)..<(opener - 1)) }
    if clause.mark(end) == .comma { content.append((end + 1)..<clause.clauseEnd(from: end + 1)) }
    guard !content.isEmpty else { return nil }
    return make(group, source: source, content: content, rule: "as", confidence: 0.8)
  }

  private static let asWords: Set<FormHash> = [FormHash("comme"), FormHash("as")]
}
