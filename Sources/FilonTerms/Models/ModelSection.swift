import FilonCore

/// A section of a model in constant memory, with unaligned little-endian loads.
struct ModelSection: @unchecked Sendable {
  // Unchecked: points into an EmbeddedBytes, which is never written and never freed.
  let base: UnsafeRawBufferPointer

  init(_ base: UnsafeRawBufferPointer) { self.base = base }

  init(_ bytes: EmbeddedBytes) { base = bytes.withUnsafeBytes { $0 } }

  /// Number of bytes.
  var count: Int { base.count }

  /// Loads an integer; offsets past the end give 0, so that a damaged model cannot crash a reader.
  @inline(__always)
  func load<I: FixedWidthInteger & BitwiseCopyable>(_ type: I.Type, at offset: Int) -> I {
    guard offset >= 0, offset &+ MemoryLayout<I>.size <= base.count else { return 0 }
    return I(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: I.self))
  }
}
