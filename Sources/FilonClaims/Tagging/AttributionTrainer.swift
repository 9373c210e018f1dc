import FilonCore

/// Trains the attribution models from annotated texts of both languages.
///
/// Deterministic to the byte: the same examples in the same order give the same model.
public struct AttributionTrainer: Sendable {
  /// Passes over the examples.
  public var epochs = 12
  /// How often an example of a language counts in one pass; the French sets are small.
  public var repetitions: [String: Int] = ["fr": 5, "en": 1]
  /// The size of each weight table as a power of two.
  public var slots = 20

  private var texts: [PreparedExample] = []

  /// A trainer without examples.
  public init() {}

  /// Adds an annotated text.
  public mutating func add(_ example: AttributionExample) {
    texts.append(PreparedExample(example))
  }

  /// Trains both models and returns the model file.
  public func train() -> [UInt8] {
    AttributionModel.write(cues: trainCues(), roles: trainRoles())
  }

  private func times(_ text: PreparedExample) -> Int {
    repetitions[text.text.language.column] ?? 1
  }

  private func trainCues() -> [UInt8] {
    var trainer = ChainTrainer(
      log: slots, classes: CueFeatures.classes, stride: 4, tables: CueFeatures.tables)
    var order: [(Int, Int)] = []
    for (index, text) in texts.enumerated() {
      for _ in 0..<times(text) {
        order += text.text.segments.indices.map { (index, $0) }
      }
    }
    let features = texts.map { CueFeatures(text: $0.text, rules: $0.labels) }
    trainer.train(count: order.count, epochs: epochs) { number in
      let (index, segment) = order[number]
      let example = texts[index]
      var sequence = FeatureSequence()
      let range = example.text.segments[segment]
      features[index].write(range, into: &sequence)
      return (sequence, Array(example.cueLabels[range]), 1)
    }
    return trainer.bytes()
  }

  private func trainRoles() -> [UInt8] {
    var trainer = ChainTrainer(
      log: slots, classes: RoleFeatures.classes, stride: 8, tables: RoleFeatures.tables)
    var order: [(Int, Int)] = []
    for (index, text) in texts.enumerated() {
      for _ in 0..<times(text) { order += text.cues.indices.map { (index, $0) } }
    }
    trainer.train(count: order.count, epochs: epochs) { number in
      let (index, cue) = order[number]
      let example = texts[index]
      var sequence = FeatureSequence()
      let window = example.cues[cue].window
      RoleFeatures(text: example.text, rules: example.labels, attributions: example.rules)
        .write(window, into: &sequence)
      return (sequence, example.cues[cue].labels, 1)
    }
    return trainer.bytes()
  }
}
