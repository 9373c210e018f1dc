import CZstandard

/// Makes zstd frames (RFC 8878) in one call, with content size and check sum.
@safe final class ZstandardFrameEncoder {
  private let context: OpaquePointer?

  init(level: Int32 = 3) {
    unsafe context = ZSTD_createCCtx()
    if let context = unsafe context {
      _ = unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
      _ = unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    }
  }

  deinit {
    _ = unsafe ZSTD_freeCCtx(context)
  }

  /// Appends `bytes` as one frame to `output`; false if the library failed.
  func encode(_ bytes: ArraySlice<UInt8>, into output: inout [UInt8]) -> Bool {
    guard let context = unsafe context else { return false }
    var isWritten = false
    let room = ZSTD_compressBound(bytes.count)
    output.reserveGrowing(room)
    unsafe bytes.withUnsafeBytes { source in
      output.append(addingCapacity: room) { target in
        unsafe target.withUnsafeMutableBufferPointer { memory, filled in
          guard let base = memory.baseAddress else { return }
          let written = unsafe ZSTD_compress2(
            context, base + filled, room, source.baseAddress, source.count)
          guard ZSTD_isError(written) == 0 else { return }
          isWritten = true
          filled += written
        }
      }
    }
    return isWritten
  }
}
