import FilonCore

/// Verbs before what they attribute: S V que C, S V : « C », S V de INF.
extension VerbRules {
  /// S V que C, S V : « C », S V (de) INF, S V si C, S V NP.
  func complement(_ group: VerbGroup) -> Attribution? {
    if group.isPassive { return raised(group) }
    let source = subject(of: group)
    guard let object = object(of: group) else { return nil }
    let relative = source.map { isRelative(group, $0) } ?? false
    let end = object.end ?? clause.clauseEnd(from: object.start, stopAtComma: relative)
    guard end > object.start else { return nil }
    if source == nil, !group.isParticiple, object.confidence < 0.8 { return nil }
    return make(
      group, source: source, content: [object.start..<end], rule: object.rule,
      confidence: source == nil ? object.confidence * 0.6 : object.confidence)
  }

  private func isRelative(_ group: VerbGroup, _ source: Range<Int>) -> Bool {
    guard source.upperBound < group.units.lowerBound else { return false }
    return (source.upperBound..<group.units.lowerBound).contains { clause.has($0, .relative) }
  }

  private func subject(of group: VerbGroup) -> Range<Int>? {
    if let pronoun = pronoun(group) { return pronoun }
    let start = group.units.lowerBound
    if let subject = clause.subject(before: start), !group.isParticiple {
      return subject
    }
    if let last = lastSource.first, let units = unitRange(of: last) { return units }
    return group.isParticiple ? firstSubject(before: start) : nil
  }

  private func unitRange(of words: Range<Int>) -> Range<Int>? {
    guard let first = clause.units.firstIndex(where: { $0.words.lowerBound >= words.lowerBound }),
      let last = clause.units.lastIndex(where: { $0.words.upperBound <= words.upperBound }),
      first <= last
    else { return nil }
    return first..<(last + 1)
  }

  /// The subject of the main clause, for a participle: « La ministre s'est levée, lançant… »
  private func firstSubject(before unit: Int) -> Range<Int>? {
    var verb = 0
    while verb < unit, !clause.isFiniteVerb(verb) { verb += 1 }
    guard verb > 0, verb < unit else { return nil }
    return clause.subject(before: verb)
  }

  private struct Object {
    var start: Int
    var end: Int?
    var rule: String
    var confidence: Float
  }

  private func object(of group: VerbGroup) -> Object? {
    let frames = frames(group)
    let first = group.units.upperBound
    var unit = first
    if let pronoun = group.invertedPronoun, pronoun >= unit { unit = pronoun + 1 }
    var skipped = 0
    while unit < clause.count, skipped < 24 {
      if let object = object(at: unit, first: first, frames: frames, skipped: skipped) {
        return object
      }
      if stops(at: unit) { break }
      unit += 1
      skipped += 1
    }
    return nounObject(from: first, frames: frames, group: group)
  }

  private func object(
    at unit: Int, first: Int, frames: ReportingConcept.Frames, skipped: Int
  ) -> Object? {
    if clause.isQuotation(unit) {
      let mark = clause.mark(unit - 1)
      if mark == .colon || mark == .comma && clause.text.language == .english
        || unit == first && isWholeClause(unit)
      {
        return Object(
          start: unit, end: quotationEnd(unit), rule: "verb-quotation", confidence: 0.92)
      }
      return Object(start: first, end: nil, rule: "mixed-object", confidence: 0.7)
    }
    if clause.mark(unit) == .colon {
      guard unit + 1 < clause.count else { return nil }
      if clause.isQuotation(unit + 1) { return nil }
      return Object(start: unit + 1, end: nil, rule: "verb-colon", confidence: 0.75)
    }
    if clause.has(unit, .complementizer), clause.pos(unit) != .pron || unit == first,
      clause.pos(unit) != .det,
      unit == first || !clause.has(unit - 1, [.subordinator, .comparative])
    {
      return Object(start: unit, end: nil, rule: "verb-that", confidence: 0.9)
    }
    guard skipped <= 4 || skipped <= 10 && clause.has(unit, .interrogative) else { return nil }
    if isInfinitive(unit), frames.contains(.infinitive) || frames.contains(.noun) {
      return Object(start: unit, end: nil, rule: "verb-infinitive", confidence: 0.8)
    }
    if clause.has(unit, .interrogative), skipped <= 2,
      !frames.isDisjoint(with: [.question, .clause]),
      clause.hasFiniteVerb(unit..<min(unit + 12, clause.count))
    {
      return Object(start: unit, end: nil, rule: "verb-question", confidence: 0.75)
    }
    return nil
  }

