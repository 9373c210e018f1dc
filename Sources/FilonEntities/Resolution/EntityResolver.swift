import FilonCore

/// Turns the names found in one text into its entities: groups them, names them, gives them keys,
/// roles and the descriptions that mean them.
struct EntityResolver {
  let extractor: FeatureExtractor
  let text: String
  let language: String
  let tables: [EntityTable]
  /// Further tables, which know entities by a name that no other entity of the kind has.
  let catalogues: [EntityTable]

  /// The entities of the text, in the order of their first mentions.
  func entities(_ names: [NameTagger.Name]) -> [Entity] {
    let words = extractor.words
    var mentions = names.map { name in
      let range = TextRange(
        start: words.ranges[name.words.lowerBound].start,
        end: words.ranges[name.words.upperBound - 1].end)
      let surface = text.slice(range)
      return NamedMention(
        words: name.words, range: range, kind: EntityTag.kinds[name.kind],
        form: NameForm(surface), hash: PhraseHash.of(surface))
    }
    settleKinds(&mentions)
    let grouper = NameGrouper(
      mentions, tables: tables, parenthesized: parenthesized(mentions))
    let roles = self.roles(grouper, mentions)
    var entities: [Entity] = []
    for (number, group) in grouper.groups.enumerated() {
      entities.append(entity(group, number: number, mentions: mentions))
    }
    for (group, role) in roles.enumerated() {
      guard let role else { continue }
      entities[group].role = surface(role.words)
      guard let affiliation = role.affiliation,
        let employer = grouper.groups.firstIndex(where: { $0.mentions.contains(affiliation) })
      else { continue }
      entities[group].affiliation = entities[employer].name
    }
    addNominals(to: &entities, grouper: grouper, mentions: mentions, roles: roles)
    return entities
  }

  private func settleKinds(_ mentions: inout [NamedMention]) {
    KindConsistency.settleKnown(&mentions, tables: tables, isPersonal: isPersonal)
    KindConsistency.settle(&mentions)
    KindConsistency.settleSurnames(&mentions) { mention in
      tables.contains { !$0.rows(named: mention.hash).isEmpty }
    }
    let known = Set(
      mentions.filter { $0.kind == .organization }.compactMap(\.form.words.first))
    KindConsistency.settleUnintroduced(&mentions, isPersonal: isPersonal) { mention in
      language == "fr" || hasOrganizationCue(mention)
        || known.contains(mention.form.words.first ?? "")
    }
  }

  /// Whether the word before the name says that an organisation follows: « le groupe Valmance ».
  private func hasOrganizationCue(_ mention: NamedMention) -> Bool {
    let before = mention.words.lowerBound - 1
    return extractor.sentence(of: mention.words.lowerBound).contains(before)
      && extractor.cues[before] & CueClass.organization.bit != 0
  }

  /// Whether the lists know a word of the name as a person's, or a title or role stands beside it.
  private func isPersonal(_ mention: NamedMention) -> Bool {
    let personal =
      GazetteerCategory.forename.bit | GazetteerCategory.surname.bit | GazetteerCategory.person.bit
    let first = mention.words.lowerBound
    if mention.words.contains(where: { extractor.gazetteer.single[$0] & personal != 0 }) {
      return true
    }
    let cues = CueClass.title.bit | CueClass.role.bit | CueClass.honorific.bit
    return extractor.sentence(of: first).contains(first - 1)
      && extractor.cues[first - 1] & cues != 0
  }

  private func surface(_ range: Range<Int>) -> String {
    let words = extractor.words
    return String(
      text.slice(
        TextRange(
          start: words.ranges[range.lowerBound].start, end: words.ranges[range.upperBound - 1].end))
    )
  }

  /// Names that stand in brackets right after another name.
  private func parenthesized(_ mentions: [NamedMention]) -> [Int: Int] {
    let words = extractor.words
    var result: [Int: Int] = [:]
    for index in mentions.indices.dropFirst() {
      let bracket = mentions[index].words.lowerBound - 1
      guard bracket > 0, bracket == mentions[index - 1].words.upperBound,
        words.ranges[bracket].count == 1,
        words.letters[words.letterRange(bracket).lowerBound] == 0x28
      else { continue }
      result[index] = index - 1
    }
    return result
  }

