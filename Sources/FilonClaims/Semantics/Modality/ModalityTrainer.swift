public import FilonCore

/// Trains the modality model from texts whose claims are annotated.
///
/// The extractor's own claims are the examples where they match an annotated one, so that training
/// sees what the model will see. Deterministic to the byte.
public struct ModalityTrainer: Sendable {
  /// Passes over the examples.
  public var epochs = 12

  private let extractor: ClaimExtractor
  private var examples: [(features: FeatureSequence, label: UInt8)] = []

  /// A trainer without examples.
  ///
  /// - Parameter extractor: Finds the claims.
  public init(extractor: ClaimExtractor) { self.extractor = extractor }

  /// Adds a text.
  ///
  /// - Parameters:
  ///   - input: The text with its layers.
  ///   - annotated: Contents with the modality of each.
  public mutating func add(
    _ input: ClaimInput, annotated: [(content: [TextRange], modality: Claim.Modality)]
  ) {
    let text = ClaimText(input)
    let gold = annotated.map { other in
      (other.content.map { text.words(in: $0) }, other.modality)
    }
    var found: [(features: FeatureSequence, label: UInt8)] = []
    _ = extractor.claims(in: input) { claim, features in
      let words = claim.spans.map { text.words(in: $0) }
      let match = gold.first { AttributionRules.similarity(words, $0.0) >= 0.6 }
      guard let match, let label = Claim.Modality.allCases.firstIndex(of: match.1) else { return }
      found.append((features, UInt8(label)))
    }
    examples += found
  }

  /// Trains the model and returns the model file.
  public func train() -> [UInt8] {
    let classes = Claim.Modality.allCases.count
    var trainer = ChainTrainer(log: 12, classes: classes, stride: 8, tables: 1)
    trainer.rate = 0.1
    trainer.decay = 5e-5
    trainer.train(count: examples.count, epochs: epochs) { number in
      (examples[number].features, [examples[number].label], 1)
    }
    return ModalityModel.magic + [UInt8](repeating: 0, count: 64 - ModalityModel.magic.count)
      + trainer.bytes()
  }
}
