import FilonCore

extension TaggerTrainer {
  private static let inflectionCategories: [Substring: UniversalPOS] = [
    "noun": .noun, "verb": .verb, "adj": .adj, "adv": .adv, "aux": .aux,
  ]

  /// Adds a table of English inflected forms (form, category, lemma or several lemmas with slashes;
  /// separated by commas), such as LemmInflect has made of the SPECIALIST Lexicon. Of it, only the
  /// forms that also occur in `vocabulary` or in a treebank are kept.
  public mutating func add(inflections table: String, vocabulary: Set<String>) {
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 3, let tag = Self.inflectionCategories[fields[1]],
        let lemma = fields[2].split(separator: "/").first
      else { continue }
      add(dictionary: String(fields[0]), tag, String(lemma), vocabulary: vocabulary)
    }
  }
}
