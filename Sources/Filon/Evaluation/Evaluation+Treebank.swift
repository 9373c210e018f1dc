import FilonCore
public import FilonTerms

extension Evaluation {
  /// Scores tags and trees on the sentences of a treebank, in its own division into words: `upos`,
  /// `uas` (heads) and `las` (heads with their relations; subtypes such as `nsubj:pass` are not
  /// told apart).
  public init(treebank: Treebank, language: AnalysisLanguage) {
    self.init(gold: [], predictions: [])
    var analyzer = TextAnalyzer()
    let analyses = analyzer.analyze(treebank, language: language)
    var (words, tags, heads, labelled) = (0, 0, 0, 0)
    for (sentence, analysis) in zip(treebank.sentences, analyses) {
      words += sentence.words.count
      for (gold, found) in zip(sentence.words, analysis) {
        if gold.pos == found.pos.description { tags += 1 }
        guard gold.head == found.head else { continue }
        heads += 1
        if Self.relation(gold.relation) == Self.relation(found.relation.description) {
          labelled += 1
        }
      }
    }
    for (name, right) in [("upos", tags), ("uas", heads), ("las", labelled)] {
      self[name] = Tally(right: right, predicted: words, gold: words)
    }
  }

  private static func relation(_ label: String) -> Substring { label.prefix { $0 != ":" } }
}
