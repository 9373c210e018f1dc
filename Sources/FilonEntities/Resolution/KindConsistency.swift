import FilonCore

/// Makes the kinds of equal names in one text agree: the kind given most often wins, the first one
/// among equals.
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
}
