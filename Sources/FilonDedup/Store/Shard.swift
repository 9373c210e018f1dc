/// A part of the documents of a corpus: those whose identifiers hash to it.
///
/// Parts may be counted from 1 or from 0: `0/3` is the same part as `3/3`, so that either way of
/// counting covers every document once.
public struct Shard: Sendable, Hashable {
  /// Number of the part, below ``count``.
  public let number: Int
  /// How many parts there are.
  public let count: Int

  /// Reads `2/8`; nil for what is no part of a whole.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), number >= 0,
      count >= 1, number <= count, count <= 1 << 20
    else { return nil }
    self.number = number % count
    self.count = count
  }

  /// Whether the document of an identifier belongs to the part.
  public func contains(_ id: String) -> Bool {
    Int(StableHash.of(id) % UInt64(count)) == number
  }
}
