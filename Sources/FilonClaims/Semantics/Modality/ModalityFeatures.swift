import FilonCore

/// The features from which the modality of a claim is told.
///
/// Those on concepts, classes, markers and word classes are shared by the languages; those on words
/// are told apart.
enum ModalityFeatures {
  /// The features of a claim, as a sequence of one position.
  ///
  /// - Parameters:
  ///   - claim: The claim with its source, cue and kind; its own modality is not read.
  ///   - words: The words of the content.
  ///   - semantics: What the rules make of it.
  static func sequence(
    _ text: ClaimText, claim: Claim, words: [Range<Int>], semantics: ClaimSemantics
  ) -> FeatureSequence {
    var sequence = FeatureSequence()
    sequence.add(context: 0, isFixed: false) { features in
      write(text, claim, words, semantics, into: &features)
    }
    return sequence
  }

  private static func write(
    _ text: ClaimText, _ claim: Claim, _ words: [Range<Int>], _ semantics: ClaimSemantics,
    into features: inout FeatureWriter
  ) {
    let tag = UInt64(text.language.rawValue) &* 0x1000 &+ 0x20_0000
    let rule = UInt64(Claim.Modality.allCases.firstIndex(of: semantics.modality) ?? 0)
    let concept = claim.cue?.concept.map { FormHash($0).value } ?? 1
    let category = claim.cue?.category.map { FormHash($0).value } ?? concept
    let kind = FormHash(claim.kind.rawValue).value
    let opening = opening(text, words)
    let verb = firstVerb(text, words)
    let person = person(text, words)
    features.add(FeatureHash.mix(1, 0))
    features.add(FeatureHash.mix(2, rule))
    features.add(FeatureHash.mix(3, rule, category))
    features.add(FeatureHash.mix(4, rule, kind))
    features.add(FeatureHash.mix(5, concept))
    features.add(FeatureHash.mix(6, category))
    features.add(FeatureHash.mix(7, category, opening))
    features.add(FeatureHash.mix(8, concept, opening))
    features.add(FeatureHash.mix(9, category, verb.shape))
    features.add(FeatureHash.mix(10, kind, verb.shape, person))
    features.add(FeatureHash.mix(11, verb.shape))
    features.add(FeatureHash.mix(12, opening, kind))
    features.add(FeatureHash.mix(13, person, rule))
    features.add(FeatureHash.mix(tag + 14, verb.lemma))
    features.add(FeatureHash.mix(tag + 15, verb.lemma, verb.shape))
    features.add(FeatureHash.mix(16, kind, category))
    let hasNumbers: UInt64 = claim.quantities.isEmpty ? 0 : 1
    let hasDates: UInt64 = claim.dates.isEmpty ? 0 : 2
    features.add(FeatureHash.mix(17, hasNumbers | hasDates, category))
    features.add(FeatureHash.mix(18, hasNumbers | hasDates, verb.shape))
    let length = words.reduce(0) { $0 + $1.count }
    let size: UInt64 = length < 4 ? 0 : (length < 8 ? 1 : (length < 20 ? 2 : 3))
    features.add(FeatureHash.mix(19, size, kind))
    let source = sourceFacts(claim)
    features.add(FeatureHash.mix(20, source, category))
    features.add(FeatureHash.mix(21, source, verb.shape))
    features.add(FeatureHash.mix(22, source, kind))
    if claim.cue?.polarity == .negative { features.add(FeatureHash.mix(23, category)) }
    if claim.polarity == .negative { features.add(FeatureHash.mix(24, kind)) }
    for marker in MarkerTable.Kind.allCases where semantics.kinds.contains(marker) {
      let mark = FormHash(marker.rawValue).value
      features.add(FeatureHash.mix(25, mark))
      features.add(FeatureHash.mix(26, mark, kind))
      features.add(FeatureHash.mix(27, mark, category))
    }
    for form in cueForms(text, claim) { features.add(FeatureHash.mix(tag + 28, form)) }
    writeWords(text, words, tag, into: &features)
  }

  private static func writeWords(
    _ text: ClaimText, _ words: [Range<Int>], _ tag: UInt64, into features: inout FeatureWriter
  ) {
    guard let first = words.first?.first(where: { text.punctuation[$0] == .none }) else { return }
    features.add(FeatureHash.mix(tag + 30, text.form[first].value))
    features.add(FeatureHash.mix(31, UInt64(text.pos[first].rawValue)))
    var count = 0
    for range in words {
      for word in range where text.punctuation[word] == .none && count < 24 {
        features.add(FeatureHash.mix(tag + 32, text.lemma[word].value))
        count += 1
      }
    }
  }

  /// How the content starts: complementiser, infinitive, question word, quotation, anything else.
  private static func opening(_ text: ClaimText, _ words: [Range<Int>]) -> UInt64 {
    guard let range = words.first, let first = range.first else { return 0 }
    if text.quotation[first] >= 0 { return 1 }
    let classes = text.classes[first]
    if classes.contains(.complementizer) { return 2 }
    if classes.contains(.interrogative) { return 3 }
    let next = first + 1 < range.upperBound ? first + 1 : first
    if classes.contains(.infinitiveMark) {
      return text.pos[next] == .verb || text.pos[next] == .aux ? 4 : 5
    }
    return text.pos[first] == .verb || text.pos[first] == .aux ? 6 : 7
  }

  /// The lemma and the tense of the first verb, by class and ending; with a verb that depends on a
  /// modal or auxiliary, both.
  private static func firstVerb(
    _ text: ClaimText, _ words: [Range<Int>]
  ) -> (lemma: UInt64, shape: UInt64) {
    for range in words {
      for word in range where text.pos[word] == .verb || text.pos[word] == .aux {
        let range = text.range[word].bytes
        let ending = text.bytes[max(range.lowerBound, range.upperBound - 3)..<range.upperBound]
        let suffix = ending.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let closed = text.classes[word].intersection([.have, .be, .modal])
        let language = UInt64(text.language.rawValue) << 62
        if !closed.isEmpty {
          let form =
            text.language == .french || closed.contains(.modal) ? text.form[word].value : 0
          return (text.lemma[word].value, FeatureHash.mix(UInt64(closed.rawValue), form))
        }
        return (text.lemma[word].value, suffix | language)
      }
    }
    return (0, 0)
  }

  /// Who the content's clause is about: the speaker, the addressee, somebody else.
  private static func person(_ text: ClaimText, _ words: [Range<Int>]) -> UInt64 {
    guard let first = words.first else { return 0 }
    for word in first.prefix(6) {
      let classes = text.classes[word]
      if classes.contains(.firstPerson) { return 1 }
      if classes.contains(.secondPerson) { return 2 }
      if classes.contains(.thirdPerson) { return 3 }
    }
    return 4
  }

  private static func sourceFacts(_ claim: Claim) -> UInt64 {
    guard let source = claim.source else { return 0 }
    let mention = Claim.Source.Mention.allCases.firstIndex(of: source.mention) ?? 0
    let anonymity =
      source.anonymity.flatMap { Claim.Source.Anonymity.allCases.firstIndex(of: $0) } ?? 7
    return UInt64(mention) << 4 | UInt64(anonymity) << 1 | (claim.cue == nil ? 1 : 0)
  }

  private static func cueForms(_ text: ClaimText, _ claim: Claim) -> [UInt64] {
    (claim.cue?.spans ?? []).prefix(2).flatMap { span in
      text.words(in: span).prefix(4).map { text.form[$0].value }
    }
  }
}
