/// What counts as a duplicate.
public struct DuplicateOptions: Sendable {
  /// Similarity of shingles (Jaccard, 0 to 1) from which two documents are near-duplicates. Every
  /// candidate is verified against it.
  public var threshold: Double = 0.3
  /// Whether a text that lies inside a longer one is a duplicate of it.
  public var findsContained: Bool = true
  /// Whether a text and its translation are duplicates, and two translations of one text.
  public var findsTranslations: Bool = true

  /// Makes the standard options.
  public init() {}
}
