/// The duplicate verdict on a document.
public struct Duplication: Hashable, Sendable {
  /// The part that the document plays in its cluster.
  public enum Role: String, Sendable { case representative, copy }
  /// How a copy relates to its representative.
  public enum Kind: String, Sendable, CaseIterable { case exact, near, contained, translation }

  /// The cluster's identifier.
  public var cluster: String
  /// The document's part in it.
  public var role: Role
  /// How a copy relates to the document that it repeats.
  public var kind: Kind?
  /// The document that a copy repeats.
  public var of: String?
  /// Similarity to that document, 0 to 1.
  public var similarity: Double?

  /// Makes a verdict.
  public init(
    cluster: String, role: Role, kind: Kind? = nil, of: String? = nil, similarity: Double? = nil
  ) {
    self.cluster = cluster
    self.role = role
    self.kind = kind
    self.of = of
    self.similarity = similarity
  }
}
