import FilonCore

/// Trains the tagger and lemmatiser of one language from treebanks.
///
/// An averaged perceptron over hashed features with a margin, greedy with its own predictions as
/// history; the best features are kept and quantised to eight bits. The same data give the same
/// bytes.
public struct TaggerTrainer {
  /// The language that the model is for.
  public let language: AnalysisLanguage
  /// Rounds over the data.
  public var epochs = 6
  /// A feature must occur this often.
  public var minimumCount = 2
  /// Cache lines of four feature rows in the model; a power of two.
  public var buckets = 1 << 15
  /// The lead that the right class must have.
  public var margin: Float = 6

  var lexicon = LexiconBuilder()
  /// The words of running text, by the hashes of their forms, and the vectors of the company that
  /// they keep.
  var company: (forms: [UInt64], vectors: [Float]) = ([], [])
  private var sentences: [TrainingSentence] = []
  /// Whether clusters and habits of case came from tables.
  var hasClusters = false
  var hasCaseHabits = false

  /// A trainer without data.
  public init(language: AnalysisLanguage) { self.language = language }

  /// Adds a treebank. Where treebanks disagree about lemmas, the primary ones prevail.
  public mutating func add(_ treebank: Treebank, isPrimary: Bool = true) {
    for sentence in treebank.sentences {
      let training = TrainingSentence(sentence)
      for unit in training.units {
        lexicon.add(
          unit.form, unit.tag, unit.lemma, count: 1,
          lemmaWeight: isPrimary ? LexiconBuilder.primaryWeight : 1)
      }
      if !training.units.isEmpty { sentences.append(training) }
    }
  }

  /// Adds a lexicon counted over more text: form, lemma, UPOS, features, count, tab-separated.
  public mutating func add(lexicon table: String) {
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 5, let tag = UniversalPOS(fields[2]), let count = Int(fields[4])
      else { continue }
      lexicon.raise(String(fields[0]), tag, String(fields[1]), count: count)
    }
  }

  /// Adds running text without annotation: words that keep the same company share a cluster, and
  /// words that are capitalised inside sentences are likely names. Call it once, after the
  /// treebanks, with all texts.
  public mutating func add(texts: [String]) {
    var running = RunningText(language: language)
    for text in texts { running.add(text) }
    let clusters = WordClusters(
      stream: running.stream, vocabulary: running.vocabulary, limit: 16_000)
    company = (clusters.words.map { WordHash.of($0) }, clusters.vectors)
    let ofWord = Dictionary(zip(clusters.words, clusters.clusters)) { first, _ in first }
    for (number, word) in running.vocabulary.enumerated() {
      if !hasClusters, let cluster = ofWord[word] { lexicon.add(word, cluster: UInt16(cluster)) }
      if !hasCaseHabits { lexicon.add(word, caseHabit: running.caseHabit(number)) }
    }
  }

  /// Adds an analysis of a dictionary without frequencies.
  mutating func add(
    dictionary form: String, _ tag: UniversalPOS, _ lemma: String, vocabulary: Set<String>
  ) {
    guard vocabulary.contains(form) || lexicon.forms[form] != nil else { return }
    lexicon.add(dictionary: form, tag, lemma)
  }

  /// Adds names of people and places: their words may be proper nouns.
  public mutating func add(names: [String]) {
    for name in names {
      for word in name.split(whereSeparator: { $0 == " " || $0 == "-" }) {
        let form = String(word)
        let lower = form.lowercased()
        guard form != lower, form.utf8.count > 2 else { continue }
        lexicon.add(name: lower)
      }
    }
  }

  /// Trains and returns the bytes of the model file.
  public func train() -> [UInt8] { train { _ in true } }

  /// The sentences whose number `includes`; every second one that has no end mark is joined to the
  /// next, as it will come from the splitter.
  private func runs(_ includes: (Int) -> Bool) -> [TrainingSentence] {
    var runs: [TrainingSentence] = []
    var last = -2
    for (number, sentence) in sentences.enumerated() where includes(number) {
      let isJoined =
        last == number - 1 && !sentence.startsParagraph && sentences[last].isOpen
        && number % 2 == 0
      if isJoined {
        runs[runs.count - 1].units += sentence.units
      } else {
        runs.append(sentence)
      }
      last = number
    }
    return runs
  }

  /// Trains on the sentences whose number `includes`; the lexicon is that of all.
  func train(_ includes: (Int) -> Bool) -> [UInt8] {
    let prepared = runs(includes).map { PreparedSentence($0, lexicon) }
    var index = FeatureIndex()
    for sentence in prepared {
      var history: (UInt64, UInt64, UInt64) = (31, 31, 31)
      for word in 0..<sentence.gold.count {
        if sentence.facts[word + 2].certainClass == nil {
          TaggerFeatures.forEachStatic(sentence.facts, word + 2) { index.count($0) }
          TaggerFeatures.forEachDynamic(sentence.facts, word + 2, history) { index.count($0) }
        }
        history = (UInt64(sentence.gold[word]), history.0, history.1)
      }
    }
    index.keep(minimum: minimumCount)
    var weights = PerceptronWeights<SIMD16<Float>>(rows: index.features.count)
    var generator = SplitMix64(seed: 1)
    var order = Array(prepared.indices)
    var rows: [Int32] = []
    for _ in 0..<epochs {
      order.shuffle(using: &generator)
      for number in order {
        let sentence = prepared[number]
        var history: (UInt64, UInt64, UInt64) = (31, 31, 31)
        for word in 0..<sentence.gold.count {
          if let certain = sentence.facts[word + 2].certainClass {
            history = (UInt64(certain), history.0, history.1)
            continue
          }
          rows.removeAll(keepingCapacity: true)
          TaggerFeatures.forEachStatic(sentence.facts, word + 2) { rows.append(index.row($0)) }
          TaggerFeatures.forEachDynamic(sentence.facts, word + 2, history) {
            rows.append(index.row($0))
          }
          let scores = weights.scores(rows)
          let gold = Int(sentence.gold[word])
          var best = 0
          var rival = -1
          for tagClass in 0..<WeightTable.classes {
            if scores[tagClass] > scores[best] { best = tagClass }
            if tagClass != gold, rival < 0 || scores[tagClass] > scores[rival] { rival = tagClass }
          }
          if scores[gold] < scores[rival] + margin {
            weights.update(rows, gold: gold, wrong: rival)
          }
          weights.step()
          history = (UInt64(best), history.0, history.1)
        }
      }
    }
    let counts = index.rowCounts()
    let ranked = weights.ranked(
      classes: WeightTable.classes, limit: buckets * WeightTable.waysPerBucket
    ) { Float(counts[$0]).squareRoot().squareRoot() }
    let table = WeightTable.build(
      ranked.map { (index.features[$0.row], $0.weights) }, buckets: buckets)
    return ModelFile.build(
      [(identifier: TaggerModel.Section.weights, bytes: table)] + lexicon.freeze())
  }
}
