internal import FilonCore

/// A page brought to UTF-8, with the way back to the bytes received.
public struct DecodedPage: Sendable {
  /// The page in valid UTF-8.
  public let utf8: [UInt8]
  /// The encoding that the bytes were decoded from, by its WHATWG name.
  public let charset: String
  let origin: Origin

  /// How an offset of the UTF-8 form leads back to the page as received.
  enum Origin: Sendable {
    /// The page was UTF-8, after a byte order mark of so many bytes.
    case shifted(Int)
    /// One received byte a scalar.
    case singleByte(ScalarOffsets)
    /// Two bytes a UTF-16 unit, after a byte order mark of so many bytes.
    case utf16(UnitOffsets, mark: Int)
    /// The two run in step between entries.
    case mapped(OffsetMap)
  }

  init(utf8: [UInt8], charset: String, origin: Origin) {
    self.utf8 = utf8
    self.charset = charset
    self.origin = origin
  }

  /// The offset in the page as received of byte `offset` of ``utf8``.
  ///
  /// The cost is constant, but for multi-byte encodings, where it is logarithmic.
  public func originalOffset(ofUTF8 offset: Int) -> Int {
    switch origin {
    case .shifted(let mark): return offset + mark
    case .singleByte(let scalars): return scalars.scalar(ofByte: offset)
    case .mapped(let map): return map.input(of: offset)
    case .utf16(let units, let mark): return mark + 2 * units.unit(ofByte: offset, in: utf8)
    }
  }
}
