import FilonCore

/// Finds what a reporting verb attributes, by the constructions of its concept.
struct VerbRules {
  let clause: Clause
  private var found: [Attribution] = []
  private var lastSource: [Range<Int>] = []

  init(_ clause: Clause) { self.clause = clause }

  /// The attributions by verbs of a clause, in order.
  static func attributions(in clause: Clause) -> [Attribution] {
    var rules = VerbRules(clause)
    var unit = 0
    while unit < clause.count {
      guard let group = clause.verbGroup(at: unit) else {
        unit += 1
        continue
      }
      rules.read(group)
      unit = max(unit + 1, group.units.upperBound)
    }
    return rules.found
  }

  private mutating func read(_ group: VerbGroup) {
    let attribution =
      learned(group) ?? afterQuotation(group) ?? parenthetical(group) ?? asClause(group)
      ?? complement(group)
    guard let attribution else { return }
    if !attribution.source.isEmpty { lastSource = attribution.source }
    found.append(attribution)
  }

  private func frames(_ group: VerbGroup) -> ReportingConcept.Frames {
    ReportingLexicon.standard.concepts[group.reading.concept].frames
  }

  private func make(
    _ group: VerbGroup, source: Range<Int>?, content: [Range<Int>], rule: String,
    confidence: Float, wholeCue: Range<Int>? = nil
  ) -> Attribution {
    let contents = content.map { clause.words($0) }.filter { !$0.isEmpty }
    var cue = [clause.words(wholeCue ?? group.units)]
    if wholeCue == nil, let pronoun = group.invertedPronoun, group.units.contains(pronoun) {
      cue = [
        clause.words(group.units.lowerBound..<pronoun),
        clause.words((pronoun + 1)..<group.units.upperBound),
      ]
    }
    let language = clause.text.language == .french ? "fr" : "en"
    return Attribution(
      source: source.map { [clause.words($0)] } ?? [], cue: cue.filter { !$0.isEmpty },
      content: contents, concept: group.reading.concept, lemma: group.reading.lemma,
      isNegated: group.isNegated, rule: "\(language).\(rule)", confidence: confidence)
  }

  private func pronoun(_ group: VerbGroup) -> Range<Int>? {
    group.invertedPronoun.map { $0..<($0 + 1) }
  }

  /// The source after an inverted verb: « a assuré mardi le préfet Hamel ».
  private func sourceAfter(_ group: VerbGroup) -> Range<Int>? {
    if let pronoun = pronoun(group) { return pronoun }
    var start = group.units.upperBound
    var skipped = 0
    while skipped < 8, start < clause.count, !clause.startsNounPhrase(start) || isTime(start) {
      guard clause.pos(start) == .adv || isTime(start) || clause.has(start, .strongPronoun) else {
        break
      }
      start += 1
      skipped += 1
    }
    return clause.nounPhrase(from: afterAddressee(start))
  }

  /// « déclare à l'AFP Jean Morel »: one noun after the preposition is to whom it was said.
  private func afterAddressee(_ start: Int) -> Int {
    guard clause.text.language == .french, clause.has(start, .addressee),
      clause.pos(start) == .adp
    else { return start }
    var index = start + 1
    while index < clause.count, clause.has(index, .determiner) || clause.has(index, .preposition) {
      index += 1
    }
    return index < clause.count && clause.startsNounPhrase(index + 1) ? index + 1 : start
  }

  private func isTime(_ unit: Int) -> Bool {
    clause.has(unit, .timeWord) || clause.pos(unit) == .num
      || clause.has(unit, .determiner)
        && clause.has(unit + 1, .timeWord)
  }

  // MARK: Learning

  /// C, a-t-on appris de source S: the source stands after the preposition.
  private func learned(_ group: VerbGroup) -> Attribution? {
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

  // MARK: Quotation before the verb

  /// « C », V S; « C », a-t-il V; "C," S V.
  private func afterQuotation(_ group: VerbGroup) -> Attribution? {
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

  private func takesClause(_ group: VerbGroup) -> Bool {
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

  // MARK: Parenthesis without quotation

  /// C, V S; C, S V; C1, S V, C2.
  private func parenthetical(_ group: VerbGroup) -> Attribution? {
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
  private func asClause(_ group: VerbGroup) -> Attribution? {
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

extension VerbRules {
  // MARK: Complement after the verb

  /// S V que C, S V : « C », S V (de) INF, S V si C, S V NP.
  private func complement(_ group: VerbGroup) -> Attribution? {
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

extension Clause {
  /// Whether two prepositions follow each other, « auprès de ».
  func isFixedPreposition(_ unit: Int) -> Bool {
    has(unit, .preposition) && has(unit + 1, .preposition)
  }

  /// Whether a present participle of saying or a gerund starts here.
  func isParticipleClause(_ unit: Int) -> Bool {
    readings(unit).contains { $0.form.contains(.presentParticiple) }
  }

  /// Whether the word ends in -ing.
  func isGerund(_ unit: Int) -> Bool {
    guard let word = word(unit), pos(unit) != .noun || readings(unit).isEmpty == false else {
      return false
    }
    let bytes = text.bytes[text.range[word].bytes]
    return bytes.count > 4 && bytes.suffix(3).elementsEqual("ing".utf8)
  }
}
