internal import CFilonLanguageData
internal import FilonCore

/// Sentences of our own in languages of which little free text is at hand.
enum SeedSentences {
  /// A corpus for each language of the seeds that is also in `codes`.
  static func corpora(_ codes: Set<String>) -> [LanguageCorpus] {
    let bytes = EmbeddedBytes(filon_language_seeds_bytes(), count: filon_language_seeds_size())
    var corpora: [LanguageCorpus] = []
    for row in TabSeparatedTable(bytes.text).rows where row.count == 2 && codes.contains(row[0]) {
      if corpora.last?.code != row[0] { corpora.append(LanguageCorpus(code: row[0])) }
      corpora[corpora.count - 1].add(Array(row[1].utf8))
    }
    return corpora
  }
}
