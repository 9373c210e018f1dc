/// A stream of bytes read from front to back.
public protocol ByteSource {
  /// Appends at most `count` bytes to `buffer` and returns how many; 0 means the end.
  mutating func read(into buffer: inout [UInt8], upTo count: Int) throws(IOFailure) -> Int
}

extension ByteSource {
  /// Reads to the end, at most `limit` bytes.
  ///
  /// Throws ``IOFailure/Code/unsupported`` if there is more than `limit`.
  public mutating func readAll(limit: Int = .max) throws(IOFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while try read(into: &bytes, upTo: 1 << 18) > 0 {
      if bytes.count > limit {
        throw IOFailure(code: .unsupported, message: "longer than the limit of \(limit) bytes")
      }
    }
    return bytes
  }
}
