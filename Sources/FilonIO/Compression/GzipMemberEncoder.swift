import CDeflate

/// Makes gzip members (RFC 1952) in one call by libdeflate; no name, no time: the same bytes always.
@safe final class GzipMemberEncoder {
  private let compressor: OpaquePointer?

  init(level: Int32 = 6) {
    unsafe compressor = libdeflate_alloc_compressor(level)
  }

  deinit {
    if let compressor = unsafe compressor { unsafe libdeflate_free_compressor(compressor) }
  }

  /// Appends `bytes` as one member to `output`; false if the library failed.
  func encode(_ bytes: ArraySlice<UInt8>, into output: inout [UInt8]) -> Bool {
    guard let compressor = unsafe compressor else { return false }
    var written = 0
    let room = unsafe libdeflate_gzip_compress_bound(compressor, bytes.count)
    output.reserveGrowing(room)
    unsafe bytes.withUnsafeBytes { source in
      output.append(addingCapacity: room) { target in
        unsafe target.withUnsafeMutableBufferPointer { memory, filled in
          guard let base = memory.baseAddress else { return }
          written = unsafe libdeflate_gzip_compress(
            compressor, source.baseAddress, source.count, base + filled, room)
          filled += written
        }
      }
    }
    return written > 0
  }
}
