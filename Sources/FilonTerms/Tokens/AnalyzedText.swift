/// The bytes of a text, and the same bytes in lower case at the same offsets.
struct AnalyzedText {
  /// The text in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// The text in lower case; letters whose case changes their length are kept as they are.
  private(set) var lower: [UInt8] = []

  /// Takes over another text, keeping the storage.
  mutating func reset(_ text: String) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: text.utf8)
    lower.removeAll(keepingCapacity: true)
    lower.append(contentsOf: bytes)
    LowerCase.fold(&lower)
  }

  /// Number of bytes.
  var count: Int { bytes.count }

  /// Whether U+2019 is among the bytes of a range.
  @inline(__always)
  func hasTypographicApostrophe(_ start: Int, _ end: Int) -> Bool {
    var index = start
    while index + 2 < end {
      if bytes[index] == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] == 0x99 { return true }
      index += 1
    }
    return false
  }

  /// A form with U+0027 for U+2019.
  static func withPlainApostrophes(_ form: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    for byte in form {
      plain.append(byte)
      if byte == 0x99, plain.count >= 3, plain[plain.count - 3] == 0xE2,
        plain[plain.count - 2] == 0x80
      {
        plain.removeLast(3)
        plain.append(0x27)
      }
    }
    return plain
  }

  /// Hash of the exact bytes of a range.
  @inline(__always)
  func exactHash(_ start: Int, _ end: Int) -> UInt64 { WordHash.of(bytes, start, end) }

  /// Hash of the lower-case bytes of a range.
  @inline(__always)
  func lowerHash(_ start: Int, _ end: Int) -> UInt64 { WordHash.of(lower, start, end) }
}
