import FilonCore

/// Counts forms with their tags and lemmas, and freezes them.
struct LexiconBuilder {
  /// Counts of one form: by tag, and by tag and lemma.
  struct Counts {
    var tags: [UInt8: Int] = [:]
    var lemmas: [UInt8: [String: Int]] = [:]
  }

  private(set) var forms: [String: Counts] = [:]

  mutating func add(_ form: String, _ tag: UniversalPOS, _ lemma: String, count: Int) {
    forms[form, default: Counts()].tags[tag.rawValue, default: 0] += count
    if lemma != "_" {
      forms[form, default: Counts()].lemmas[tag.rawValue, default: [:]][lemma, default: 0] += count
    }
  }

  /// Raises a count to at least `count`, for a list that was counted over the same texts in part.
  mutating func raise(_ form: String, _ tag: UniversalPOS, _ lemma: String, count: Int) {
    let old = forms[form]?.lemmas[tag.rawValue]?[lemma] ?? 0
    if count > old { add(form, tag, lemma, count: count - old) }
  }

  /// The ambiguity class of a form, one occurrence with tag `excluded` left out.
  func ambiguityClass(_ form: String, excluding excluded: UniversalPOS? = nil) -> UInt32 {
    guard let counts = forms[form] else { return 0 }
    var tags = counts.tags
    if let excluded, let count = tags[excluded.rawValue] {
      tags[excluded.rawValue] = count > 1 ? count - 1 : nil
    }
    return Self.ambiguityClass(tags)
  }

  /// Up to four tags, most frequent first, and whether the first is dominant; 0 for none.
  static func ambiguityClass(_ tags: [UInt8: Int]) -> UInt32 {
    let ranked = tags.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    let total = ranked.reduce(0) { $0 + $1.value }
    guard total > 0, let first = ranked.first else { return 0 }
    var result: UInt32 = 0
    for (tag, count) in ranked.prefix(4).reversed() where count * 50 >= total {
      result = result << 5 | UInt32(tag + 1)
    }
    if first.value * 10 >= total * 9 { result |= 1 << 20 }
    if total < 3 { result |= 1 << 21 }
    return result
  }

  /// Freezes lexicon, edits and suffix rules into sections.
  func freeze() -> [(identifier: UInt32, bytes: [UInt8])] {
    var edits: [LemmaEdit] = []
    var numbers: [LemmaEdit: UInt16] = [:]
    func number(_ edit: LemmaEdit) -> UInt16? {
      if let known = numbers[edit] { return known }
      guard edits.count < 65_000 else { return nil }
      numbers[edit] = UInt16(edits.count)
      edits.append(edit)
      return UInt16(edits.count - 1)
    }
    var entries: [(hash: UInt64, ambiguityClass: UInt32, tags: [(tag: UInt8, edit: UInt16)])] = []
    var learner = SuffixRuleLearner()
    for (form, counts) in forms.sorted(by: { $0.key < $1.key }) {
      let bytes = Array(form.utf8)
      var lower = bytes
      LowerCase.fold(&lower)
      var tags: [(tag: UInt8, edit: UInt16)] = []
      let ranked = counts.tags.sorted {
        $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
      }
      for (tag, _) in ranked {
        let lemmas = (counts.lemmas[tag] ?? [:]).sorted {
          $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
        }
        guard let lemma = lemmas.first?.key else { continue }
        let edit = LemmaEdit(form: bytes, lower: lower, lemma: Array(lemma.utf8))
        if let number = number(edit) { tags.append((tag, number)) }
        learner.add(lower, tag, edit)
      }
      entries.append(
        (WordHash.of(form), Self.ambiguityClass(counts.tags), tags))
    }
    let rules = learner.rules().compactMap { rule in
      number(rule.edit).map { (hash: rule.hash, edit: $0) }
    }
    return [
      (TaggerModel.Section.lexicon, FormLexicon.build(entries)),
      (TaggerModel.Section.edits, LemmaEditTable.build(edits)),
      (TaggerModel.Section.suffixes, SuffixRules.build(rules)),
    ]
  }
}
