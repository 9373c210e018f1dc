/// Bytes that live as long as the process: a model or a word list embedded in the program.
///
/// Loads are bounds-checked and little-endian. For hot loops take ``withUnsafeBytes(_:)`` once.
public struct EmbeddedBytes: @unchecked Sendable {
  // Unchecked: the memory is constant data of the executable, never written and never freed.
  @usableFromInline let base: UnsafeRawBufferPointer

  /// Wraps constant memory of the executable.
  public init(_ start: UnsafePointer<UInt8>, count: Int) {
    base = UnsafeRawBufferPointer(start: start, count: count)
  }

  /// Keeps a copy of `bytes` for the rest of the process's life (a model given by the user).
  public init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 64)
    copy.copyBytes(from: bytes)
    base = UnsafeRawBufferPointer(start: copy.baseAddress, count: bytes.count)
  }

  /// Number of bytes.
  @inlinable
  public var count: Int { base.count }

  /// The byte at `offset`.
  @inlinable
  public subscript(offset: Int) -> UInt8 { base[offset] }

  /// Loads a little-endian integer, which need not be aligned, from byte `offset`.
  @inlinable
  public func load<I: FixedWidthInteger & BitwiseCopyable>(_ type: I.Type, at offset: Int) -> I {
    precondition(offset >= 0 && offset + MemoryLayout<I>.size <= base.count, "load out of bounds")
    return I(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: I.self))
  }

  /// Calls `body` with the bytes, valid for the life of the process.
  @inlinable
  public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    try body(base)
  }

  /// The whole as text; a copy.
  public var text: String { String(decoding: base, as: UTF8.self) }
}