  private func roles(_ grouper: NameGrouper, _ mentions: [NamedMention]) -> [RoleFinder.Role?] {
    let finder = RoleFinder(extractor, mentions: mentions)
    return grouper.groups.map { group in
      guard group.kind == .person else { return nil }
      let found = group.mentions.prefix(8).compactMap { finder.role(of: $0) }
      return found.first { $0.affiliation != nil } ?? found.first
    }
  }

  private func entity(
    _ group: NameGrouper.Group, number: Int, mentions: [NamedMention]
  ) -> Entity {
    let row = group.row.map { tables[$0.table][$0.row] } ?? catalogued(group, mentions)
    let longest = longestName(group, mentions)
    var name = longest
    if let row { name = language == "fr" ? row.french : row.english }
    if name.isEmpty { name = longest }
    let canonical = NameForm(longest)
    return Entity(
      id: "e\(number + 1)", name: name, kind: group.kind,
      key: row?.key ?? EntityKey.standard.key(canonical, kind: group.kind),
      wikidata: row.flatMap(identifier),
      mentions: group.mentions.map { index in
        let isName = mentions[index].form == canonical || group.kind != .person
        let isAlias = isName ? mentions[index].form.isAcronym && !canonical.isAcronym : true
        return Entity.Mention(range: mentions[index].range, kind: isAlias ? .alias : .name)
      })
  }

  /// The only entity of the kind that a catalogue knows by the fullest name of a group.
  private func catalogued(
    _ group: NameGrouper.Group, _ mentions: [NamedMention]
  ) -> EntityTable.Row? {
    guard !catalogues.isEmpty else { return nil }
    let hash = PhraseHash.of(longestName(group, mentions))
    for table in catalogues {
      let rows = table.rows(named: hash).filter { table.kind($0) == group.kind }
      if !rows.isEmpty { return rows.count == 1 ? table[rows[0]] : nil }
    }
    return nil
  }

  /// The identifier of a known entity: its own, else that of the same key in a catalogue.
  private func identifier(_ row: EntityTable.Row) -> String? {
    if let own = row.wikidata { return own }
    for table in catalogues {
      if let same = table.row(key: row.key) { return table[same].wikidata }
    }
    return nil
  }

  /// The fullest name of a group; the first one among equals.
  private func longestName(_ group: NameGrouper.Group, _ mentions: [NamedMention]) -> String {
    var best: NamedMention?
    for index in group.mentions {
      let mention = mentions[index]
      guard let current = best else {
        best = mention
        continue
      }
      let longer = (mention.form.words.count, mention.range.count)
      if longer > (current.form.words.count, current.range.count), mention.form != current.form {
        best = mention
      }
    }
    return best.map { String(text.slice($0.range)) } ?? ""
  }

  private func addNominals(
    to entities: inout [Entity], grouper: NameGrouper, mentions: [NamedMention],
    roles: [RoleFinder.Role?]
  ) {
    let words = extractor.words
    var named = [Bool](repeating: false, count: words.count)
    for mention in mentions { for word in mention.words { named[word] = true } }
    let candidates = grouper.groups.enumerated().map { number, group in
      var nameWords: Set<UInt64> = []
      var isInstitution = false
      for mention in group.mentions {
        for word in mentions[mention].words {
          nameWords.insert(words.folded[word])
          if extractor.cues[word] & CueClass.organization.bit != 0 { isInstitution = true }
        }
      }
      return NominalFinder.Candidate(
        kind: group.kind, nameWords: nameWords,
        roleWords: Set(roles[number].map { $0.words.map { words.folded[$0] } } ?? []),
        positions: group.mentions.map { mentions[$0].words.lowerBound },
        isInstitution: isInstitution)
    }
    let finder = NominalFinder(extractor: extractor, candidates: candidates, lexicon: .standard)
    for nominal in finder.nominals(named: named) {
      entities[nominal.group].mentions.append(
        Entity.Mention(range: nominal.range, kind: .nominal))
    }
    for index in entities.indices {
      entities[index].mentions.sort { $0.range < $1.range }
    }
  }
}
