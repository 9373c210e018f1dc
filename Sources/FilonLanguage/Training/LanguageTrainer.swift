/// Trains a ``LanguageModel`` from text. The same text gives the same bytes.
public struct LanguageTrainer: Sendable {
  /// How a model is trained.
  public struct Options: Sendable {
    /// Number of examples.
    public var examples = 18_000_000
    /// Number of buckets of four features, 64 bytes each.
    public var buckets = 62_000
    /// Seed of the random choices.
    public var seed: UInt64 = 7
    /// How often a language is drawn, against 1 for the others.
    public var emphasis: [String: Double] = ["fr": 3, "en": 3]
    /// Codes that are learnt as another.
    public var folds: [String: String] = ["nn": "nb", "no": "nb"]

    /// The standard options.
    public init() {}
  }

  /// How a model is trained.
  public var options: Options

  /// Makes a trainer.
  public init(options: Options = Options()) { self.options = options }

  private static let wordFactor: Float = 2
  private static let leastWords = 3
  private static let borrowedRatio: Float = 10
  private static let drawExponent: Float = 0.35
  private static let wholeDropout: Float = 0.25
  private static let rate: Float = 0.3
  private static let calibrationCases = 1500

  /// Trains a model and returns its bytes. Corpora of one code are put together.
  public func train(_ corpora: [LanguageCorpus]) -> [UInt8] {
    var lexicon = Lexicon()
    let texts = read(corpora, &lexicon)
    let vocabularies = countWords(texts, lexicon)
    let languages = texts.map { ($0.code, $0.scripts) }
    let index = chooseFeatures(texts, vocabularies, lexicon)
    let withoutAccents = (0..<lexicon.count).map { UInt32(lexicon.withoutAccents($0)) }
    let rows = WordRows(lexicon, index)
    let source = ExampleSource(texts, vocabularies, lexicon, withoutAccents: withoutAccents)
    let classifier = fit(texts, source, rows, features: index.fingerprints.count)
    let writer = ModelWriter(classifier, index, languages: languages)
    return writer.bytes(temperatures: calibrate(texts, source, rows, writer))
  }

  private func read(_ corpora: [LanguageCorpus], _ lexicon: inout Lexicon) -> [TrainingText] {
    let seeds = SeedSentences.corpora(Set(corpora.map(\.code)))
    let all = corpora + seeds + [UndeterminedText.corpus(lines: 12_000, seed: options.seed &+ 1)]
    let code = { (corpus: LanguageCorpus) in options.folds[corpus.code] ?? corpus.code }
    var texts: [TrainingText] = []
    for language in Set(all.map(code)).sorted() {
      let text = TrainingText(code: language, all.filter { code($0) == language }, &lexicon)
      if text.sentenceCount > 0 { texts.append(text) }
    }
    return texts
  }

  private func countWords(_ texts: [TrainingText], _ lexicon: Lexicon) -> [Vocabulary] {
    var vocabularies = texts.map(Vocabulary.init)
    var highest = [Float](repeating: 0, count: lexicon.count)
    for vocabulary in vocabularies {
      for (word, frequency) in zip(vocabulary.words, vocabulary.frequencies) {
        highest[Int(word)] = max(highest[Int(word)], frequency)
      }
    }
    for index in vocabularies.indices {
      vocabularies[index].dropBorrowed(
        highest, ratio: Self.borrowedRatio, exponent: Self.drawExponent)
    }
    return vocabularies
  }

  private func chooseFeatures(
    _ texts: [TrainingText], _ vocabularies: [Vocabulary], _ lexicon: Lexicon
  ) -> FeatureIndex {
    var selection = FeatureSelection()
    for (text, vocabulary) in zip(texts, vocabularies) {
      selection.add(vocabulary, lexicon, scale: Float(options.emphasis[text.code] ?? 1))
    }
    let counts = (0..<Script.count).map { script in
      texts.count { $0.scripts >> UInt16(script) & 1 == 1 }
    }
    let ranked = selection.ranked(
      languages: counts, wordFactor: Self.wordFactor, leastWords: Self.leastWords)
    return FeatureIndex(ranked, bucketCount: options.buckets)
  }

  /// The languages that share a script with each, and the languages worth training.
  private func candidates(_ texts: [TrainingText]) -> [[Int]] {
    texts.map { text in texts.indices.filter { texts[$0].scripts & text.scripts != 0 } }
  }

  private func fit(
    _ texts: [TrainingText], _ source: ExampleSource, _ rows: WordRows, features: Int
  ) -> FactorizedClassifier {
    var classifier = FactorizedClassifier(
      features: features, labels: texts.count, seed: options.seed)
    let candidates = candidates(texts)
    let lottery = texts.indices.flatMap { language -> [Int] in
      guard candidates[language].count > 1, source.isUsable(language) else { return [] }
      let tickets = 10 * (options.emphasis[texts[language].code] ?? 1)
      return [Int](repeating: language, count: Int(tickets))
    }
    guard !lottery.isEmpty else { return classifier }
    var random = RandomSource(seed: options.seed &+ 2)
    var words: [UInt32] = []
    var features: [UInt32] = []
    for example in 0..<options.examples {
      let language = lottery[random.below(lottery.count)]
      source.draw(language, .training, into: &words, &random)
      features.removeAll(keepingCapacity: true)
      for word in words {
        let number = Int(word)
        features.append(contentsOf: rows.rows[rows.starts[number]..<rows.starts[number + 1]])
        let whole = rows.wholes[number]
        if whole >= 0, random.unit() >= Self.wholeDropout { features.append(UInt32(whole)) }
      }
      let rate = Self.rate * (1 - Float(example) / Float(options.examples))
      classifier.learn(
        features, language, candidates[language], rate: rate, headRate: rate)
    }
    return classifier
  }

  private func calibrate(
    _ texts: [TrainingText], _ source: ExampleSource, _ rows: WordRows, _ writer: ModelWriter
  ) -> [Float] {
    var calibration = Calibration()
    let candidates = candidates(texts)
    var random = RandomSource(seed: options.seed &+ 3)
    var words: [UInt32] = []
    for language in texts.indices where candidates[language].count > 1 {
      guard let label = candidates[language].firstIndex(of: language) else { continue }
      for _ in 0..<Self.calibrationCases {
        source.draw(language, .heldOut, into: &words, &random)
        var features: [UInt32] = []
        for word in words {
          let number = Int(word)
          features += rows.rows[rows.starts[number]..<rows.starts[number + 1]]
          if rows.wholes[number] >= 0 { features.append(UInt32(rows.wholes[number])) }
        }
        guard !features.isEmpty else { continue }
        let mean = writer.mean(features)
        let scores = candidates[language].map { (writer.head[$0] * mean).total }
        calibration.add(scores, label: label, hits: features.count)
      }
    }
    return calibration.temperatures()
  }
}
