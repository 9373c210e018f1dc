/// A line of the input, without its line end.
public struct Line: Hashable, Sendable {
  /// The bytes, without LF or CRLF.
  public var bytes: [UInt8]
  /// Number of the line, from 1.
  public var number: Int
  /// Offset of its first byte in the decompressed input.
  public var offset: Int

  /// Makes a line.
  public init(bytes: [UInt8], number: Int, offset: Int) {
    self.bytes = bytes
    self.number = number
    self.offset = offset
  }
}

/// What a ``LineReader`` met.
public enum LineEvent: Hashable, Sendable {
  case line(Line)
  /// A line longer than the limit, which was skipped; `length` is in bytes without the line end.
  case tooLong(number: Int, offset: Int, length: Int)
}
