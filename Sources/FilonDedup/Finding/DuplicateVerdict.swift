public import FilonCore

/// What was found about one document of a cluster.
public struct DuplicateVerdict: Sendable, Hashable {
  /// The cluster's identifier: a hash of the identifier of its representative.
  public var cluster: String
  /// Whether the document represents its cluster.
  public var isRepresentative: Bool
  /// How a copy relates to the representative.
  public var kind: FilonCore.Duplication.Kind?
  /// The index of the representative, for a copy.
  public var of: Int?
  /// Similarity to the representative, 0 to 1: of shingles for exact and near, the share of the
  /// shorter text for contained, of weighted anchors for translations.
  public var similarity: Double

  /// Makes a verdict.
  public init(
    cluster: String, isRepresentative: Bool, kind: FilonCore.Duplication.Kind? = nil,
    of: Int? = nil, similarity: Double = 1
  ) {
    self.cluster = cluster
    self.isRepresentative = isRepresentative
    self.kind = kind
    self.of = of
    self.similarity = similarity
  }
}
