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

  /// Hash of the exact bytes of a range.
  @inline(__always)
  func exactHash(_ start: Int, _ end: Int) -> UInt64 { WordHash.of(bytes, start, end) }

  /// Hash of the lower-case bytes of a range.
  @inline(__always)
  func lowerHash(_ start: Int, _ end: Int) -> UInt64 { WordHash.of(lower, start, end) }
}
