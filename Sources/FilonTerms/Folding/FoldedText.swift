public import FilonCore

/// A text's folding key, with the way back to the text.
public struct FoldedText: Sendable {
  /// The key, in UTF-8.
  public let bytes: [UInt8]
  /// For each byte of the key, and for its end, the offset in the text of the scalar it came from.
  private let origins: [UInt32]

  /// Folds a text.
  public init(_ text: String) {
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    var origins: [UInt32] = []
    bytes.reserveCapacity(source.count)
    origins.reserveCapacity(source.count + 1)
    var index = 0
    while index < source.count {
      let length = Folding.fold(source, index, &bytes)
      while origins.count < bytes.count { origins.append(UInt32(index)) }
      index += length
    }
    origins.append(UInt32(source.count))
    self.bytes = bytes
    self.origins = origins
  }

  /// The key.
  public var key: String { String(decoding: bytes, as: UTF8.self) }

  /// The bytes of the text that a range of the key came from; it ends where the next scalar with a
  /// key starts. Ranges outside the key are clamped.
  public func range(ofKey range: Range<Int>) -> TextRange {
    let start = min(max(range.lowerBound, 0), bytes.count)
    var end = min(max(range.upperBound, start), bytes.count)
    // A range that ends inside the key of one scalar ("o|e") covers the scalar.
    while end > start, end < bytes.count, origins[end] == origins[end - 1] { end += 1 }
    return TextRange(start: origins[start], end: origins[end])
  }
}
