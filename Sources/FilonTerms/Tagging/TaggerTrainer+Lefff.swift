import FilonCore

extension TaggerTrainer {
  /// The UPOS tag of each category of the Lefff.
  private static let lefffCategories: [Substring: UniversalPOS] = [
    "v": .verb, "nc": .noun, "adj": .adj, "np": .propn, "adv": .adv, "advneg": .adv, "prep": .adp,
    "csu": .sconj, "det": .det, "coo": .cconj, "auxAvoir": .aux, "auxEtre": .aux, "pres": .intj,
  ]

  /// Adds the Lefff, a lexicon of French forms (Sagot 2010), in its format `mlex`: form, category,
  /// lemma, morphology, tab-separated. Of it, only the forms that also occur in `vocabulary` or in a
  /// treebank are kept.
  public mutating func add(lefff table: String, vocabulary: Set<String>) {
    var rows: [(form: String, tag: UniversalPOS, lemma: String)] = []
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 3, let tag = Self.lefffCategories[fields[1]], !fields[2].isEmpty,
        !fields[0].utf8.contains(0x20), !fields[0].utf8.contains(0x5F)
      else { continue }
      let lemma =
        fields[2].utf8.contains(0x5F) || fields[2].utf8.contains(0x20)
        ? fields[0] : fields[2]
      rows.append((String(fields[0]), tag, String(lemma)))
    }
    rows.sort { ($0.form, $0.tag.rawValue, $0.lemma) < ($1.form, $1.tag.rawValue, $1.lemma) }
    for row in rows { add(dictionary: row.form, row.tag, row.lemma, vocabulary: vocabulary) }
  }
}
