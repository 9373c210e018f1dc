/// Bytes already in memory, as a source.
public struct ArraySource: ByteSource {
  private let bytes: [UInt8]
  private let step: Int
  private var position = 0

  /// Serves `bytes`, at most `step` at a time.
  public init(_ bytes: [UInt8], step: Int = .max) {
    self.bytes = bytes
    self.step = max(1, step)
  }

  /// Appends the next bytes to `buffer`.
  public mutating func read(
    into buffer: inout [UInt8], upTo count: Int
  ) throws(IOFailure) -> Int {
    let taken = min(count, step, bytes.count - position)
    guard taken > 0 else { return 0 }
    buffer.append(contentsOf: bytes[position..<position + taken])
    position += taken
    return taken
  }

  /// Goes on at byte `offset`; throws behind the end.
  public mutating func seek(to offset: Int) throws(IOFailure) {
    guard offset >= 0, offset <= bytes.count else {
      throw IOFailure(code: .io, offset: offset, message: "there are \(bytes.count) bytes")
    }
    position = offset
  }
}
