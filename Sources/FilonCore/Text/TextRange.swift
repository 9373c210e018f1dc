/// A half-open range of UTF-8 bytes of a document's text.
///
/// Byte offsets are what the program uses in memory; JSON carries ``ScalarRange``. The two are
/// different types so that neither can be mistaken for the other. Ranges sort by start ascending,
/// then by end descending: containers come before what they contain.
public struct TextRange: Hashable, Sendable, Comparable {
  /// Offset of the first byte.
  public var start: UInt32
  /// Offset past the last byte.
  public var end: UInt32

  /// Makes a range from 32-bit byte offsets.
  @inlinable public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// Makes a range from byte offsets, which must lie between 0 and `UInt32.max`.
  @inlinable public init(_ start: Int, _ end: Int) {
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  /// The offsets as a range of `Int`, for subscripts.
  @inlinable public var bytes: Range<Int> { Int(start)..<Int(end) }
  /// Length in bytes.
  @inlinable public var count: Int { Int(end) - Int(start) }
  /// Whether the range covers no byte.
  @inlinable public var isEmpty: Bool { start >= end }

  /// Whether `other` lies wholly inside this range.
  @inlinable public func contains(_ other: TextRange) -> Bool {
    start <= other.start && other.end <= end
  }

  /// Whether the byte at `offset` lies inside this range.
  @inlinable public func contains(_ offset: UInt32) -> Bool { start <= offset && offset < end }

  /// Whether the two ranges share at least one byte.
  @inlinable public func overlaps(_ other: TextRange) -> Bool {
    start < other.end && other.start < end
  }

  /// The smallest range that covers both.
  @inlinable public func union(_ other: TextRange) -> TextRange {
    TextRange(start: min(start, other.start), end: max(end, other.end))
  }

  /// Order: start ascending, then end descending.
  @inlinable public static func < (lhs: TextRange, rhs: TextRange) -> Bool {
    lhs.start != rhs.start ? lhs.start < rhs.start : lhs.end > rhs.end
  }
}
