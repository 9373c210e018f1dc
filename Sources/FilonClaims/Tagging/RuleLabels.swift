/// What the rules found, laid out by words, as evidence for the tagger.
struct RuleLabels: Sendable {
  /// 0 none, 1 source, 2 cue, 3 content; the innermost wins.
  private(set) var role: [UInt8]
  /// A number for the rule that marked the cue at a word; 0 for none.
  private(set) var rule: [UInt64]
  /// For each word of a cue, the attribution's index; -1 elsewhere.
  private(set) var attribution: [Int32]

  init(_ attributions: [Attribution], count: Int) {
    role = [UInt8](repeating: 0, count: count)
    rule = [UInt64](repeating: 0, count: count)
    attribution = [Int32](repeating: -1, count: count)
    for (index, found) in attributions.enumerated() {
      for range in found.content { for word in range where role[word] == 0 { role[word] = 3 } }
      for range in found.source { for word in range { role[word] = 1 } }
      let name = FormHash(String(found.rule.dropFirst(3))).value
      for range in found.cue {
        for word in range {
          role[word] = 2
          rule[word] = name
          attribution[word] = Int32(index)
        }
      }
    }
  }
}
