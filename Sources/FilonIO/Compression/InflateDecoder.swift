import CZlib

/// Streaming decoder of gzip, zlib and raw deflate data (RFC 1950 to 1952) by zlib.
@safe final class InflateDecoder: MemberDecoder {
  /// The wrapper around the deflate data, as zlib's window bits say it.
  enum Wrapper: Int32 {
    case gzip = 31
    case zlib = 15
    case raw = -15
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private var isReady: Bool

  init(_ wrapper: Wrapper = .gzip) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let size = Int32(unsafe MemoryLayout<z_stream>.size)
    isReady = unsafe inflateInit2_(stream, wrapper.rawValue, ZLIB_VERSION, size) == Z_OK
  }

  deinit {
    if isReady { _ = unsafe inflateEnd(stream) }
    unsafe stream.deallocate()
  }

  func reset() {
    if isReady { _ = unsafe inflateReset(stream) }
  }

  func decode(
    _ input: [UInt8], from position: inout Int, into output: inout [UInt8], upTo limit: Int
  ) -> MemberProgress {
    guard isReady else { return .damaged("zlib could not start") }
    guard limit > 0 else { return .outputFull }
    let room = min(limit, 1 << 30)
    let available = min(input.count - position, 1 << 30)
    var code = Z_OK
    var consumed = 0
    var written = 0
    output.reserveGrowing(room)
    unsafe input.withUnsafeBufferPointer { source in
      output.append(addingCapacity: room) { target in
        unsafe target.withUnsafeMutableBufferPointer { memory, filled in
          guard let base = memory.baseAddress else { return }
          // zlib never writes through next_in.
          unsafe stream.pointee.next_in = UnsafeMutablePointer(
            mutating: source.baseAddress.map { unsafe $0 + position })
          unsafe stream.pointee.avail_in = UInt32(available)
          unsafe stream.pointee.next_out = base + filled
          unsafe stream.pointee.avail_out = UInt32(room)
          code = unsafe inflate(stream, Z_NO_FLUSH)
          consumed = available - Int(unsafe stream.pointee.avail_in)
          written = room - Int(unsafe stream.pointee.avail_out)
          filled += written
          unsafe stream.pointee.next_in = nil
          unsafe stream.pointee.next_out = nil
        }
      }
    }
    position += consumed
    switch code {
    case Z_STREAM_END: return .memberEnd
    case Z_OK, Z_BUF_ERROR: return written == room ? .outputFull : .needsInput
    case Z_NEED_DICT: return .damaged("deflate data needs a preset dictionary")
    default:
      let message = unsafe stream.pointee.msg.map { unsafe String(cString: $0) }
      return .damaged("deflate data: " + (message ?? "error \(code)"))
    }
  }
}
