/// The bytes of a file or of standard input, decompressed.
///
/// The compression is told by magic bytes, never by the name: gzip with any number of members,
/// zstd with any number of frames, else the bytes as they are. bzip2 and xz are refused with
/// ``IOFailure/Code/unsupported``. After damage all bytes before it are served first, then
/// ``IOFailure/Code/corrupt`` is thrown.
public final class ByteInput: ByteSource {
  private var source: any ByteSource
  /// The file as it was named; `nil` for standard input or memory.
  public let path: String?
  /// How the input is stored; known after the first read.
  public private(set) var compression: Compression?

  private var stored: [UInt8] = []
  private var position = 0
  /// Offset in the file of `stored[0]`.
  private var storedOffset = 0
  private var decoder: (any MemberDecoder)?
  private var isInsideMember = false
  private var isAtEnd = false
  private var pending: IOFailure?

  private static let step = 1 << 18

  /// Opens the file at `path`; `nil` and `-` mean standard input.
  public convenience init(path: String?) throws(IOFailure) {
    let file = try FileSource(path: path)
    self.init(file, path: file.path)
  }

  /// Reads from `source`; `path` is named in errors.
  public init(_ source: any ByteSource, path: String? = nil) {
    self.source = source
    self.path = path
  }

  /// Appends at most `count` decompressed bytes to `buffer`; 0 means the end.
  public func read(into buffer: inout [UInt8], upTo count: Int) throws(IOFailure) -> Int {
    if let pending { throw pending }
    guard count > 0 else { return 0 }
    let compression = try detected()
    guard let decoder else { return try readPlain(into: &buffer, upTo: count) }

    let start = buffer.count
    while buffer.count == start {
      if position >= stored.count, try !refill() {
        if isInsideMember {
          throw failed("the \(compression.rawValue) data are cut short")
        }
        return 0
      }
      if !isInsideMember {
        guard try startMember(compression) else { return 0 }
        decoder.reset()
        isInsideMember = true
      }
      switch decoder.decode(stored, from: &position, into: &buffer, upTo: count) {
      case .needsInput, .outputFull: break
      case .memberEnd: isInsideMember = false
      case .damaged(let message):
        let failure = failed(message)
        // What came before the damage is good; it is served before the error.
        if buffer.count == start { throw failure }
      }
    }
    return buffer.count - start
  }

  private func failed(_ message: String) -> IOFailure {
    let failure = IOFailure(
      code: .corrupt, path: path, offset: storedOffset + position, message: message)
    pending = failure
    return failure
  }

  private func detected() throws(IOFailure) -> Compression {
    if let compression { return compression }
    while stored.count < 6, try refill() {}
    let found = Compression(magic: stored)
    compression = found
    switch found {
    case .none: break
    case .gzip: decoder = InflateDecoder()
    case .zstandard: decoder = ZstandardDecoder()
    case .bzip2, .xz:
      let failure = IOFailure(
        code: .unsupported, path: path,
        message: "\(found.rawValue) is not read here; decompress it first")
      pending = failure
      throw failure
    }
    return found
  }

  private func readPlain(into buffer: inout [UInt8], upTo count: Int) throws(IOFailure) -> Int {
    if position < stored.count {
      let taken = min(count, stored.count - position)
      buffer.append(contentsOf: stored[position..<position + taken])
      position += taken
      if position == stored.count { stored = [] }
      return taken
    }
    return isAtEnd ? 0 : try source.read(into: &buffer, upTo: count)
  }

  /// Checks that a member starts here; false at the end or in zero padding up to it.
  private func startMember(_ compression: Compression) throws(IOFailure) -> Bool {
    while stored.count - position < 4, try refill() {}
    let rest = stored[position...]
    if Compression.of(rest) == compression { return true }
    let begin = storedOffset + position
    while true {
      if let index = stored[position...].firstIndex(where: { $0 != 0 }) {
        position = index
        let failure = IOFailure(
          code: .corrupt, path: path, offset: begin,
          message: "bytes after the \(compression.rawValue) data are not \(compression.rawValue)")
        pending = failure
        throw failure
      }
      position = stored.count
      if try !refill() { return false }
    }
  }

  /// Reads more stored bytes behind those not used yet; false at the end.
  private func refill() throws(IOFailure) -> Bool {
    if isAtEnd { return false }
    if position > 0 {
      storedOffset += position
      stored.removeSubrange(0..<position)
      position = 0
    }
    if try source.read(into: &stored, upTo: Self.step) == 0 {
      isAtEnd = true
      return false
    }
    return true
  }
}