  /// Whether the quotation at `unit` runs to the end of its clause.
  private func isWholeClause(_ unit: Int) -> Bool {
    clause.isEnd(unit + 1) || clause.mark(unit + 1) == .comma || clause.mark(unit + 1) == .semicolon
  }

  /// The end of a quotation and those that follow it with nothing but signs between.
  private func quotationEnd(_ unit: Int) -> Int {
    var end = unit + 1
    while clause.isQuotation(end) { end += 1 }
    return end
  }

  private func isInfinitive(_ unit: Int) -> Bool {
    if clause.text.language == .english {
      return clause.has(unit, .infinitiveMark) && clause.pos(unit + 1) != .det
        && (clause.pos(unit + 1) == .verb || clause.pos(unit + 1) == .aux || !clause.text.isTagged)
    }
    var index = unit
    if clause.has(index, .infinitiveMark) { index += 1 }
    while index < clause.count, index - unit < 4, clause.has(index, [.clitic, .negation]) {
      index += 1
    }
    if clause.isQuotation(index) { return index > unit && clause.has(unit, .infinitiveMark) }
    guard clause.pos(index) == .verb || clause.pos(index) == .aux || !clause.text.isTagged,
      let word = clause.word(index)
    else { return false }
    let bytes = clause.text.bytes[clause.text.range[word].bytes]
    guard bytes.count > 2, let last = bytes.last else { return false }
    return last == 0x72 || last == 0x65 && bytes.dropLast().last == 0x72
  }

  private func stops(at unit: Int) -> Bool {
    switch clause.mark(unit) {
    case .terminal, .semicolon, .close, .open: return true
    default: break
    }
    if clause.has(unit, .relative), clause.text.language == .french { return true }
    return clause.isFiniteVerb(unit)
  }

  /// English zero that, and objects of verbs that take nouns.
  private func nounObject(
    from first: Int, frames: ReportingConcept.Frames, group: VerbGroup
  ) -> Object? {
    guard first < clause.count, clause.mark(first) == .none else { return nil }
    let end = clause.clauseEnd(from: first)
    if clause.text.language == .english, frames.contains(.clause),
      clause.startsNounPhrase(first) || clause.has(first, [.subject, .determiner]),
      clause.hasFiniteVerb((first + 1)..<max(first + 1, end))
    {
      return Object(start: first, end: end, rule: "verb-clause", confidence: 0.85)
    }
    if clause.text.language == .english, clause.isGerund(first),
      !frames.isDisjoint(with: [.infinitive, .noun])
    {
      return Object(start: first, end: end, rule: "verb-gerund", confidence: 0.7)
    }
    guard frames.contains(.noun) || !group.reading.rest.isEmpty else { return nil }
    guard clause.startsNounPhrase(first) || clause.has(first, .preposition) else { return nil }
    let strong = Self.strongCategories.contains(
      ReportingLexicon.standard.concepts[group.reading.concept].category)
    return Object(
      start: first, end: nounEnd(from: first, strong: strong), rule: "verb-noun",
      confidence: strong ? 0.6 : 0.45)
  }

  /// A noun phrase runs over commas of a list, not into a contrast, « mais les secours… ».
  private func nounEnd(from first: Int, strong: Bool) -> Int {
    let end = clause.clauseEnd(from: first, stopAtComma: !strong)
    let contrast = (first..<max(first, end)).first {
      clause.mark($0) == .comma && clause.has($0 + 1, .coordinator)
        && clause.hasFiniteVerb(($0 + 1)..<max($0 + 1, end))
    }
    return contrast ?? end
  }

  private static let strongCategories: Set<String> = [
    "accuse", "deny", "demand", "recommend", "promise", "predict", "say", "agree", "evidence",
    "discuss",
  ]

  /// X is said to C; a-t-on appris de S; il est dit que C.
  private func raised(_ group: VerbGroup) -> Attribution? {
    let next = group.units.upperBound
    guard isInfinitive(next) || clause.has(next, .complementizer) else { return nil }
    let end = clause.clauseEnd(from: next)
    let subject = clause.subject(before: group.units.lowerBound)
    var content: [Range<Int>] = []
    if let subject, !clause.has(next, .complementizer) { content.append(subject) }
    content.append(next..<end)
    return make(group, source: nil, content: content, rule: "passive", confidence: 0.7)
  }
}
