public import FilonCore

/// What the extractor reports.
public struct ClaimOptions: Sendable {
  /// The kinds to report.
  public var kinds: Set<Claim.Kind>
  /// The least confidence, 0 to 1.
  public var minimumConfidence: Double
  /// Whether to report statements of the article's own voice.
  public var statements: Bool

  /// Whether to write each claim as a sentence that stands alone.
  public var propositions: Bool

  /// Makes options.
  public init(
    kinds: Set<Claim.Kind> = Set(Claim.Kind.allCases), minimumConfidence: Double = 0,
    statements: Bool = true, propositions: Bool = false
  ) {
    self.propositions = propositions
    self.kinds = kinds
    self.minimumConfidence = minimumConfidence
    self.statements = statements
  }
}
