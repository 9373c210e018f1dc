public import FilonCore

/// Sentences, words, parts of speech, lemmas and, when asked, dependencies of a text.
///
/// A value owns its scratch memory: keep one per worker and reuse it for every document.
public struct TextAnalyzer {
  private var text = AnalyzedText()
  private var pieces: [Surface] = []
  private var taggers: [Tagger?] = [nil, nil]
  private var parsers: [DependencyParser?] = [nil, nil]
  private let tokenizers = AnalysisLanguage.allCases.map { Tokenizer(language: $0) }
  private let splitters = AnalysisLanguage.allCases.map { SentenceSplitter(language: $0) }

  /// An analyser; the models are part of the program, so that nothing is read.
  public init() {}

  /// An analyser with models from elsewhere, as ``TaggerTrainer`` and ``ParserTrainer`` make them,
  /// in place of those that are part of the program; bytes that are no model are ignored.
  public init(
    taggers: [AnalysisLanguage: EmbeddedBytes], parsers: [AnalysisLanguage: EmbeddedBytes] = [:]
  ) {
    for language in AnalysisLanguage.allCases {
      let number = Int(language.rawValue)
      self.taggers[number] = taggers[language].flatMap(TaggerModel.init).map(Tagger.init)
      self.parsers[number] = parsers[language].flatMap(ParserModel.init).map(DependencyParser.init)
    }
  }

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
    return tagged(number, parse: parse)
  }

  private mutating func tagged(
    _ number: Int, parse: Bool
  ) -> (sentences: [Sentence], tokens: [Token]) {
    let language: AnalysisLanguage = number == 0 ? .french : .english
    if taggers[number] == nil, let model = TaggerModel.of(language) {
      taggers[number] = Tagger(model: model)
    }
    if parse, parsers[number] == nil, let model = ParserModel.of(language) {
      parsers[number] = DependencyParser(model: model)
    }
    var words: [ParserWord]? = parse ? [] : nil
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
        let first = tokens.count
        words?.removeAll(keepingCapacity: true)
        assembler.append(text, pieces, start..<end, tagger, to: &tokens, words: &words)
        if let words { attach(words, &tokens, first, number) }
      }
      start = end
    }
    return (sentences, tokens)
  }

  /// Parses the sentence whose words are `tokens[first...]`.
  private mutating func attach(
    _ words: [ParserWord], _ tokens: inout [Token], _ first: Int, _ number: Int
  ) {
    guard let parsed = parsers[number]?.parse(words) else { return }
    for index in parsed.heads.indices {
      tokens[first + index].head = Int32(first + parsed.heads[index])
      tokens[first + index].relation = parsed.relations[index]
    }
  }

  /// Analyses the sentences of a treebank in their own division into words, to measure tagger and
  /// parser by themselves.
  ///
  /// - Returns: For each sentence its tags, heads (-1 for the root) and relations.
  public mutating func analyze(
    _ treebank: Treebank, language: AnalysisLanguage
  ) -> [[(pos: UniversalPOS, head: Int, relation: DependencyRelation)]] {
    let number = Int(language.rawValue)
    guard let model = taggers[number]?.model ?? TaggerModel.of(language),
      var parser = parsers[number] ?? ParserModel.of(language).map(DependencyParser.init)
    else { return [] }
    var tagger = SentenceTagger(model: model)
    return treebank.sentences.map { sentence in
      let tagged = tagger.tagged(sentence)
      let parsed = parser.parse(tagged.map { ParserWord($0.facts, $0.tag) })
      return tagged.indices.map { index in
        let head = parsed.heads[index]
        return (tagged[index].tag, head == index ? -1 : head, parsed.relations[index])
      }
    }
  }
}
