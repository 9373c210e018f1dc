public import FilonCore

/// Sentences, words, parts of speech, lemmas and, when asked, dependencies of a text.
///
/// A value owns its scratch memory: keep one per worker and reuse it for every document.
public struct TextAnalyzer {
  private var text = AnalyzedText()
  private var pieces: [Surface] = []
  private var taggers: [Tagger?] = [nil, nil]
  private let tokenizers = AnalysisLanguage.allCases.map { Tokenizer(language: $0) }
  private let splitters = AnalysisLanguage.allCases.map { SentenceSplitter(language: $0) }

  /// An analyser; the models are part of the program, so that nothing is read.
  public init() {}

  /// Analyses a text.
  ///
  /// A sentence never crosses the border of a block; without blocks, blank lines part paragraphs.
  ///
  /// - Parameters:
  ///   - text: The text, in Normalization Form C.
  ///   - blocks: Its blocks, sorted; may be empty.
  ///   - language: The language of rules and models.
  ///   - parse: Whether to run the dependency parser, which takes most of the time.
  /// - Returns: Sentences and words, sorted, with byte ranges.
  public mutating func analyze(
    _ text: String, blocks: [Block] = [], language: AnalysisLanguage, parse: Bool = false
  ) -> (sentences: [Sentence], tokens: [Token]) {
    self.text.reset(text)
    pieces.removeAll(keepingCapacity: true)
    let number = Int(language.rawValue)
    for range in Paragraphs.ranges(self.text.bytes, blocks: blocks) {
      let first = pieces.count
      tokenizers[number].tokenize(self.text, range, into: &pieces)
      splitters[number].split(self.text, &pieces, from: first)
    }
    return tagged(number)
  }

  private mutating func tagged(_ number: Int) -> (sentences: [Sentence], tokens: [Token]) {
    let language: AnalysisLanguage = number == 0 ? .french : .english
    if taggers[number] == nil, let model = TaggerModel.of(language) {
      taggers[number] = Tagger(model: model)
    }
    var sentences: [Sentence] = []
    var tokens: [Token] = []
    tokens.reserveCapacity(pieces.count * 17 / 16)
    let assembler = TokenAssembler(rules: tokenizers[number].rules)
    var start = 0
    while start < pieces.count {
      var end = start + 1
      while end < pieces.count, !pieces[end].startsSentence { end += 1 }
      sentences.append(
        Sentence(range: TextRange(pieces[start].start, pieces[end - 1].end)))
      taggers[number]?.tag(text, pieces, start..<end)
      if let tagger = taggers[number] {
        assembler.append(text, pieces, start..<end, tagger, to: &tokens)
      }
      start = end
    }
    return (sentences, tokens)
  }
}
