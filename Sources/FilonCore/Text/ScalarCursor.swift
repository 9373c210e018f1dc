/// Converts byte offsets to scalar offsets in one pass forward over a text.
///
/// For a sorted layer this costs less than a look-up in ``ScalarOffsets`` for each offset. Going back
/// a little, as nested annotations do, is cheap too.
struct ScalarCursor {
  private let text: [UInt8]
  private let isASCII: Bool
  private var byte = 0
  private var scalar = 0

  /// A cursor at the start of text that is valid UTF-8.
  init(_ offsets: ScalarOffsets, utf8: [UInt8]) {
    text = utf8
    isASCII = offsets.scalarCount == offsets.byteCount
  }

  /// The scalar offset of byte `offset`, clamped to the text.
  mutating func scalar(ofByte offset: Int) -> Int {
    let offset = min(offset, text.count)
    if isASCII { return offset }
    while byte < offset {
      if text[byte] & 0xC0 != 0x80 { scalar += 1 }
      byte += 1
    }
    while byte > offset {
      byte -= 1
      if text[byte] & 0xC0 != 0x80 { scalar -= 1 }
    }
    return scalar
  }

  /// The byte offset of scalar `offset`, which lies in the text.
  mutating func byte(ofScalar offset: Int) -> Int {
    if isASCII { return offset }
    while scalar < offset, byte < text.count {
      byte += 1
      while byte < text.count, text[byte] & 0xC0 == 0x80 { byte += 1 }
      scalar += 1
    }
    while scalar > offset, byte > 0 {
      byte -= 1
      if text[byte] & 0xC0 != 0x80 { scalar -= 1 }
    }
    return byte
  }
}
