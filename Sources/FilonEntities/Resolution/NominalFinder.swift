import FilonCore

/// Finds descriptions that can only mean one entity of the text: « l'entreprise », "the ministry",
/// « le président américain ».
///
/// A description counts when exactly one entity answers to it: the only company of the last
/// sentences, the only organisation with that word in its name, the only person with that role.
/// Everything else is left alone.
struct NominalFinder {
  /// A description and the group it means.
  struct Nominal {
    var range: TextRange
    var group: Int
  }

  /// What the finder knows of an entity.
  struct Candidate {
    var kind: Entity.Kind
    /// The folded words of all its names.
    var nameWords: Set<UInt64>
    /// The folded words of its role.
    var roleWords: Set<UInt64>
    /// First words of its mentions.
    var positions: [Int]
    /// Whether it is an institution rather than a company, as far as its name says.
    var isInstitution: Bool
  }

  /// The head of a description found before and the group it means.
  private typealias Meant = (word: Int, group: Int)

  let extractor: FeatureExtractor
  let candidates: [Candidate]
  let lexicon: RoleLexicon
  /// Sentences back in which another company makes « l'entreprise » uncertain.
  private static let reach = 2

  /// The descriptions of the text, in its order. `named` says which words are part of a name.
  func nominals(named: [Bool]) -> [Nominal] {
    let words = extractor.words
    var result: [Nominal] = []
    var companies: [Meant] = []
    for sentence in words.sentenceStarts.indices.dropLast() {
      let end = Int(words.sentenceStarts[sentence + 1])
      var index = Int(words.sentenceStarts[sentence])
      while index + 1 < end {
        defer { index += 1 }
        guard lexicon.isArticle(words.folded[index]), isDefinite(index), !named[index + 1] else {
          continue
        }
        let head = index + 1
        guard
          let (group, last) = meaning(
            head, end: end, sentence: sentence, named: named, earlier: companies)
        else { continue }
        companies.append((head, group))
        result.append(
          Nominal(
            range: TextRange(start: words.ranges[index].start, end: words.ranges[last].end),
            group: group))
        index = last
      }
    }
    return result
  }

  /// Whether the article is definite: « le », « la », « l' », « les » or "the".
  private func isDefinite(_ word: Int) -> Bool {
    let range = extractor.words.letterRange(word)
    let first = extractor.words.letters[range.lowerBound]
    return first == 0x6C && range.count <= 3 && range.count >= 2
      || first == 0x74 && range.count == 3
  }

  private func meaning(
    _ head: Int, end: Int, sentence: Int, named: [Bool], earlier: [Meant]
  ) -> (group: Int, last: Int)? {
    let words = extractor.words
    let hash = words.folded[head]
    // A complement makes it another one: « la société de Lyon », "the company behind it".
    let next = head + 1
    var last = head
    if next < end,
      words.pos[next] == .adj
        || extractor.gazetteer.single[next]
          & GazetteerCategory.demonym.bit != 0,
      !named[next]
    {
      last = next
    }
    let after = last + 1
    if after < end {
      let isLinked = extractor.cues[after] & CueClass.connector.bit != 0 || named[after]
      if isLinked { return nil }
    }
    if extractor.cues[head] & CueClass.role.bit != 0 {
      return person(head, last).map { ($0, last) }
    }
    guard last == head else { return nil }
    if let group = bearer(hash, before: head) { return (group, last) }
    if lexicon.isCompany(hash), let group = company(before: head, sentence: sentence, earlier) {
      return (group, last)
    }
    return nil
  }

  /// The only person before whose role has all the words of the description.
  private func person(_ head: Int, _ last: Int) -> Int? {
    let wanted = (head...last).map { extractor.words.folded[$0] }
    var found: Int?
    for (group, candidate) in candidates.enumerated()
    where candidate.kind == .person && (candidate.positions.first ?? .max) < head {
      guard wanted.allSatisfy(candidate.roleWords.contains) else { continue }
      if found != nil { return nil }
      found = group
    }
    return found
  }

  /// The only organisation before with the word in its name.
  private func bearer(_ hash: UInt64, before head: Int) -> Int? {
    guard extractor.cues[head] & CueClass.organization.bit != 0 else { return nil }
    var found: Int?
    for (group, candidate) in candidates.enumerated()
    where candidate.kind == .organization && candidate.nameWords.contains(hash)
      && (candidate.positions.first ?? .max) < head
    {
      if found != nil { return nil }
      found = group
    }
    return found
  }

  /// The only company meant, by name or description, in this sentence before the word and in the
  /// sentences just before.
  private func company(before head: Int, sentence: Int, _ earlier: [Meant]) -> Int? {
    let start = Int(extractor.words.sentenceStarts[max(0, sentence - Self.reach)])
    var found: Int?
    for (word, group) in earlier.reversed() {
      if word < start { break }
      guard candidates[group].kind == .organization, !candidates[group].isInstitution else {
        continue
      }
      if let other = found, other != group { return nil }
      found = group
    }
    for (group, candidate) in candidates.enumerated()
    where candidate.kind == .organization && !candidate.isInstitution
      && candidate.positions.contains(where: { $0 >= start && $0 < head })
    {
      if let other = found, other != group { return nil }
      found = group
    }
    return found
  }
}
