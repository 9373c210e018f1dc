import FilonCore

/// The rule layer: attributions of a text by the pattern inventory.
struct AttributionRules {
  let text: ClaimText

  /// The attributions of a text, in the order of their cues.
  static func attributions(in text: ClaimText) -> [Attribution] {
    let rules = AttributionRules(text: text)
    var found: [Attribution] = []
    for (index, segment) in text.segments.enumerated() {
      found += rules.attributions(inSegment: index, segment)
    }
    for index in text.quotations.indices { found += rules.incises(inQuotation: index) }
    found.sort { ($0.anchor, $0.rule) < ($1.anchor, $1.rule) }
    return rules.continuations(found).map { attribution in
      var rated = attribution
      rated.confidence = RuleReliability.standard[attribution.rule, text.language].share
      return rated
    }
  }

  private func attributions(inSegment index: Int, _ segment: Range<Int>) -> [Attribution] {
    let clause = Clause(text: text, units: text.units(of: segment))
    guard clause.count > 1, !declinesComment(segment) else { return [] }
    var found = PhraseRules(clause).attributions()
    found += VerbRules.attributions(in: clause)
    let headline =
      text.startsParagraph[segment.lowerBound]
      && text.punctuation[segment.upperBound - 1] != .terminal
    let structural = StructureRules(clause: clause, isHeadline: headline).attributions()
    found += structural
    return select(found)
  }

  /// Whether a segment says that nothing was said, « n'a pas donné suite ».
  private func declinesComment(_ segment: Range<Int>) -> Bool {
    let table = CuePhraseTable.standard[Int(text.language.rawValue)]
    return segment.contains { word in
      text.quotation[word] < 0 && table.phrase(at: word, in: text.form)?.position == .noComment
    }
  }

  /// Of attributions with the same cue or the same content, the surest.
  private func select(_ found: [Attribution]) -> [Attribution] {
    let order = found.indices.sorted {
      // Phrases first: « il paraît que » is no verb with a subject.
      let (first, second) = (found[$0].conceptID != nil, found[$1].conceptID != nil)
      if first != second { return first }
      return (found[$1].confidence, $0) < (found[$0].confidence, $1)
    }
    var kept: [Int] = []
    for index in order {
      let candidate = found[index]
      guard !candidate.content.isEmpty, !overlapsItself(candidate) else { continue }
      let clash = kept.contains { other in
        Self.overlap(found[other].cue, candidate.cue) > 0
          || Self.similarity(found[other].content, candidate.content) > 0.7
      }
      if !clash { kept.append(index) }
    }
    return kept.sorted().map { found[$0] }
  }

  private func overlapsItself(_ attribution: Attribution) -> Bool {
    Self.overlap(attribution.content, attribution.cue) > 0
      || Self.overlap(attribution.content, attribution.source) > 0
  }

  /// Shared words of two lists of ranges.
  static func overlap(_ first: [Range<Int>], _ second: [Range<Int>]) -> Int {
    var shared = 0
    for one in first {
      for other in second {
        shared += max(
          0, min(one.upperBound, other.upperBound) - max(one.lowerBound, other.lowerBound))
      }
    }
    return shared
  }

  /// Shared words over the longer list's words.
  static func similarity(_ first: [Range<Int>], _ second: [Range<Int>]) -> Double {
    let longest = max(first.reduce(0) { $0 + $1.count }, second.reduce(0) { $0 + $1.count })
    return longest == 0 ? 0 : Double(overlap(first, second)) / Double(longest)
  }

  // MARK: Inside quotations

  /// Longer quotations have no saying clause inside.
  private static let longestIncised = 1_000

  /// « C1, V S, C2 »: a saying clause inside the marks.
  private func incises(inQuotation index: Int) -> [Attribution] {
    let words = text.words(in: text.quotations[index].range)
    guard words.count > 5, words.count < Self.longestIncised else { return [] }
    let clause = Clause(text: text, units: text.units(of: words, expanding: Int32(index)))
    var found: [Attribution] = []
    var unit = 2
    while unit < clause.count {
      defer { unit += 1 }
      guard let group = clause.verbGroup(at: unit), group.isFinite, !group.isPassive,
        opensIncise(group, clause), let source = inciseSource(group, clause)
      else { continue }
      let end = max(source.upperBound, group.units.upperBound)
      let mark = clause.mark(end)
      guard mark == .comma || mark == .terminal || mark == .colon || mark == .quote else {
        continue
      }
      let before = clause.words(0..<group.units.lowerBound)
      var content = [before]
      let rest = clause.words(end..<clause.count)
      if rest.count > 1 { content.append(rest) }
      found.append(
        Attribution(
          source: [clause.words(source)], cue: [clause.words(group.units)], content: content,
          concept: group.reading.concept, lemma: group.reading.lemma, isNegated: group.isNegated,
          rule: text.language == .french ? "fr.incise" : "en.incise", confidence: 0.85))
      break
    }
    return found
  }

