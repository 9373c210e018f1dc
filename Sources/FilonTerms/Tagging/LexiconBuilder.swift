import FilonCore

/// Counts forms with their tags and lemmas, and freezes them.
struct LexiconBuilder {
  /// Counts of one form: by tag, and by tag and lemma.
  struct Counts {
    var tags: [UInt8: Int] = [:]
    var lemmas: [UInt8: [String: Int]] = [:]
    /// Tags that a dictionary allows, one bit each.
    var dictionaryMask: UInt32 = 0
    /// Distributional cluster, and how running text capitalises the form in lower case.
    var cluster: UInt16 = 0
    var caseHabit: UInt8 = 0
  }

  /// What one occurrence in a text of the model's own convention is worth, where lemmas differ.
  static let primaryWeight = 1000

  private(set) var forms: [String: Counts] = [:]

  mutating func add(
    _ form: String, _ tag: UniversalPOS, _ lemma: String, count: Int, lemmaWeight: Int = 1
  ) {
    forms[form, default: Counts()].tags[tag.rawValue, default: 0] += count
    if lemma != "_" {
      forms[form, default: Counts()].lemmas[tag.rawValue, default: [:]][lemma, default: 0] +=
        count * lemmaWeight
    }
  }

  /// Adds an analysis of a dictionary, which has no frequency.
  mutating func add(dictionary form: String, _ tag: UniversalPOS, _ lemma: String) {
    forms[form, default: Counts()].dictionaryMask |= 1 << UInt32(tag.rawValue)
    forms[form, default: Counts()].lemmas[tag.rawValue, default: [:]][lemma, default: 0] += 0
  }

  /// Adds a form in lower case that names somebody or some place.
  mutating func add(name form: String) {
    forms[form, default: Counts()].dictionaryMask |= 1 << UInt32(UniversalPOS.propn.rawValue)
  }

  /// Adds the cluster of a form.
  mutating func add(_ form: String, cluster: UInt16) {
    forms[form, default: Counts()].cluster = cluster
  }

  /// Adds how running text capitalises a form in lower case, if the lexicon has the form.
  mutating func add(_ form: String, caseHabit: UInt8) {
    forms[form]?.caseHabit = caseHabit
  }

  /// The cluster of a form as it stands, or else in lower case; the habit of case of the latter.
  func distribution(_ form: String, lower: String) -> (cluster: UInt16, caseHabit: UInt8) {
    let exact = forms[form]?.cluster ?? 0
    return (exact > 0 ? exact : forms[lower]?.cluster ?? 0, forms[lower]?.caseHabit ?? 0)
  }

  /// The tags that a dictionary allows for a form.
  func dictionaryMask(_ form: String) -> UInt32 { forms[form]?.dictionaryMask ?? 0 }

  /// Raises a count to at least `count`, for a list that was counted over the same texts in part.
  mutating func raise(_ form: String, _ tag: UniversalPOS, _ lemma: String, count: Int) {
    let old = forms[form]?.tags[tag.rawValue] ?? 0
    if count > old {
      add(form, tag, lemma, count: count - old)
    } else if forms[form]?.lemmas[tag.rawValue]?[lemma] == nil {
      add(form, tag, lemma, count: 0)
    }
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

  /// The bit of an ambiguity class that says that the word has one tag, whatever its neighbours.
  static let certain: UInt32 = 1 << 22

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
    if total >= 300, (total - first.value) * 2000 <= total { result |= certain }
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
    var entries: [FormLexicon.Form] = []
    var learner = SuffixRuleLearner()
    for (form, counts) in forms.sorted(by: { $0.key < $1.key }) {
      let bytes = Array(form.utf8)
      var lower = bytes
      LowerCase.fold(&lower)
      let isLower = lower == bytes
      var tags: [(tag: UInt8, edit: UInt16)] = []
      for tag in rankedTags(counts) {
        guard let lemma = Self.best(counts.lemmas[tag] ?? [:]) else { continue }
        let isName = tag == UniversalPOS.propn.rawValue || tag == UniversalPOS.x.rawValue
        let edit = LemmaEdit(form: bytes, lower: lower, lemma: Array(lemma.utf8))
        // A capitalised common word takes its lemma from the plain form, unless well attested.
        if !isLower, !isName, edit.fromExactForm || edit.append.contains(where: { $0 < 0x61 }) {
          let attested = counts.tags[tag] ?? 0
          if attested < 3 { continue }
        }
        if let number = number(edit) { tags.append((tag, number)) }
        if isName || !edit.fromExactForm { learner.add(lower, tag, edit) }
      }
      if tags.isEmpty, !isLower, counts.tags.isEmpty { continue }
      entries.append(
        FormLexicon.Form(
          hash: WordHash.of(form), ambiguityClass: Self.ambiguityClass(counts.tags),
          dictionaryMask: counts.dictionaryMask, cluster: counts.cluster,
          caseHabit: counts.caseHabit, tags: tags))
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

  /// The tags of a form, most frequent first, then those of the dictionary.
  private func rankedTags(_ counts: Counts) -> [UInt8] {
    let counted = counts.tags.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
    }.map(\.key)
    return counted + counts.lemmas.keys.filter { counts.tags[$0] == nil }.sorted()
  }

  /// The most frequent lemma; the shorter, then the first in code order, of equals.
  private static func best(_ lemmas: [String: Int]) -> String? {
    lemmas.min { first, second in
      if first.value != second.value { return first.value > second.value }
      if first.key.utf8.count != second.key.utf8.count {
        return first.key.utf8.count < second.key.utf8.count
      }
      return first.key < second.key
    }?.key
  }
}
