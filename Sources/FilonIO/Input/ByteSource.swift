/// A stream of bytes read from front to back.
public protocol ByteSource {
  /// Appends at most `count` bytes to `buffer` and returns how many; 0 means the end.
  mutating func read(into buffer: inout [UInt8], upTo count: Int) throws(IOFailure) -> Int

  /// Goes on reading at byte `offset`; throws where the input has no positions.
  ///
  /// Sources without positions need not implement it.
  mutating func seek(to offset: Int) throws(IOFailure)
}

extension ByteSource {
  /// Reads to the end, or until there are more than `limit` bytes.
  ///
  /// A result longer than `limit` says that the input is longer; the rest is not read.
  public mutating func readAll(limit: Int = .max) throws(IOFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= limit, try read(into: &bytes, upTo: 1 << 18) > 0 {}
    return bytes
  }

  /// Goes on reading at byte `offset`; throws where the input has no positions.
  public mutating func seek(to offset: Int) throws(IOFailure) {
    throw IOFailure(code: .io, offset: offset, message: "cannot seek in this input")
  }
}
