import FilonCore

/// Finds attributions whose cue is a preposition, an adverb, an impersonal phrase or a noun.
struct PhraseRules {
  let clause: Clause
  private let table: CuePhraseTable

  init(_ clause: Clause) {
    self.clause = clause
    table = CuePhraseTable.standard[Int(clause.text.language.rawValue)]
  }

  private var prefix: String { clause.text.language == .french ? "fr." : "en." }

  /// The attributions by phrases of a clause, in order.
  func attributions() -> [Attribution] {
    var found: [Attribution] = []
    var unit = 0
    while unit < clause.count {
      if let word = clause.word(unit), let phrase = table.phrase(at: word, in: clause.text.form) {
        let after = min(unit + phrase.words.count, clause.count)
        if let attribution = read(phrase, unit..<after) {
          found.append(attribution)
          unit = after
          continue
        }
      }
      unit += 1
    }
    return found
  }

  private func read(_ phrase: CuePhraseTable.Phrase, _ cue: Range<Int>) -> Attribution? {
    switch phrase.position {
    case .preposition: preposition(phrase, cue)
    case .viewpoint: viewpoint(phrase, cue)
    case .signature: signature(phrase, cue)
    case .hearsay: hearsay(phrase, cue)
    case .impersonal: impersonal(phrase, cue)
    case .noun: noun(phrase, cue)
    case .noComment, .title: nil
    }
  }

  private func make(
    _ phrase: CuePhraseTable.Phrase, source: Range<Int>?, cue: Range<Int>, content: [Range<Int>],
    rule: String, confidence: Float
  ) -> Attribution? {
    let contents = content.map { clause.words($0) }.filter { !$0.isEmpty }
    guard !contents.isEmpty else { return nil }
    return Attribution(
      source: source.map { [clause.words($0)] } ?? [], cue: [clause.words(cue)],
      content: contents, conceptID: phrase.concept, lemma: phrase.lemma, rule: prefix + rule,
      confidence: confidence)
  }

  /// Selon S, C; C, selon S; C1, selon S, C2.
  private func preposition(
    _ phrase: CuePhraseTable.Phrase, _ cue: Range<Int>
  ) -> Attribution? {
    guard cue.upperBound < clause.count else { return nil }
    if clause.has(cue.upperBound, [.interrogative, .complementizer]) { return nil }
    if Self.whichWords.contains(clause.form(cue.upperBound)) { return nounBefore(cue) }
    let initial = isInitial(cue.lowerBound)
    guard
      let source = clause.has(cue.upperBound, .strongPronoun)
        ? cue.upperBound..<(cue.upperBound + 1)
        : (initial ? untilComma(cue.upperBound) : nil)
          ?? clause.nounPhrase(from: cue.upperBound, apposition: !initial)
    else { return nil }
    let end = source.upperBound
    var content: [Range<Int>] = []
    let start = clause.clauseStart(before: cue.lowerBound)
    if !initial, start < cue.lowerBound { content.append(start..<cue.lowerBound) }
    if clause.mark(end) == .comma || initial {
      let rest = (clause.mark(end) == .comma ? end + 1 : end)
      let stop = clause.clauseEnd(from: rest)
      let sentence = initial || !clause.isParticipleClause(rest)
      if rest < stop, sentence { content.append(rest..<stop) }
    }
    return make(
      phrase, source: source, cue: cue, content: content, rule: "preposition", confidence: 0.9)
  }

  /// « lequel » and its forms.
  static let whichWords: Set<FormHash> = ["lequel", "laquelle", "lesquels", "lesquelles"]
    .reduce(into: []) { $0.insert(FormHash($1)) }

