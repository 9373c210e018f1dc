public import FilonCore

/// Extracts claims from a text: who says what, and what the article states itself.
///
/// Rules by the pattern inventory and a trained tagger find sources, cues and contents; semantics
/// (modality, polarity, certainty) follow from cue and content. Pure: the same input gives the same
/// claims.
public struct ClaimExtractor: Sendable {
  /// What is reported.
  public var options: ClaimOptions
  /// A model of the user's; nil for the embedded ones.
  private let model: AttributionModel?

  /// Makes an extractor with the embedded models.
  public init(options: ClaimOptions = .init()) {
    self.options = options
    model = nil
  }

  /// Makes an extractor with a model that ``AttributionTrainer`` made; nil when the bytes are none.
  public init?(options: ClaimOptions = .init(), model bytes: [UInt8]) {
    guard let model = AttributionModel(EmbeddedBytes(copying: bytes)) else { return nil }
    self.options = options
    self.model = model
  }

  /// The claims of a document, sorted by their ranges (UTF-8 bytes of the text).
  public func claims(in document: ClaimInput) -> [Claim] { claims(in: document, observe: nil) }

  /// The claims; `observe` sees each with the features of its modality.
  func claims(
    in document: ClaimInput, observe: ((Claim, FeatureSequence) -> Void)?
  ) -> [Claim] {
    guard !document.tokens.isEmpty else { return [] }
    let text = ClaimText(document)
    var attributions = AttributionRules.attributions(in: text)
    if let model = model ?? (text.isParsed ? AttributionModel.parsed : AttributionModel.standard) {
      let tagged = AttributionTagger(model: model).attributions(in: text, rules: attributions)
      attributions = AttributionMerger(text: text, cueProbability: tagged.cueProbability)
        .merge(rules: attributions, tagged: tagged.found)
    }
    let builder = ClaimBuilder(text: text, input: document, observe: observe)
    var found = builder.claims(from: attributions)
    if options.statements, options.kinds.contains(.statement) {
      found += builder.statements(besides: found)
    }
    SourceChains.add(to: &found)
    var claims = found.filter {
      options.kinds.contains($0.kind) && $0.confidence >= options.minimumConfidence
    }
    if options.propositions {
      let writer = PropositionWriter(text: text)
      for index in claims.indices {
        claims[index].proposition = writer.proposition(of: claims[index])
      }
    }
    return claims.sorted { ($0.range, $0.id) < ($1.range, $1.id) }
  }
}
