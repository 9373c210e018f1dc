import CZstandard

/// Streaming decoder of zstd frames (RFC 8878) by libzstd.
@safe final class ZstandardDecoder: MemberDecoder {
  private let stream: OpaquePointer?

  /// Largest window accepted, as a power of two; bounds the memory of a hostile frame.
  private static let windowLog: Int32 = 27

  init() {
    unsafe stream = ZSTD_createDStream()
    if let stream = unsafe stream {
      _ = unsafe ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, Self.windowLog)
    }
  }

  deinit {
    _ = unsafe ZSTD_freeDStream(stream)
  }

  func reset() {
    guard let stream = unsafe stream else { return }
    _ = unsafe ZSTD_DCtx_reset(stream, ZSTD_reset_session_only)
  }

  /// Decodes the frames that follow with the dictionary `bytes`, which may be a frame themselves.
  func loadDictionary(_ bytes: [UInt8]) {
    guard let stream = unsafe stream else { return }
    var dictionary = bytes
    if Compression.isZstandardMagic(bytes[...]) {
      dictionary = []
      var position = 0
      while dictionary.count < Self.maximumDictionaryBytes,
        decode(bytes, from: &position, into: &dictionary, upTo: 1 << 18) == .outputFull
      {}
      reset()
    }
    unsafe dictionary.withUnsafeBytes { memory in
      _ = unsafe ZSTD_DCtx_loadDictionary(stream, memory.baseAddress, memory.count)
    }
  }

  private static let maximumDictionaryBytes = 16 << 20

  func decode(
    _ input: [UInt8], from position: inout Int, into output: inout [UInt8], upTo limit: Int
  ) -> MemberProgress {
    guard let stream = unsafe stream else { return .damaged("libzstd could not start") }
    guard limit > 0 else { return .outputFull }
    var code = 0
    var consumed = 0
    var written = 0
    let start = position
    output.reserveGrowing(limit)
    unsafe input.withUnsafeBytes { source in
      output.append(addingCapacity: limit) { target in
        unsafe target.withUnsafeMutableBufferPointer { memory, filled in
          guard let base = memory.baseAddress else { return }
          var from = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: start)
          var into = unsafe ZSTD_outBuffer(dst: base + filled, size: limit, pos: 0)
          repeat {
            code = unsafe ZSTD_decompressStream(stream, &into, &from)
          } while unsafe ZSTD_isError(code) == 0 && code != 0 && from.pos < from.size
            && into.pos < into.size
          consumed = unsafe from.pos - start
          written = unsafe into.pos
          filled += written
        }
      }
    }
    position += consumed
    if ZSTD_isError(code) != 0 {
      let name = unsafe ZSTD_getErrorName(code).map { unsafe String(cString: $0) }
      return .damaged("zstd data: " + (name ?? "error"))
    }
    if code == 0 { return .memberEnd }
    return written == limit ? .outputFull : .needsInput
  }
}
