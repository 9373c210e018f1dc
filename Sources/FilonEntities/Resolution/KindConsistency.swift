import FilonCore

/// Makes the kinds of the names in one text agree: among equal names the kind given most often
/// wins, the first one among equals; a single word that is the surname of a person named in full is
/// that person.
enum KindConsistency {
  /// Settles the kinds of `mentions`, which are in the order of the text.
  static func settle(_ mentions: inout [NamedMention]) {
    var votes: [String: [Int]] = [:]
    for mention in mentions {
      guard let kind = EntityTag.kinds.firstIndex(of: mention.kind) else { continue }
      votes[mention.form.slug, default: Array(repeating: 0, count: EntityTag.kinds.count)][kind] +=
        1
    }
    var settled: [String: Int] = [:]
    for index in mentions.indices {
      let slug = mentions[index].form.slug
      if settled[slug] == nil, let counts = votes[slug],
        var best = EntityTag.kinds.firstIndex(of: mentions[index].kind)
      {
        for kind in counts.indices where counts[kind] > counts[best] { best = kind }
        settled[slug] = best
      }
      if let best = settled[slug] { mentions[index].kind = EntityTag.kinds[best] }
    }
  }

  /// Makes persons of the lone surnames of persons, double ones too, unless a table knows the word as something
  /// else.
  static func settleSurnames(_ mentions: inout [NamedMention], isKnown: (NamedMention) -> Bool) {
    var surnames: Set<String> = []
    for mention in mentions where mention.kind == .person && mention.form.words.count > 1 {
      for start in mention.form.words.indices.dropFirst() {
        surnames.insert(mention.form.words[start...].joined(separator: "-"))
      }
    }
    for index in mentions.indices where mentions[index].kind != .person {
      guard surnames.contains(mentions[index].form.slug), !isKnown(mentions[index]) else {
        continue
      }
      mentions[index].kind = .person
    }
  }

  /// Gives names that the tables know with one kind only that kind, unless the word is also a
  /// person's name and the model saw a person.
  static func settleKnown(
    _ mentions: inout [NamedMention], tables: [EntityTable], isPersonal: (NamedMention) -> Bool
  ) {
    for index in mentions.indices {
      let mention = mentions[index]
      for table in tables {
        let kinds = table.rows(named: mention.hash).map(table.kind)
        guard let kind = kinds.first else { continue }
        // A platform is called by the name of its company: the context decides.
        let isPlatform =
          mention.kind == .product && kind == .organization && mention.words.count == 1
        if kind != mention.kind, !isPlatform, kinds.allSatisfy({ $0 == kind }),
          mention.kind != .person || !isPersonal(mention)
        {
          mentions[index].kind = kind
        }
        break
      }
    }
  }

  /// Makes organisations of single words that were taken for persons again and again although no
  /// list knows them as a person's name and no title or role stands beside them: persons are
  /// introduced by their full names. Where informal texts are to be expected, a word that points to
  /// an organisation must stand beside one of them.
  static func settleUnintroduced(
    _ mentions: inout [NamedMention], isPersonal: (NamedMention) -> Bool,
    isOrganization: (NamedMention) -> Bool
  ) {
    var counts: [String: Int] = [:]
    var personal: Set<String> = []
    var organizations: Set<String> = []
    for mention in mentions where isOrganization(mention) {
      organizations.insert(mention.form.slug)
    }
    for mention in mentions where mention.kind == .person {
      let slug = mention.form.slug
      counts[slug, default: 0] += 1
      if mention.form.words.count > 1 {
        personal.formUnion(mention.form.words)
        personal.insert(slug)
      } else if isPersonal(mention) {
        personal.insert(slug)
      }
    }
    for index in mentions.indices where mentions[index].kind == .person {
      let slug = mentions[index].form.slug
      if (counts[slug] ?? 0) > 1, organizations.contains(slug), !personal.contains(slug) {
        mentions[index].kind = .organization
      }
    }
  }
}