  private func opensIncise(_ group: VerbGroup, _ clause: Clause) -> Bool {
    switch clause.mark(group.units.lowerBound - 1) {
    case .comma, .terminal, .dash: true
    default: false
    }
  }

  private func inciseSource(_ group: VerbGroup, _ clause: Clause) -> Range<Int>? {
    if let pronoun = group.invertedPronoun { return pronoun..<(pronoun + 1) }
    guard text.language == .french else { return nil }
    var start = group.units.upperBound
    while clause.has(start, .timeWord) { start += 1 }
    return clause.nounPhrase(from: start)
  }

  // MARK: Continued quotations

  /// Adds the quotations that no rule has attributed but that follow an attributed one in the same
  /// paragraph: they take its source.
  private func continuations(_ found: [Attribution]) -> [Attribution] {
    var found = found
    var owner = [Int](repeating: -1, count: text.quotations.count)
    for (index, attribution) in found.enumerated() {
      for range in attribution.content where !range.isEmpty {
        let quote = Int(text.quotation[range.lowerBound])
        if quote >= 0, attribution.confidence >= 0.7 { owner[quote] = index }
        let last = Int(text.quotation[range.upperBound - 1])
        if last >= 0, attribution.confidence >= 0.7 { owner[last] = index }
      }
    }
    for segment in text.segments {
      guard let quote = wholeQuotation(segment) ?? quotationAfterColon(segment), owner[quote] < 0
      else { continue }
      let words = text.words(in: text.quotations[quote].range)
      guard words.count >= 7 else { continue }
      guard quote > 0, owner[quote - 1] >= 0, inSameParagraph(quote - 1, segment.lowerBound),
        wholeQuotation(segment) != nil
      else {
        if text.language == .french { found.append(bare(segment, words)) }
        continue
      }
      let previous = owner[quote - 1]
      if text.language == .english, !found[previous].cue.isEmpty {
        // English usage: one saying in several sentences.
        found[previous].content.append(words)
        owner[quote] = previous
        continue
      }
      var attribution = Attribution(
        source: [], cue: [], content: [words],
        rule: text.language == .french ? "fr.continuation" : "en.continuation", confidence: 0.75)
      attribution.inheritsFrom = found[previous].inheritsFrom ?? previous
      owner[quote] = found.count
      found.append(attribution)
    }
    return found
  }

  /// A quotation that nothing attributes: alone, or after a colon. After a colon the subject of the
  /// sentence is the likeliest source.
  private func bare(_ segment: Range<Int>, _ words: Range<Int>) -> Attribution {
    var attribution = Attribution(
      source: [], cue: [], content: [words], rule: "fr.bare-quotation", confidence: 0.6)
    guard words.lowerBound > segment.lowerBound + 2 else { return attribution }
    let clause = Clause(text: text, units: text.units(of: segment.lowerBound..<words.lowerBound))
    if let verb = (1..<max(1, clause.count)).first(where: { clause.isFiniteVerb($0) }),
      let subject = clause.subject(before: verb)
    {
      attribution.source = [clause.words(subject)]
      attribution.cue = [clause.units[verb].words]
    }
    return attribution
  }

  /// The quotation that ends a segment after a colon.
  private func quotationAfterColon(_ segment: Range<Int>) -> Int? {
    var last = segment.upperBound - 1
    while last > segment.lowerBound, text.quotation[last] < 0, text.punctuation[last] != .none {
      last -= 1
    }
    let quote = text.quotation[last]
    guard quote >= 0 else { return nil }
    let first = text.words(in: text.quotations[Int(quote)].range).lowerBound
    guard first > segment.lowerBound, text.punctuation[first - 1] == .colon else { return nil }
    return Int(quote)
  }

  /// The quotation that a segment consists of, if it is nothing else.
  private func wholeQuotation(_ segment: Range<Int>) -> Int? {
    let quote = text.quotation[segment.lowerBound]
    guard quote >= 0 else { return nil }
    let outside = segment.contains { word in
      text.quotation[word] != quote && text.punctuation[word] == .none
    }
    return outside ? nil : Int(quote)
  }

  private func inSameParagraph(_ quote: Int, _ word: Int) -> Bool {
    var index = text.firstWord(endingAfter: text.quotations[quote].range.end)
    while index <= word {
      if text.startsParagraph[index] { return false }
      index += 1
    }
    return true
  }
}
