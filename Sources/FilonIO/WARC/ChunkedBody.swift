/// Undoes the chunked transfer coding (RFC 9112, section 7.1).
enum ChunkedBody {
  /// How undoing went.
  enum Outcome: Equatable {
    case decoded([UInt8])
    /// The first line is no chunk size: the crawler kept the header but stored the plain body.
    case notChunked
    /// Damaged or cut behind `prefix`, the content up to there.
    case damaged(prefix: [UInt8])
  }

  /// Decodes the bytes in `range`; extensions and trailers are passed over.
  static func decode(_ bytes: [UInt8], in range: Range<Int>) -> Outcome {
    var content: [UInt8] = []
    content.reserveCapacity(range.count)
    var position = range.lowerBound
    var isFirst = true
    while true {
      guard let (size, dataStart) = sizeLine(bytes, position..<range.upperBound) else {
        return isFirst ? .notChunked : .damaged(prefix: content)
      }
      isFirst = false
      if size == 0 { return .decoded(content) }
      let available = range.upperBound - dataStart
      guard size <= available else {
        content.append(contentsOf: bytes[dataStart..<range.upperBound])
        return .damaged(prefix: content)
      }
      content.append(contentsOf: bytes[dataStart..<dataStart + size])
      position = dataStart + size
      if position < range.upperBound, bytes[position] == 0x0D { position += 1 }
      guard position < range.upperBound, bytes[position] == 0x0A else {
        return .damaged(prefix: content)
      }
      position += 1
    }
  }

  /// The size in a chunk's first line and where its data start.
  private static func sizeLine(_ bytes: [UInt8], _ range: Range<Int>) -> (Int, Int)? {
    var position = range.lowerBound
    var size = 0
    var digits = 0
    while position < range.upperBound, let digit = hexDigit(bytes[position]) {
      guard size < 1 << 40 else { return nil }
      size = size << 4 | digit
      digits += 1
      position += 1
    }
    guard digits > 0 else { return nil }
    while position < range.upperBound, HeaderFields.isBlank(bytes[position]) { position += 1 }
    guard position < range.upperBound else { return nil }
    switch bytes[position] {
    case 0x0A, 0x0D, 0x3B: break
    default: return nil
    }
    guard let feed = bytes.firstIndex(of: 0x0A, in: position..<range.upperBound) else { return nil }
    return (size, feed + 1)
  }

  private static func hexDigit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte - 0x30)
    case 0x41...0x46: Int(byte - 0x41 + 10)
    case 0x61...0x66: Int(byte - 0x61 + 10)
    default: nil
    }
  }
}
