import FilonCore

/// Groups the names of one text into entities: one for each real person, organisation, place.
///
/// Names are one entity when they have one normal form, when a table knows them as one, when one is
/// the surname, the initials, the acronym or the short form of the other. What is not certain stays
/// apart.
struct NameGrouper {
  /// A group of names.
  struct Group {
    var kind: Entity.Kind
    var mentions: [Int]
    /// The row of a table, with the number of the table.
    var row: (table: Int, row: Int)?
    /// The forms of the group, the first one the longest.
    var forms: [NameForm]
  }

  let tables: [EntityTable]
  let mentions: [NamedMention]
  private(set) var groups: [Group] = []
  private var groupOf: [Int]

  /// Groups `mentions`, which are in the order of the text.
  init(_ mentions: [NamedMention], tables: [EntityTable], parenthesized: [Int: Int]) {
    self.mentions = mentions
    self.tables = tables
    groupOf = Array(repeating: -1, count: mentions.count)
    groupEqualForms()
    joinParentheses(parenthesized)
    joinRows()
    joinShortForms()
    groups = groups.filter { !$0.mentions.isEmpty }
      .sorted { ($0.mentions.first ?? 0) < ($1.mentions.first ?? 0) }
  }

  private mutating func groupEqualForms() {
    var known: [String: Int] = [:]
    for (index, mention) in mentions.enumerated() {
      let key = mention.kind.rawValue + ":" + mention.form.slug
      if let group = known[key] {
        groups[group].mentions.append(index)
        groupOf[index] = group
      } else {
        known[key] = groups.count
        groupOf[index] = groups.count
        groups.append(
          Group(
            kind: mention.kind, mentions: [index], row: row(of: mention), forms: [mention.form]))
      }
    }
  }

  /// The row of the tables that a mention names.
  private func row(of mention: NamedMention) -> (table: Int, row: Int)? {
    for (number, table) in tables.enumerated() {
      let rows = table.rows(named: mention.hash)
      if let same = rows.first(where: { table.kind($0) == mention.kind }) { return (number, same) }
      // A state may act like an organisation, a platform be its company.
      if let near = rows.first(where: { Self.areNear(table.kind($0), mention.kind) }) {
        return (number, near)
      }
    }
    return nil
  }

  /// Whether one name often has both kinds.
  private static func areNear(_ one: Entity.Kind, _ other: Entity.Kind) -> Bool {
    switch (one, other) {
    case (.location, .organization), (.organization, .location), (.product, .organization),
      (.organization, .product), (.event, .miscellaneous), (.miscellaneous, .event),
      (.product, .miscellaneous), (.miscellaneous, .product):
      true
    default: false
    }
  }

  private mutating func join(_ source: Int, into target: Int) {
    guard source != target, !groups[source].mentions.isEmpty else { return }
    for mention in groups[source].mentions { groupOf[mention] = target }
    groups[target].mentions = (groups[target].mentions + groups[source].mentions).sorted()
    groups[target].forms += groups[source].forms
    groups[target].row = groups[target].row ?? groups[source].row
    groups[source].mentions = []
  }

  /// « Union européenne (UE) »: a name in brackets after a name.
  private mutating func joinParentheses(_ parenthesized: [Int: Int]) {
    for (inner, outer) in parenthesized.sorted(by: { $0.key < $1.key }) {
      let (short, long) = (mentions[inner], mentions[outer])
      guard short.form != long.form, groupOf[inner] != groupOf[outer] else { continue }
      let sure =
        short.form.isAcronym(of: long.form)
        || (short.form.isAcronym && short.kind == long.kind && short.kind != .location
          && short.form.words.first?.utf8.first == long.form.words.first?.utf8.first)
      if sure { join(groupOf[inner], into: groupOf[outer]) }
    }
  }

