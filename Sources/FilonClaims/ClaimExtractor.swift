public import FilonCore

/// Extracts claims from a text: who says what, and what the article states itself.
///
/// Rules by the pattern inventory and a trained tagger find sources, cues and contents; semantics
/// (modality, polarity, certainty) follow from cue and content. Pure: the same input gives the same
/// claims.
public struct ClaimExtractor: Sendable {
  /// What is reported.
  public var options: ClaimOptions

  /// Makes an extractor with the embedded models.
  public init(options: ClaimOptions = .init()) { self.options = options }

  /// The claims of a document, sorted by their ranges (UTF-8 bytes of the text).
  public func claims(in document: ClaimInput) -> [Claim] {
    guard !document.tokens.isEmpty else { return [] }
    let text = ClaimText(document)
    let attributions = AttributionRules.attributions(in: text)
    let builder = ClaimBuilder(text: text, input: document)
    let claims = builder.claims(from: attributions).filter {
      options.kinds.contains($0.kind) && $0.confidence >= options.minimumConfidence
    }
    return claims.sorted { ($0.range, $0.id) < ($1.range, $1.id) }
  }
}
