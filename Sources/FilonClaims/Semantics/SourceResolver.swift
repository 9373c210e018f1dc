import FilonCore

/// Tells who a source is: how it is mentioned, which entity it names, whether the reader learns it.
struct SourceResolver {
  let text: ClaimText
  let entities: [Entity]
  /// The last source that was resolved, with the sentence it stood in.
  private var last: (entity: Int, segment: Int)?

  init(text: ClaimText, entities: [Entity]) {
    self.text = text
    self.entities = entities
  }

  /// Fills in what is known of a source from its words.
  mutating func resolve(_ source: inout Claim.Source, words: [Range<Int>]) {
    guard let range = words.first, !range.isEmpty else { return }
    source.mention = mention(range)
    if let entity = entity(in: range) ?? antecedent(of: range, source.mention) {
      let known = entities[entity]
      source.entity = known.id
      source.name = known.name
      source.type = known.kind
      source.role = known.role
      last = (entity, segment(of: range.lowerBound))
    }
    source.anonymity = anonymity(range, source)
  }

  private func mention(_ range: Range<Int>) -> Claim.Source.Mention {
    if range.count == 1,
      !text.classes[range.lowerBound].isDisjoint(
        with: [.subject, .thirdPerson, .strongPronoun, .possessive, .firstPerson])
        || text.pos[range.lowerBound] == .pron
    {
      return .pronoun
    }
    if range.contains(where: { text.entity[$0] > 0 || text.pos[$0] == .propn }) { return .name }
    let kinds = range.compactMap { HumanNouns.standard.kind(text.form[$0], text.language) }
    if kinds.first == .collective { return .collective }
    if text.language == .french, Self.plural.contains(text.form[range.lowerBound]) {
      return .collective
    }
    return .description
  }

  private static let plural: Set<FormHash> = ["les", "des", "certains", "plusieurs"]
    .reduce(into: []) { $0.insert(FormHash($1)) }
  private static let indefinite: Set<FormHash> = [
    "un", "une", "des", "certains", "certaines", "plusieurs", "a", "an", "some", "several", "one",
  ].reduce(into: []) { $0.insert(FormHash($1)) }

  /// The entity named in the words: a person before anything else, else the first.
  private func entity(in range: Range<Int>) -> Int? {
    var first: Int?
    for word in range where text.entity[word] > 0 {
      let entity = Int(text.entity[word]) - 1
      if entities[entity].kind == .person { return entity }
      if first == nil { first = entity }
    }
    return first
  }

  /// The last source, for a pronoun in the same sentence or the next two: the only certain case.
  private func antecedent(of range: Range<Int>, _ mention: Claim.Source.Mention) -> Int? {
    guard mention == .pronoun, let last, entities[last.entity].kind == .person,
      text.classes[range.lowerBound].contains(.thirdPerson)
        || text.classes[range.lowerBound].contains(.strongPronoun),
      !Self.unclear.contains(text.form[range.lowerBound])
    else { return nil }
    let segment = segment(of: range.lowerBound)
    guard segment >= last.segment, segment - last.segment <= 2 else { return nil }
    // Another person in between makes the pronoun uncertain.
    let start = text.segments[last.segment].lowerBound
    let other = (start..<range.lowerBound).contains { word in
      let entity = Int(text.entity[word]) - 1
      return entity >= 0 && entity != last.entity && entities[entity].kind == .person
        && text.quotation[word] < 0
    }
    return other ? nil : last.entity
  }

  private static let unclear: Set<FormHash> = [
    "on", "-on", "-t-on", "they", "them", "it", "ils", "elles", "eux",
  ]
  .reduce(into: []) { $0.insert(FormHash($1)) }

  private func segment(of word: Int) -> Int {
    var (low, high) = (0, text.segments.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if text.segments[middle].upperBound > word { high = middle } else { low = middle + 1 }
    }
    return max(0, low)
  }

  private func anonymity(_ range: Range<Int>, _ source: Claim.Source) -> Claim.Source.Anonymity? {
    if source.entity != nil || source.mention == .name { return .named }
    if source.mention == .collective { return .collective }
    let anonymous = range.contains {
      HumanNouns.standard.kind(text.form[$0], text.language) == .anonymous
    }
    if anonymous || Self.indefinite.contains(text.form[range.lowerBound]) { return .anonymous }
    return nil
  }
}