  /// « des avertissements de la part de S, selon lesquels C »: the cue is the noun before.
  private func nounBefore(_ preposition: Range<Int>) -> Attribution? {
    var unit = preposition.lowerBound - 1
    while unit >= 0, preposition.lowerBound - unit <= 24, !clause.isFiniteVerb(unit) {
      if let word = clause.word(unit), let phrase = table.phrase(at: word, in: clause.text.form),
        phrase.position == .noun
      {
        let after = unit + phrase.words.count
        var start = after
        while start < preposition.lowerBound,
          clause.has(start, [.preposition, .determiner])
            || Self.sharePart.contains(clause.form(start))
        {
          start += 1
        }
        let source = clause.nounPhrase(from: start, limit: preposition.lowerBound)
        let content = preposition.upperBound + 1
        guard content < clause.count else { return nil }
        return make(
          phrase, source: source, cue: unit..<after,
          content: [content..<clause.clauseEnd(from: content)], rule: "noun-which",
          confidence: 0.8)
      }
      unit -= 1
    }
    return nil
  }

  private static let sharePart: Set<FormHash> = [FormHash("part")]

  /// « Selon le modèle émis par les scientifiques, C »: the source runs to the comma.
  private func untilComma(_ start: Int) -> Range<Int>? {
    guard clause.startsNounPhrase(start) else { return nil }
    var end = start
    while end < clause.count, end - start <= 24, clause.mark(end) == .none {
      if clause.isQuotation(end) { return nil }
      end += 1
    }
    guard clause.mark(end) == .comma else { return nil }
    return start..<(clause.shortApposition(after: end) ?? end)
  }

  /// Whether only a coordinator or an adverb stands before the cue in its clause.
  private func isInitial(_ unit: Int) -> Bool {
    var index = unit
    while index > 0 {
      switch clause.mark(index - 1) {
      case .semicolon, .terminal, .dash, .colon: return true
      case .comma:
        index -= 1
        continue
      default: break
      }
      guard clause.has(index - 1, [.coordinator]) || clause.pos(index - 1) == .adv else {
        return false
      }
      index -= 1
    }
    return true
  }

  /// Pour les syndicats, C.
  private func viewpoint(
    _ phrase: CuePhraseTable.Phrase, _ cue: Range<Int>
  ) -> Attribution? {
    guard isInitial(cue.lowerBound), let source = clause.nounPhrase(from: cue.upperBound),
      clause.mark(source.upperBound) == .comma, isHuman(source),
      clause.hasFiniteVerb((source.upperBound + 1)..<clause.count)
    else { return nil }
    let start = source.upperBound + 1
    return make(
      phrase, source: source, cue: cue, content: [start..<clause.clauseEnd(from: start)],
      rule: "viewpoint", confidence: 0.7)
  }

  /// Whether a noun phrase names people: a person or body by the entity layer, a capitalised name,
  /// or a head noun of the list of humans.
  private func isHuman(_ units: Range<Int>) -> Bool {
    units.contains { unit in
      guard let word = clause.word(unit) else { return false }
      return HumanNouns.standard.contains(clause.text.form[word], clause.text.language)
        || clause.pos(unit) == .propn && !clause.has(unit, .timeWord)
    }
  }

  /// And from S: “C”.
  private func signature(
    _ phrase: CuePhraseTable.Phrase, _ cue: Range<Int>
  ) -> Attribution? {
    guard isInitial(cue.lowerBound), let source = clause.nounPhrase(from: cue.upperBound),
      clause.mark(source.upperBound) == .colon, clause.isQuotation(source.upperBound + 1)
    else { return nil }
    let quote = source.upperBound + 1
    return make(
      phrase, source: source, cue: cue, content: [quote..<(quote + 1)], rule: "signature",
      confidence: 0.85)
  }

