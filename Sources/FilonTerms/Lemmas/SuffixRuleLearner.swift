/// Learns which edit makes the lemma of an unknown word from its ending: every ending up to
/// ``SuffixRules/longest`` bytes gets its most frequent edit, unless the next shorter ending says
/// the same.
struct SuffixRuleLearner {
  private struct Ending: Hashable {
    var tag: UInt8
    var bytes: [UInt8]
  }

  private var counts: [Ending: [LemmaEdit: Int]] = [:]

  /// Adds a form in lower case with its edit.
  mutating func add(_ lower: [UInt8], _ tag: UInt8, _ edit: LemmaEdit) {
    // A lemma that replaces the whole word teaches nothing about its ending.
    guard edit.drop < lower.count, edit.drop <= 6 else { return }
    for length in 0...min(SuffixRules.longest, lower.count) {
      counts[Ending(tag: tag, bytes: lower.suffix(length)), default: [:]][edit, default: 0] += 1
    }
  }

  /// The rules, in an order that depends on the data alone.
  func rules() -> [(hash: UInt64, edit: LemmaEdit)] {
    let endings = counts.keys.sorted {
      if $0.tag != $1.tag { return $0.tag < $1.tag }
      if $0.bytes.count != $1.bytes.count { return $0.bytes.count < $1.bytes.count }
      return $0.bytes.lexicographicallyPrecedes($1.bytes)
    }
    var effective: [Ending: LemmaEdit] = [:]
    var rules: [(hash: UInt64, edit: LemmaEdit)] = []
    for ending in endings {
      guard let edits = counts[ending], let best = Self.best(edits) else { continue }
      let parent =
        ending.bytes.isEmpty
        ? nil : effective[Ending(tag: ending.tag, bytes: Array(ending.bytes.dropFirst()))]
      let total = edits.values.reduce(0, +)
      if best.edit == parent || total < 2 && parent != nil {
        effective[ending] = parent
        continue
      }
      effective[ending] = best.edit
      var hash = SuffixRules.seed(tag: ending.tag)
      for byte in ending.bytes.reversed() { hash = WordHash.step(hash, byte) }
      rules.append((WordHash.finish(hash), best.edit))
    }
    return rules
  }

  private static func best(_ edits: [LemmaEdit: Int]) -> (edit: LemmaEdit, count: Int)? {
    edits.map { (edit: $0.key, count: $0.value) }.min { first, second in
      if first.count != second.count { return first.count > second.count }
      if first.edit.drop != second.edit.drop { return first.edit.drop < second.edit.drop }
      if first.edit.append != second.edit.append {
        return first.edit.append.lexicographicallyPrecedes(second.edit.append)
      }
      return !first.edit.fromExactForm && second.edit.fromExactForm
    }
  }
}
