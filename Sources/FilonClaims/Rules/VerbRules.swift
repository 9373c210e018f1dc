import FilonCore

/// Finds what a reporting verb attributes, by the constructions of its concept.
struct VerbRules {
  let clause: Clause
  private var found: [Attribution] = []
  private(set) var lastSource: [Range<Int>] = []

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

  func frames(_ group: VerbGroup) -> ReportingConcept.Frames {
    ReportingLexicon.standard.concepts[group.reading.concept].frames
  }

  func make(
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

  func pronoun(_ group: VerbGroup) -> Range<Int>? {
    group.invertedPronoun.map { $0..<($0 + 1) }
  }

  /// The source after an inverted verb: « a assuré mardi le préfet Hamel ».
  func sourceAfter(_ group: VerbGroup) -> Range<Int>? {
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
}
