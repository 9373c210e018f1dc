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
    var scalars: UInt32 = 0
    var ascii = true
    table.reserveCapacity(utf8.count >> Self.blockShift + 2)
    for index in utf8.indices {
      if index & 63 == 0 { table.append(scalars) }
      let byte = utf8[index]
      scalars &+= byte & 0xC0 == 0x80 ? 0 : 1
      if byte >= 0x80 { ascii = false }
    }
    text = ascii ? [] : utf8
    scalarsBeforeBlock = ascii ? [] : table
    scalarCount = Int(scalars)
    byteCount = utf8.count
  }

  /// Number of bytes of the text.
  public let byteCount: Int

  /// The scalar offset of the scalar that starts at byte `offset`; offsets past the end clamp.
  public func scalar(ofByte offset: Int) -> Int {
    guard !scalarsBeforeBlock.isEmpty else { return min(offset, byteCount) }
    let offset = min(offset, byteCount)
    let block = min(offset >> Self.blockShift, scalarsBeforeBlock.count - 1)
    var scalars = Int(scalarsBeforeBlock[block])
    for index in (block << Self.blockShift)..<offset where text[index] & 0xC0 != 0x80 {
      scalars += 1
    }
    return scalars
  }

  /// The byte offset of scalar number `offset`, or nil when the text has fewer scalars.
  public func byte(ofScalar offset: Int) -> Int? {
    guard offset >= 0, offset <= scalarCount else { return nil }
    guard !scalarsBeforeBlock.isEmpty else { return offset }
    if offset == scalarCount { return byteCount }
    var low = 0
    var high = scalarsBeforeBlock.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(scalarsBeforeBlock[middle]) <= offset { low = middle } else { high = middle - 1 }
    }
    var scalars = Int(scalarsBeforeBlock[low])
    var index = low << Self.blockShift
    while index < byteCount {
      if text[index] & 0xC0 != 0x80 {
        if scalars == offset { return index }
        scalars += 1
      }
      index += 1
    }
    return byteCount
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
