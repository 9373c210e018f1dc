/// Converts between UTF-8 byte offsets and Unicode scalar offsets of one text.
///
/// The table holds one count per block of 64 bytes, so a random conversion looks at no more than
/// 64 bytes. A text of ASCII alone needs no table.
public struct ScalarOffsets: Sendable {
  private static let blockShift = 6
  private let text: [UInt8]
  /// Number of scalars before each block; empty when every byte is a scalar.
  private let scalarsBeforeBlock: [UInt32]
  /// Number of scalars of the whole text.
  public let scalarCount: Int

  /// Builds the table for `text`, in one pass.
  public init(_ text: String) { self.init(utf8: Array(text.utf8)) }

  /// Builds the table for text that is known to be valid UTF-8.
  public init(utf8: [UInt8]) {
    var table: [UInt32] = []
    var scalars = 0
    table.reserveCapacity(utf8.count >> Self.blockShift + 2)
    utf8.withUnsafeBytes { raw in
      var start = 0
      while start < raw.count {
        table.append(UInt32(truncatingIfNeeded: scalars))
        let end = min(start + 1 << Self.blockShift, raw.count)
        scalars += Self.scalars(raw, start..<end)
        start = end
      }
    }
    let isASCII = scalars == utf8.count
    text = isASCII ? [] : utf8
    scalarsBeforeBlock = isASCII ? [] : table
    scalarCount = scalars
    byteCount = utf8.count
  }

  /// Number of bytes in a range that do not continue a scalar, eight at a time.
  private static func scalars(_ raw: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
    var continuations = 0
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      continuations += (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      index += 8
    }
    while index < range.upperBound {
      if raw[index] & 0xC0 == 0x80 { continuations += 1 }
      index += 1
    }
    return range.count - continuations
  }

  /// Number of bytes of the text.
  public let byteCount: Int

  /// The scalar offset of the scalar that starts at byte `offset`; offsets past the end clamp.
  public func scalar(ofByte offset: Int) -> Int {
    guard !scalarsBeforeBlock.isEmpty else { return min(offset, byteCount) }
    let offset = min(offset, byteCount)
    let block = min(offset >> Self.blockShift, scalarsBeforeBlock.count - 1)
    return Int(scalarsBeforeBlock[block])
      + text.withUnsafeBytes { Self.scalars($0, (block << Self.blockShift)..<offset) }
  }

  /// The byte offset of scalar number `offset`, or nil when the text has fewer scalars.
  public func byte(ofScalar offset: Int) -> Int? {
    guard offset >= 0, offset <= scalarCount else { return nil }
    guard !scalarsBeforeBlock.isEmpty else { return offset }
    if offset == scalarCount { return byteCount }
    let block = block(ofScalar: offset)
    return text.withUnsafeBytes { raw in
      var missing = offset - Int(scalarsBeforeBlock[block])
      var index = block << Self.blockShift
      while missing >= 8, index + 8 <= raw.count {
        missing -= Self.scalars(raw, index..<(index + 8))
        index += 8
      }
      // `missing` scalars further on; then to where the next one starts.
      while index < raw.count {
        if raw[index] & 0xC0 != 0x80 {
          if missing == 0 { return index }
          missing -= 1
        }
        index += 1
      }
      return byteCount
    }
  }

  /// The last block that starts at or before a scalar.
  private func block(ofScalar offset: Int) -> Int {
    var low = 0
    var high = scalarsBeforeBlock.count - 1
    // Scalars are mostly spread evenly, so that a guess lands near.
    let guess = min(offset * (high + 1) / scalarCount, high)
    let (near, far) = (max(guess - 2, 0), min(guess + 2, high))
    if Int(scalarsBeforeBlock[near]) <= offset { low = near }
    if Int(scalarsBeforeBlock[far]) > offset { high = far - 1 }
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(scalarsBeforeBlock[middle]) <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The scalar range of a byte range.
  public func scalars(of range: TextRange) -> ScalarRange {
    ScalarRange(start: scalar(ofByte: Int(range.start)), end: scalar(ofByte: Int(range.end)))
  }

  /// The byte range of a scalar range, or nil when it does not lie inside the text.
  public func bytes(of range: ScalarRange) -> TextRange? {
    guard range.start <= range.end, let start = byte(ofScalar: range.start),
      let end = byte(ofScalar: range.end)
    else { return nil }
    return TextRange(start, end)
  }
}
