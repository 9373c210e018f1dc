import FilonCore

/// Trains the dependency parser of one language from treebanks.
///
/// Transitions: an averaged perceptron with a dynamic oracle and exploration (Goldberg and Nivre
/// 2012). Relations: an averaged perceptron over gold trees. Parts of speech come from taggers
/// trained on the other folds, so that the parser learns to live with their errors. The same data
/// give the same bytes.
public struct ParserTrainer {
  /// Rounds over the data.
  public var epochs = 12
  /// Folds of the treebanks for tagging.
  public var folds = 5
  /// Buckets of eight feature rows for transitions; a power of two.
  public var transitionBuckets = 1 << 15
  /// Buckets of eight feature rows for relations; a power of two.
  public var relationBuckets = 1 << 12
  /// Rows that features are hashed to while transitions are learnt, as a power of two; relations
  /// get 2^20 at most.
  public var rowBits = 22

  private let tagger: TaggerTrainer
  private var sentences: [Treebank.Sentence] = []

  /// A trainer that tags with what `tagger` has learnt from; its treebanks are to be added here too,
  /// in the same order.
  public init(tagger: TaggerTrainer) { self.tagger = tagger }

  /// Adds a treebank.
  public mutating func add(_ treebank: Treebank) {
    sentences += treebank.sentences.filter { !TrainingSentence($0).units.isEmpty }
  }

  /// Trains and returns the bytes of the model file.
  public func train() -> [UInt8] {
    let examples = prepared()
    return ModelFile.build([
      (ParserModel.Section.transitions, trainTransitions(examples)),
      (ParserModel.Section.relations, trainRelations(examples)),
    ])
  }

  private struct Example {
    var words: [ParserWord]
    var heads: [Int]
    var relations: [UInt8]
  }

  /// The sentences with jackknifed tags.
  private func prepared() -> [Example] {
    var examples: [Example?] = Array(repeating: nil, count: sentences.count)
    for fold in 0..<folds {
      let bytes = tagger.train { $0 % folds != fold }
      guard let model = TaggerModel(EmbeddedBytes(copying: bytes)) else { continue }
      var sentenceTagger = SentenceTagger(model: model)
      for (number, sentence) in sentences.enumerated() where number % folds == fold {
        examples[number] = example(sentence, &sentenceTagger)
      }
    }
    return examples.compactMap { $0 }
  }

  private func example(
    _ sentence: Treebank.Sentence, _ tagger: inout SentenceTagger
  ) -> Example? {
    let words = tagger.words(sentence)
    let count = sentence.words.count
    guard words.count == count else { return nil }
    let heads = sentence.words.map { $0.head < 0 ? count : min($0.head, count - 1) }
    let relations = sentence.words.map {
      (DependencyRelation($0.relation) ?? .dep).rawValue
    }
    return Example(words: words + [.root], heads: heads, relations: relations)
  }

  private func trainTransitions(_ examples: [Example]) -> [UInt8] {
    let rowCount = 1 << rowBits
    var weights = PerceptronWeights<SIMD4<Float>>(rows: rowCount)
    var generator = SplitMix64(seed: 2)
    var order = Array(examples.indices)
    var state = ParserState()
    var rows: [Int32] = []
    let mask = UInt64(rowCount - 1)
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      for number in order {
        let example = examples[number]
        let oracle = ParserOracle(heads: example.heads)
        state.reset(example.heads.count)
        while !state.isFinal {
          if let forced = state.forced {
            state.apply(forced, example.words)
            continue
          }
          rows.removeAll(keepingCapacity: true)
          ParserFeatures.forEach(state, example.words) {
            rows.append(Int32(truncatingIfNeeded: $0 & mask))
          }
          let choice = Choice(state, oracle, weights.scores(rows))
          if choice.needsUpdate {
            weights.update(rows, gold: choice.gold.rawValue, wrong: choice.predicted.rawValue)
          }
          weights.step()
          let explores = epoch > 0 && generator.next() % 10 != 0
          state.apply(explores ? choice.best : choice.gold, example.words)
        }
      }
    }
    let ranked = weights.ranked(classes: 4, limit: transitionBuckets * HashedRows.ways) { _ in 1 }
    return HashedRows.build(ranked, rows: rowCount, buckets: transitionBuckets, classes: 4)
  }

  /// The best transition, the best one without cost, and the strongest rival of the latter.
  private struct Choice {
    var best: ParserState.Transition = .shift
    var gold: ParserState.Transition = .shift
    var predicted: ParserState.Transition = .shift
    var needsUpdate = false

    init(_ state: ParserState, _ oracle: ParserOracle, _ scores: SIMD4<Float>) {
      var lowest = Int.max
      var costs = [Int](repeating: Int.max, count: 4)
      for transition in ParserState.Transition.allCases where state.allows(transition) {
        costs[transition.rawValue] = oracle.cost(transition, state)
        lowest = min(lowest, costs[transition.rawValue])
      }
      var bestScore = -Float.infinity
      var goldScore = -Float.infinity
      var wrongScore = -Float.infinity
      for transition in ParserState.Transition.allCases where costs[transition.rawValue] < Int.max {
        let score = scores[transition.rawValue]
        if score > bestScore { (best, bestScore) = (transition, score) }
        if costs[transition.rawValue] == lowest {
          if score > goldScore { (gold, goldScore) = (transition, score) }
        } else if score > wrongScore {
          (predicted, wrongScore) = (transition, score)
        }
      }
      needsUpdate = wrongScore > -Float.infinity && goldScore < wrongScore + 2
    }
  }

  private func trainRelations(_ examples: [Example]) -> [UInt8] {
    let classes = DependencyRelation.allCases.count
    let rowCount = 1 << min(rowBits, 20)
    let mask = UInt64(rowCount - 1)
    var weights = PerceptronWeights<SIMD64<Float>>(rows: rowCount)
    var generator = SplitMix64(seed: 3)
    var order = Array(examples.indices)
    var rows: [Int32] = []
    for _ in 0..<min(epochs, 6) {
      order.shuffle(using: &generator)
      for number in order {
        let example = examples[number]
        let tree = RelationFeatures.Tree(words: example.words, heads: example.heads)
        for word in example.heads.indices where example.heads[word] < example.heads.count {
          rows.removeAll(keepingCapacity: true)
          RelationFeatures.forEach(tree, word, example.relations) {
            rows.append(Int32(truncatingIfNeeded: $0 & mask))
          }
          let scores = weights.scores(rows)
          let gold = Int(example.relations[word])
          var rival = gold == 0 ? 1 : 0
          for candidate in 0..<classes where candidate != gold && scores[candidate] > scores[rival]
          {
            rival = candidate
          }
          if scores[gold] < scores[rival] + 2 {
            weights.update(rows, gold: gold, wrong: rival)
          }
          weights.step()
        }
      }
    }
    let ranked = weights.ranked(
      classes: classes, limit: relationBuckets * HashedRows.ways
    ) { _ in 1 }
    return HashedRows.build(ranked, rows: rowCount, buckets: relationBuckets, classes: classes)
  }
}
