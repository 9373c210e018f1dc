/// A half-open range of Unicode scalars (code points) of a document's text, as JSON carries it.
public struct ScalarRange: Hashable, Sendable {
  /// Offset of the first scalar.
  public var start: Int
  /// Offset past the last scalar.
  public var end: Int

  /// Makes a range from scalar offsets.
  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}
