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
  public var epochs = 8
  /// A feature must occur this often.
  public var minimumCount = 2
  /// Cache lines of four feature rows in the model; a power of two.
  public var buckets = 1 << 15
  /// The lead that the right class must have.
  public var margin: Float = 3

  private var lexicon = LexiconBuilder()
  private var sentences: [TrainingSentence] = []

  /// A trainer without data.
  public init(language: AnalysisLanguage) { self.language = language }

  /// Adds a treebank.
  public mutating func add(_ treebank: Treebank) {
    for sentence in treebank.sentences {
      let training = TrainingSentence(sentence)
      for unit in training.units {
        lexicon.add(unit.form, unit.tag, unit.lemma, count: 1)
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

  /// Trains and returns the bytes of the model file.
  public func train() -> [UInt8] {
    let prepared = sentences.map { PreparedSentence($0, lexicon) }
    var index = FeatureIndex()
    for sentence in prepared {
      var history: (UInt64, UInt64, UInt64) = (31, 31, 31)
      for word in 0..<sentence.gold.count {
        TaggerFeatures.forEachStatic(sentence.facts, word + 2) { index.count($0) }
        TaggerFeatures.forEachDynamic(sentence.facts, word + 2, history) { index.count($0) }
        history = (UInt64(sentence.gold[word]), history.0, history.1)
      }
    }
    index.keep(minimum: minimumCount)
    var weights = PerceptronWeights(rows: index.features.count)
    var generator = SplitMix64(seed: 1)
    var order = Array(prepared.indices)
    var rows: [Int32] = []
    for _ in 0..<epochs {
      order.shuffle(using: &generator)
      for number in order {
        let sentence = prepared[number]
        var history: (UInt64, UInt64, UInt64) = (31, 31, 31)
        for word in 0..<sentence.gold.count {
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
    let table = weights.freeze(
      index.features, counts: index.rowCounts(), buckets: buckets, classes: WeightTable.classes)
    return ModelFile.build(
      [(identifier: TaggerModel.Section.weights, bytes: table)] + lexicon.freeze())
  }
}

/// A sentence as the tagger will see it: multiword tokens that cannot be cut are one unit.
struct TrainingSentence {
  struct Unit {
    var form: String
    var tag: UniversalPOS
    var lemma: String
    var spaceAfter: Bool
  }

  var units: [Unit] = []

  init(_ sentence: Treebank.Sentence) {
    var index = 0
    let words = sentence.words
    while index < words.count {
      let word = words[index]
      guard let tag = UniversalPOS(word.pos) else {
        units = []
        return
      }
      var last = index
      while word.multiword >= 0, last + 1 < words.count, words[last + 1].multiword == word.multiword
      {
        last += 1
      }
      let surface = word.multiword >= 0 ? sentence.multiwords[word.multiword] : word.form
      if last > index, words[index...last].map(\.form).joined() != surface {
        units.append(
          Unit(form: surface, tag: tag, lemma: word.lemma, spaceAfter: words[last].spaceAfter))
        index = last + 1
      } else {
        units.append(
          Unit(form: word.form, tag: tag, lemma: word.lemma, spaceAfter: word.spaceAfter))
        index += 1
      }
    }
  }
}

/// A training sentence with its facts and gold classes.
struct PreparedSentence {
  var facts: [WordFacts] = [.before, .before]
  var gold: [UInt8] = []

  init(_ sentence: TrainingSentence, _ lexicon: LexiconBuilder) {
    let empty = FormLexicon(ModelSection(UnsafeRawBufferPointer(start: nil, count: 0)))
    for (index, unit) in sentence.units.enumerated() {
      var text = AnalyzedText()
      text.reset(unit.form)
      guard text.count > 0 else { continue }
      var piece = Surface(start: 0, end: text.count, kind: Self.kind(text))
      piece.startsSentence = index == 0
      var fact = WordFacts(text, piece, empty)
      let lower = String(decoding: text.lower, as: UTF8.self)
      fact.exactClass = UInt64(lexicon.ambiguityClass(unit.form, excluding: unit.tag))
      fact.lowerClass = UInt64(
        lexicon.ambiguityClass(lower, excluding: lower == unit.form ? unit.tag : nil))
      facts.append(fact)
      gold.append(TagClass.of(unit.tag))
    }
    facts += [.after, .after]
  }

  /// The kind that the tokeniser would give the form.
  private static func kind(_ text: AnalyzedText) -> Surface.Kind {
    var hasLetter = false
    var hasDigit = false
    var first: ScalarClass = .symbol
    var index = 0
    while index < text.count {
      let (scalarClass, length) = ScalarClass.at(index, text.bytes)
      if index == 0 { first = scalarClass }
      if scalarClass == .letter { hasLetter = true }
      if scalarClass == .digit { hasDigit = true }
      index += length
    }
    if hasLetter { return .word }
    if hasDigit { return .number }
    return first == .symbol ? .symbol : .punctuation
  }
}