  private mutating func joinRows() {
    for later in groups.indices {
      guard let row = groups[later].row, !groups[later].mentions.isEmpty else { continue }
      for earlier in 0..<later where !groups[earlier].mentions.isEmpty {
        guard let other = groups[earlier].row, other.table == row.table, other.row == row.row else {
          continue
        }
        join(later, into: earlier)
        break
      }
    }
  }

  private mutating func joinShortForms() {
    for short in groups.indices where !groups[short].mentions.isEmpty {
      guard let form = groups[short].forms.first else { continue }
      let candidates = groups.indices.filter { long in
        long != short && !groups[long].mentions.isEmpty
          && groups[long].forms.contains { isShort(form, of: $0, groups[short], groups[long]) }
      }
      if let target = choose(candidates, for: groups[short]) ?? loose(form, short) {
        join(short, into: target)
      }
    }
  }

  private func isShort(_ form: NameForm, of other: NameForm, _ short: Group, _ long: Group) -> Bool
  {
    switch (short.kind, long.kind) {
    case (.person, .person):
      return form.isEnding(of: other) || form.abbreviates(other)
        || (form.words.count == 1 && form.isBeginning(of: other)
          && (form.words.first?.utf8.count ?? 0) > 2)
    case (.organization, .organization):
      if form.isAcronym(of: other) { return true }
      guard form.isBeginning(of: other), form.words.joined().utf8.count > 3 else { return false }
      let rest = other.words.dropFirst(form.words.count)
      if rest.allSatisfy(Self.weightless.contains) { return true }
      let cues = CueClass.organization.bit | CueClass.legal.bit
      return short.row == nil && rest.allSatisfy { Self.cues($0) & cues != 0 }
    case (.location, .location):
      // "the Tolliver" for "Tolliver Glacier".
      return short.row == nil && form.isBeginning(of: other)
        && other.words.dropFirst(form.words.count)
          .allSatisfy { Self.cues($0) & CueClass.place.bit != 0 }
    case (.product, .product), (.event, .event): return form.isAcronym(of: other)
    default: return false
    }
  }

  private static func cues(_ word: String) -> UInt16 {
    CueLexicon.standard[folded: Hashing.hash(word.utf8)]
  }

  /// The only organisation named before by a longer name that begins or ends with the form of group
  /// `short`, an organisation that no table knows: « le Réseau » for « Réseau santé du Fjord »,
  /// "the Chargers" for "Krishna Valley Chargers".
  private func loose(_ form: NameForm, _ short: Int) -> Int? {
    guard groups[short].kind == .organization, groups[short].row == nil, !form.isAcronym,
      let first = groups[short].mentions.first
    else { return nil }
    let candidates = groups.indices.filter { long in
      groups[long].kind == .organization && (groups[long].mentions.first ?? .max) < first
        && groups[long].forms.contains { form.isBeginning(of: $0) || form.isEnding(of: $0) }
    }
    return candidates.count == 1 ? candidates.first : nil
  }

  /// Words that may be left out at the end of an organisation's name.
  private static let weightless: Set<String> = [
    "ai", "inc", "corp", "corporation", "co", "ltd", "llc", "plc", "sa", "sas", "se", "ag", "group",
    "groupe", "holdings", "holding", "technologies", "labs", "lab", "international", "company",
    "limited", "gmbh", "nv", "spa", "news", "university", "fc", "cf",
  ]

  /// The long form meant: the only one, else the one mentioned last before the short one.
  private func choose(_ candidates: [Int], for short: Group) -> Int? {
    guard let first = short.mentions.first else { return nil }
    if candidates.count <= 1 { return candidates.first }
    // Equal surnames: the nearest before; first names are never guessed.
    return candidates.compactMap { group -> (distance: Int, group: Int)? in
      guard let last = groups[group].mentions.last(where: { $0 < first }) else { return nil }
      return (first - last, group)
    }.min { ($0.distance, $0.group) < ($1.distance, $1.group) }?.group
  }
}
