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
    let head = head(of: range)
    source.mention = mention(range, head)
    if let entity = entity(in: range, head) ?? antecedent(of: range, source.mention) {
      let known = entities[entity]
      source.entity = known.id
      source.name = known.name
      source.type = known.kind
      source.role = known.role
      last = (entity, segment(of: range.lowerBound))
    }
    source.anonymity = anonymity(range, source)
  }

  /// The words of a source up to what describes it: « un analyste » of « un analyste qui travaille
  /// avec Meta ».
  private func head(of range: Range<Int>) -> Range<Int> {
    for word in range.dropFirst() where text.entity[word] <= 0 {
      let classes = text.classes[word]
      if classes.contains(.relative) || text.pos[word] == .adp || text.punctuation[word] == .comma {
        return range.lowerBound..<word
      }
    }
    return range
  }

  private func mention(_ range: Range<Int>, _ head: Range<Int>) -> Claim.Source.Mention {
    if range.count == 1,
      !text.classes[range.lowerBound].isDisjoint(
        with: [.subject, .thirdPerson, .strongPronoun, .possessive, .firstPerson])
        || text.pos[range.lowerBound] == .pron
    {
      return .pronoun
    }
    let hasName = head.contains { text.entity[$0] > 0 || text.pos[$0] == .propn }
    if hasName || apposition(in: range, head) != nil { return .name }
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

  /// The entity that the words name: in their head a person before anything else, else a name that
  /// stands beside it, else the body that the head belongs to, « le porte-parole de Meta ».
  private func entity(in range: Range<Int>, _ head: Range<Int>) -> Int? {
    let inHead = head.compactMap { self.entity(at: $0) }
    if let person = inHead.first(where: { entities[$0].kind == .person }) { return person }
    if let beside = apposition(in: range, head) { return beside }
    if let first = inHead.first { return first }
    for word in range.dropFirst(head.count) {
      if text.classes[word].contains(.relative) { return nil }
      if let entity = self.entity(at: word) {
        return entities[entity].kind == .person ? nil : entity
      }
    }
    return nil
  }

  private func entity(at word: Int) -> Int? {
    text.entity[word] > 0 ? Int(text.entity[word]) - 1 : nil
  }

  /// The person named right after a comma, « le directeur du port, Jean Morel ».
  private func apposition(in range: Range<Int>, _ head: Range<Int>) -> Int? {
    for word in range.dropFirst(head.count) where word + 1 < range.upperBound {
      if text.classes[word].contains(.relative) { return nil }
      guard text.punctuation[word] == .comma, let entity = entity(at: word + 1) else { continue }
      if entities[entity].kind == .person { return entity }
    }
    return nil
  }

  /// Whom a pronoun or a description means, where the text before leaves no doubt.
  private func antecedent(of range: Range<Int>, _ mention: Claim.Source.Mention) -> Int? {
    switch mention {
    case .pronoun: person(before: range.lowerBound)
    case .description, .collective: body(of: range)
    case .name, .none: nil
    }
  }

  /// How many sentences a pronoun looks back.
  private static let reach = 3

  /// The one person in question: the last source when nobody else was named since, else the only
  /// person named in the sentences before.
  private func person(before word: Int) -> Int? {
    guard
      text.classes[word].contains(.thirdPerson) || text.classes[word].contains(.strongPronoun),
      !Self.unclear.contains(text.form[word])
    else { return nil }
    let segment = segment(of: word)
    let start = text.segments[max(0, segment - Self.reach)].lowerBound
    var named: [Int] = []
    for other in stride(from: word - 1, through: start, by: -1) where text.quotation[other] < 0 {
      guard let entity = entity(at: other), entities[entity].kind == .person else { continue }
      if named.last != entity { named.append(entity) }
    }
    if let last, entities[last.entity].kind == .person, segment - last.segment <= Self.reach,
      segment >= last.segment, named.allSatisfy({ $0 == last.entity })
    {
      return last.entity
    }
    guard let first = named.first, named.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// The body or person that a definite noun means: whose name or role has the noun, else for a noun
  /// of bodies, « le groupe », the last body named.
  private func body(of range: Range<Int>) -> Int? {
    guard range.count <= 3, Self.definite.contains(text.form[range.lowerBound]),
      let noun = range.dropFirst().first(where: { text.pos[$0] == .noun })
    else { return nil }
    let form = text.form[noun]
    let isBody = HumanNouns.standard.kind(form, text.language) == .organization
    let segment = segment(of: noun)
    let start = text.segments[max(0, segment - 2 * Self.reach)].lowerBound
    var nearest: Int?
    for word in stride(from: range.lowerBound - 1, through: start, by: -1) {
      guard let entity = entity(at: word) else { continue }
      let known = entities[entity]
      if has(known.name, form) || known.role.map({ has($0, form) }) ?? false { return entity }
      if nearest == nil, isBody, known.kind == .organization, text.quotation[word] < 0 {
        nearest = entity
      }
    }
    return nearest
  }

  private func has(_ name: String, _ form: FormHash) -> Bool {
    name.split(whereSeparator: { $0 == " " || $0 == "-" }).contains { FormHash(String($0)) == form }
  }

  private static let definite: Set<FormHash> = ["le", "la", "l'", "the", "ce", "cette", "this"]
    .reduce(into: []) { $0.insert(FormHash($1)) }
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
    if source.mention == .name { return .named }
    if source.mention == .collective { return .collective }
    if source.entity != nil, source.type == .person || source.mention == .pronoun { return .named }
    let anonymous = range.contains {
      HumanNouns.standard.kind(text.form[$0], text.language) == .anonymous
    }
    if anonymous || Self.indefinite.contains(text.form[range.lowerBound]) { return .anonymous }
    return source.entity == nil ? nil : .named
  }
}
