public import FilonCore

/// Learns the recogniser's model from annotated documents.
///
/// The same documents give the same bytes, on every machine.
public struct EntityTrainer {
  /// Cuts a text into sentences and tokens.
  public typealias Analyzer = (_ text: String, _ language: String) -> (
    sentences: [Sentence], tokens: [Token]
  )

  private let analyze: Analyzer
  private var resources: FeatureExtractor.Resources
  private let settings: Settings

  /// How to learn.
  public struct Settings: Sendable {
    /// Passes over the examples.
    public var epochs = 8
    /// Size of the first steps.
    public var rate: Float = 0.1
    /// Strength of the pull of weights towards zero.
    public var decay: Float = 0.000_002
    /// Share of features left out at random.
    public var omission = 0.3
    /// Share of words whose identity is left out at random, so that the model learns from context.
    public var wordOmission = 0.1
    /// Features seen less often are left out.
    public var minimumCount: UInt32 = 1
    /// Most lines of 64 bytes in the model, four features each.
    public var lines = 80_000
    /// Start of the random numbers.
    public var seed: UInt64 = 20

    /// The settings of the built-in model.
    public init() {}
  }

  /// A trainer that cuts texts with `analyze` and looks names up in `names` and `clusters`, as
  /// compiled by ``NameListCompiler`` and ``ClusterTrainer``; empty arrays for those built in.
  public init(
    names: [UInt8] = [], clusters: [UInt8] = [], settings: Settings = Settings(),
    analyze: @escaping Analyzer
  ) {
    self.analyze = analyze
    resources = .standard
    if !names.isEmpty { resources.names = NameGazetteer(EmbeddedBytes(copying: names)) }
    if !clusters.isEmpty { resources.clusters = WordClusters(EmbeddedBytes(copying: clusters)) }
    self.settings = settings
  }

  /// Learns everything that the library embeds from the files of a data folder: the list of names,
  /// the word clusters and the model, by the names of their files.
  public static func train(
    _ data: EntityTrainingData, settings: Settings = Settings(), analyze: @escaping Analyzer
  ) -> [(file: String, bytes: [UInt8])] {
    var clustering = ClusterTrainer()
    var counter = CommonWordCounter()
    for (language, text) in data.texts {
      let (sentences, tokens) = analyze(text, language)
      let words = WordSequence(text: text, sentences: sentences, tokens: tokens)
      clustering.add(words)
      counter.add(words)
    }
    let clusters = clustering.train()
    var lists = data.names
    for word in counter.common { lists.add(word, .commonWord) }
    let names = lists.compile()
    let trainer = EntityTrainer(
      names: names, clusters: clusters, settings: settings, analyze: analyze)
    return [
      ("names.bin", names), ("clusters.bin", clusters),
      ("model.bin", trainer.train(data.documents)),
    ]
  }

  /// Learns from `documents` and returns the model's bytes.
  public func train(_ documents: [AnnotatedDocument]) -> [UInt8] {
    let set = makeSet(documents)
    var field = ConditionalRandomField(features: set.hashes.count)
    field.train(set, settings: settings) { _ in true }
    return ModelWriter(lines: settings.lines).write(field, hashes: set.hashes)
  }

  private func makeSet(_ documents: [AnnotatedDocument]) -> TrainingSet {
    var set = TrainingSet()
    var numbering = FeatureNumbering()
    var raw: [UInt64] = []
    var lexical: [Bool] = []
    var buffer = [UInt64](repeating: 0, count: FeatureExtractor.capacity)
    for (number, document) in documents.enumerated() {
      let (sentences, tokens) = analyze(document.text, document.language)
      let words = WordSequence(text: document.text, sentences: sentences, tokens: tokens)
      let allowed = Self.allowedTags(words, document)
      let extractor = FeatureExtractor(
        words: words, language: document.language, resources: resources)
      for segment in ActiveSegments.find(words) {
        for word in segment {
          let (count, lexicalCount) = extractor.extract(word, to: &buffer)
          for index in 0..<count {
            numbering.count(buffer[index])
            raw.append(buffer[index])
            lexical.append(index < lexicalCount)
          }
          set.featureEnds.append(raw.count)
          set.allowed.append(allowed[word])
        }
        set.segmentEnds.append(set.allowed.count)
        set.weights.append(document.weight)
        set.documents.append(Int32(number))
      }
    }
    set.hashes = numbering.number(minimum: settings.minimumCount)
    var ends: [Int] = []
    ends.reserveCapacity(set.featureEnds.count)
    var start = 0
    for end in set.featureEnds {
      for index in start..<end {
        if let feature = numbering.number(of: raw[index]) {
          set.features.append(lexical[index] ? feature | TrainingSet.lexical : feature)
        }
      }
      ends.append(set.features.count)
      start = end
    }
    set.featureEnds = ends
    return set
  }

  /// The tags that each word may have.
  private static func allowedTags(_ words: WordSequence, _ document: AnnotatedDocument) -> [UInt16]
  {
    var free: UInt16 = 1 << UInt16(EntityTag.outside)
    for (number, kind) in EntityTag.kinds.enumerated() where !document.marked.contains(kind) {
      free |= 1 << UInt16(EntityTag.begin(number)) | 1 << UInt16(EntityTag.inside(number))
    }
    var allowed = [UInt16](repeating: 1 << UInt16(EntityTag.outside), count: words.count)
    // Only words with a capital or a digit can be unmarked names.
    for index in 0..<words.count where words.isCapitalized(index) { allowed[index] = free }
    var word = 0
    for name in document.names {
      while word < words.count, words.ranges[word].end <= name.range.start { word += 1 }
      var begin = true
      while word < words.count, words.ranges[word].start < name.range.end {
        var tags: UInt16 = 0
        for kind in name.kinds {
          guard let number = EntityTag.kinds.firstIndex(of: kind) else { continue }
          tags |= 1 << UInt16(begin ? EntityTag.begin(number) : EntityTag.inside(number))
        }
        allowed[word] = tags
        begin = false
        word += 1
      }
    }
    return allowed
  }
}