  /// S allegedly V; dit-on.
  private func hearsay(
    _ phrase: CuePhraseTable.Phrase, _ cue: Range<Int>
  ) -> Attribution? {
    var start = cue.lowerBound
    while start > 0, clause.mark(start - 1) != .semicolon, clause.mark(start - 1) != .terminal,
      !clause.has(start - 1, .complementizer)
    {
      start -= 1
    }
    var content: [Range<Int>] = []
    if start < cue.lowerBound { content.append(start..<cue.lowerBound) }
    let end = clause.clauseEnd(from: cue.upperBound)
    if cue.upperBound < end { content.append(cue.upperBound..<end) }
    var attribution = make(
      phrase, source: nil, cue: cue, content: content, rule: "hearsay-phrase", confidence: 0.7)
    attribution?.isHearsay = true
    return attribution
  }

  /// Il paraît que C.
  private func impersonal(
    _ phrase: CuePhraseTable.Phrase, _ cue: Range<Int>
  ) -> Attribution? {
    guard clause.has(cue.upperBound, .complementizer) else { return nil }
    let end = clause.clauseEnd(from: cue.upperBound)
    var attribution = make(
      phrase, source: nil, cue: cue, content: [cue.upperBound..<end], rule: "impersonal",
      confidence: 0.8)
    attribution?.isHearsay = true
    return attribution
  }

  /// Her claim that C; Réponse de S : « C »; la promesse de S de C.
  private func noun(_ phrase: CuePhraseTable.Phrase, _ cue: Range<Int>) -> Attribution? {
    let after = cue.upperBound
    if clause.text.isTagged, ![.noun, .propn, .x].contains(clause.pos(cue.lowerBound)) {
      return nil
    }
    var source: Range<Int>?
    if clause.has(cue.lowerBound - 1, .possessive) {
      source = (cue.lowerBound - 1)..<cue.lowerBound
    } else if clause.form(cue.lowerBound - 1) == FormHash("'s")
      || clause.form(cue.lowerBound - 1) == FormHash("’s")
    {
      source = clause.subject(before: cue.lowerBound - 1)
    }
    if clause.has(after, .complementizer) {
      return make(
        phrase, source: source, cue: cue,
        content: [after..<clause.clauseEnd(from: after, stopAtComma: true)],
        rule: "noun-that", confidence: source == nil ? 0.55 : 0.75
      ).map { closeBeforeVerb($0, after) }
    }
    if clause.has(after, .preposition), source == nil,
      let owner = clause.nounPhrase(from: nounStart(after), apposition: false)
    {
      let next = owner.upperBound
      if clause.mark(next) == .colon {
        guard next + 1 < clause.count else { return nil }
        return make(
          phrase, source: owner, cue: cue, content: [(next + 1)..<clause.clauseEnd(from: next + 1)],
          rule: "noun-colon", confidence: 0.8)
      }
    }
    if clause.mark(after) == .colon, clause.isQuotation(after + 1) {
      return make(
        phrase, source: source, cue: cue, content: [(after + 1)..<(after + 2)], rule: "noun-colon",
        confidence: 0.7)
    }
    return nil
  }

  /// « de l'intéressé », « du maire »: the noun phrase after the preposition; a contracted article
  /// stays with the preposition.
  private func nounStart(_ preposition: Int) -> Int { preposition + 1 }

  /// A noun's clause ends before the verb of the main clause: « Son affirmation que C n'a convaincu
  /// personne ».
  private func closeBeforeVerb(_ attribution: Attribution, _ start: Int) -> Attribution {
    guard let content = attribution.content.first else { return attribution }
    var verbs = 0
    var unit = start + 1
    var inVerb = false
    while unit < clause.count, let word = clause.word(unit), word < content.upperBound {
      let verbal =
        clause.isFiniteVerb(unit) || clause.has(unit, .negation) && !clause.has(unit, .determiner)
      if verbal, !inVerb {
        verbs += 1
        if verbs == 2 {
          var copy = attribution
          copy.content = [content.lowerBound..<word]
          return copy
        }
      }
      inVerb = verbal || inVerb && (clause.pos(unit) == .adv || clause.pos(unit) == .aux)
      unit += 1
    }
    return attribution
  }
}
