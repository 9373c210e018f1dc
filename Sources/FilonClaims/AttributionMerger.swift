import FilonCore

/// Puts the results of rules and tagger together.
///
/// The tagger decides where both speak of the same cue, except for rules that know the extent of
/// their content by construction. A rule without an answer of the tagger is kept when its own
/// reliability and the tagger's probability of a cue at its words are high enough together.
struct AttributionMerger {
  let text: ClaimText
  /// The tagger's probability that a word belongs to a cue.
  let cueProbability: [Float]
  private let policy: MergePolicy

  init(text: ClaimText, cueProbability: [Float]) {
    self.text = text
    self.cueProbability = cueProbability
    policy = MergePolicy.of(text.language)
  }

  /// The merged attributions, the tagger's first.
  func merge(rules: [Attribution], tagged: [Attribution]) -> [Attribution] {
    var merged = tagged.map(splitPronoun).filter {
      !declinesComment($0) && !isReader($0) && !isRelativePreposition($0)
    }
    var index = [Int](repeating: -1, count: rules.count)
    for number in rules.indices {
      let rule = rules[number]
      if let same = merged.firstIndex(where: { isSame($0, rule) }) {
        index[number] = same
        if isBetter(rule, merged[same]) {
          merged[same] = rule
        } else if let source = longerSource(rule, merged[same]) {
          merged[same].source = source
        }
      } else if accepts(rule, merged) {
        index[number] = merged.count
        merged.append(rule)
      } else {
        continue
      }
      let kept = index[number]
      merged[kept].inheritsFrom = rule.inheritsFrom.flatMap { index[$0] >= 0 ? index[$0] : nil }
      merged[kept].isHearsay = merged[kept].isHearsay || rule.isHearsay
      // The rule has looked at the construction, « se demander » or « demander ».
      if rule.concept != nil || merged[kept].concept == nil {
        merged[kept].concept = rule.concept
        merged[kept].conceptID = rule.conceptID
        merged[kept].lemma = rule.lemma
      }
    }
    return merged
  }

  private func isSame(_ first: Attribution, _ second: Attribution) -> Bool {
    if !first.cue.isEmpty, !second.cue.isEmpty {
      return AttributionRules.overlap(first.cue, second.cue) > 0
    }
    return AttributionRules.similarity(first.content, second.content) > 0.6
  }

  private func isBetter(_ rule: Attribution, _ tagged: Attribution) -> Bool {
    let trust = RuleReliability.standard[rule.rule, text.language]
    guard
      trust.isPreferred && trust.share >= 0.5
        || trust.share >= policy.preferred
    else { return false }
    return AttributionRules.similarity(rule.content, tagged.content) < 0.8
  }

  private func accepts(_ rule: Attribution, _ merged: [Attribution]) -> Bool {
    if isReader(rule) { return false }
    let share = RuleReliability.standard[rule.rule, text.language].share
    let covered = merged.contains { AttributionRules.overlap($0.content, rule.content) > 0 }
    if rule.cue.isEmpty { return !covered && share >= 0.5 }
    let probability = rule.cue.reduce(Float(0)) { best, range in
      range.reduce(best) { max($0, cueProbability[$1]) }
    }
    return share * (1 + probability) / 2 >= (covered ? policy.covered : policy.free)
  }

  /// « des avertissements selon lesquels »: the cue is the noun before.
  private func isRelativePreposition(_ attribution: Attribution) -> Bool {
    guard let cue = attribution.cue.last, cue.count == 1, cue.upperBound < text.count else {
      return false
    }
    return PhraseRules.whichWords.contains(text.form[cue.upperBound])
  }

  /// « si vous pensez que… »: the reader is no source, outside of what somebody says.
  private func isReader(_ attribution: Attribution) -> Bool {
    guard let source = attribution.source.first, source.count == 1 else { return false }
    return text.classes[source.lowerBound].contains(.secondPerson)
  }

  /// The rule's source where it is the tagger's with more of the noun phrase, in French.
  private func longerSource(_ rule: Attribution, _ tagged: Attribution) -> [Range<Int>]? {
    guard text.language == .french, let long = rule.source.first, let short = tagged.source.first,
      tagged.source.count == 1, rule.source.count == 1, long.lowerBound == short.lowerBound,
      long.upperBound > short.upperBound,
      AttributionRules.overlap(rule.source, tagged.content + tagged.cue) == 0
    else { return nil }
    return rule.source
  }

  /// Whether the cue says that nothing was said, "did not respond to a request".
  private func declinesComment(_ attribution: Attribution) -> Bool {
    let table = CuePhraseTable.standard[Int(text.language.rawValue)]
    return attribution.cue.contains { cue in
      cue.contains { table.phrase(at: $0, in: text.form)?.position == .noComment }
    }
  }

  /// « a-t-il répété »: the pronoun inside the cue is the source.
  private func splitPronoun(_ attribution: Attribution) -> Attribution {
    guard attribution.source.isEmpty, let cue = attribution.cue.first else { return attribution }
    let pronoun = cue.first { word in
      text.bytes[Int(text.range[word].start)] == 0x2D
        && !text.classes[word].isDisjoint(with: [.thirdPerson, .subject])
    }
    guard let pronoun else { return attribution }
    var split = attribution
    split.source = [pronoun..<(pronoun + 1)]
    split.cue = [cue.lowerBound..<pronoun, (pronoun + 1)..<cue.upperBound].filter { !$0.isEmpty }
    return split
  }
}
