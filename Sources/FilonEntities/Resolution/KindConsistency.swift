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
    for index in mentions.indices {
      guard let counts = votes[mentions[index].form.slug],
        let own = EntityTag.kinds.firstIndex(of: mentions[index].kind)
      else { continue }
      var best = own
      for kind in counts.indices where counts[kind] > counts[best] { best = kind }
      mentions[index].kind = EntityTag.kinds[best]
    }
  }

  /// Makes persons of the lone surnames of persons, unless a table knows the word as something
  /// else.
  static func settleSurnames(_ mentions: inout [NamedMention], isKnown: (NamedMention) -> Bool) {
    var surnames: Set<String> = []
    for mention in mentions where mention.kind == .person && mention.form.words.count > 1 {
      if let last = mention.form.words.last { surnames.insert(last) }
    }
    for index in mentions.indices
    where mentions[index].kind != .person && mentions[index].form.words.count == 1 {
      guard let word = mentions[index].form.words.first, surnames.contains(word),
        !isKnown(mentions[index])
      else { continue }
      mentions[index].kind = .person
    }
  }
}
