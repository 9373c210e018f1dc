import FilonCore

/// Trains the dependency parser of one language from treebanks.
///
/// The parts of speech of the training data come from taggers that were trained without the sentence
/// at hand (jackknifing), so that the parser learns to live with their errors. The same data give the
/// same bytes.
public struct ParserTrainer {
  /// Rounds over the data.
  public var epochs = 10
  /// Parts that the treebanks are cut into for tagging.
  public var folds = 4
  /// Width of the word vectors, of each direction of a layer, of the vectors of arcs and relations.
  public var sizes: (vector: Int, hidden: Int, arc: Int, relation: Int) = (128, 96, 96, 96)
  /// Layers of the network.
  public var layers = 3
  /// The step width at the start; it falls to zero.
  public var rate: Float = 0.003

  /// Words of a step of the optimiser, at least.
  public var batch = 120
  /// The share of the network's numbers that a step leaves out.
  public var dropout: Float = 0.25

  let tagger: TaggerTrainer
  private var sentences: [Treebank.Sentence] = []

  /// A trainer that tags with what `tagger` has learnt from; its treebanks are to be added here too,
  /// in the same order.
  public init(tagger: TaggerTrainer) { self.tagger = tagger }

  /// Adds a treebank.
  public mutating func add(_ treebank: Treebank) {
    sentences += treebank.sentences.filter { !TrainingSentence($0).units.isEmpty }
  }

  /// Trains and returns the bytes of the model file.
  public func train() -> [UInt8] { train(prepared()) }

  /// A sentence with its tree; heads equal the number of words for the root.
  struct Example {
    var words: [ParserWord]
    var heads: [Int]
    var relations: [UInt8]
  }

  func train(_ examples: [Example], report: (Int, Double) -> Void = { _, _ in }) -> [UInt8] {
    var session = ParserTraining(
      batch: batch, dropout: dropout,
      ParserLayout(
        embedding: sizes.vector, hidden: sizes.hidden, layers: layers, arc: sizes.arc,
        label: sizes.relation), examples,
      WordCompany(forms: tagger.company.forms, vectors: tagger.company.vectors))
    for epoch in 0..<epochs {
      report(epoch, session.run(epoch: epoch, of: epochs, rate: rate))
    }
    return session.modelBytes()
  }

  /// The sentences with jackknifed tags.
  func prepared() -> [Example] {
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
    guard words.count == count, count <= DependencyParser.longest else { return nil }
    let heads = sentence.words.map { $0.head < 0 ? count : min($0.head, count - 1) }
    guard heads.indices.allSatisfy({ heads[$0] != $0 }) else { return nil }
    let relations = sentence.words.map {
      (DependencyRelation($0.relation) ?? .dep).rawValue
    }
    return Example(words: words, heads: heads, relations: relations)
  }
}
