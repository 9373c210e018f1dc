/// The decompressed bytes of a web archive, with the borders of gzip members or zstd frames kept.
///
/// Memory is bounded: bytes behind ``head`` are dropped, stored bytes are kept from the start of
/// the current member only as far as a new search for the next member could need them.
struct ArchiveStream {
  /// What ``extend()`` found.
  enum Extension {
    /// Bytes were appended.
    case more
    /// The member is over.
    case memberEnd
    /// The member is damaged; the next one has been found or the file is over.
    case damaged(WARCDamageReport)
  }

  /// What ``openMember()`` found.
  enum Opening {
    case opened
    /// The file is over.
    case end
    /// Bytes that are no member were passed over.
    case garbage(offset: Int, length: Int)
  }

  /// Decompressed bytes; those before ``head`` are used up.
  private(set) var bytes: [UInt8] = []
  /// The first unused byte of ``bytes``.
  var head = 0
  /// Where the last opened member starts in the file.
  private(set) var memberOffset = 0
  /// Length of the last opened member, once it is over.
  private(set) var memberLength: Int?
  /// True while the last opened member can give more bytes.
  private(set) var isMemberOpen = false
  let compression: Compression

  private var source: any ByteSource
  private var stored: [UInt8]
  /// Start of the current member, or of what follows the last, in `stored`.
  private var storedHead = 0
  /// Start in `stored` of the last member that is over, while it is kept.
  private var previousMember: Int?
  /// Offset in the file of `stored[0]`.
  private var storedBase: Int
  /// Where decoding of the open member stands in `stored`.
  private var cursor = 0
  private var isAtEnd = false
  /// Offset in the file of `bytes[0]`, for archives that are not compressed.
  private var bytesBase: Int
  private var rewinds = 0
  /// Stored bytes of damaged members, which a search for the next member goes over once more.
  private var searchedAgain = 0
  private let inflater = WholeMemberInflater()
  private let decoder: any MemberDecoder

  private static let step = 1 << 20
  /// A member with no more than this ahead may be cut by the window, so more is read first.
  private static let lookahead = 1 << 19
  /// Longest content that is decoded in one call.
  private static let wholeMemberLimit = 8 << 20
  /// Bytes that may be searched again beyond those of the file so far.
  private static let searchAllowance = 64 << 20
  /// Longest zstd dictionary.
  private static let maximumDictionaryBytes = 16 << 20
  /// Stored bytes of a member kept for a new search after damage.
  private static let retention = 4 << 20

  /// Reads the archive that `source` serves, whose first byte is byte `offset` of the file.
  init(_ source: any ByteSource, offset: Int) throws(IOFailure) {
    var source = source
    var stored: [UInt8] = []
    while stored.count < 8, try source.read(into: &stored, upTo: Self.step) > 0 {}
    compression = Compression(magic: stored)
    switch compression {
    case .gzip, .none: decoder = InflateDecoder()
    case .zstandard:
      let zstandard = ZstandardDecoder()
      decoder = zstandard
      if let frame = Self.dictionaryFrame(stored) {
        while stored.count < frame.upperBound,
          try source.read(into: &stored, upTo: Self.step) > 0
        {}
        zstandard.loadDictionary(Array(stored[frame.clamped(to: 0..<stored.count)]))
      }
    case .bzip2, .xz:
      throw IOFailure(
        code: .unsupported, message: "\(compression.rawValue) is not read here; decompress it first"
      )
    }
    self.source = source
    self.stored = stored
    storedBase = offset
    bytesBase = offset
    if compression == .none {
      swap(&bytes, &self.stored)
      isMemberOpen = true
    }
  }

  /// The content of the skippable frame that holds the dictionary of a `.warc.zst`, if it opens the
  /// file (Zstandard-compressed WARC files, IIPC 2020).
  private static func dictionaryFrame(_ stored: [UInt8]) -> Range<Int>? {
    guard stored.count >= 8, stored.starts(with: [0x5D, 0x2A, 0x4D, 0x18]) else { return nil }
    let length = stored[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    return length <= maximumDictionaryBytes ? 8..<8 + length : nil
  }

  /// Offset in the file of the byte at `index`: of its member, for a compressed archive.
  func offset(of index: Int) -> Int {
    compression == .none ? bytesBase + index : memberOffset
  }

  /// Drops the used bytes when they are many.
  mutating func compact() {
    if head == bytes.count {
      bytesBase += head
      bytes.removeAll(keepingCapacity: true)
      head = 0
    } else if head >= Self.step, head >= bytes.count / 2 {
      bytesBase += head
      bytes.removeSubrange(0..<head)
      head = 0
    }
  }

  /// Drops all bytes from ``head`` on as used.
  mutating func discard() {
    head = bytes.count
    compact()
  }

  /// Appends more bytes of the open member.
  mutating func extend() throws(IOFailure) -> Extension {
    guard isMemberOpen else { return .memberEnd }
    if compression == .none {
      if try source.read(into: &bytes, upTo: Self.step) > 0 { return .more }
      isMemberOpen = false
      return .memberEnd
    }
    let count = bytes.count
    while true {
      if cursor >= stored.count {
        if cursor - storedHead > Self.retention { storedHead = cursor }
        if try !refill() { return try damaged("the \(compression.rawValue) data are cut short") }
      }
      switch decoder.decode(stored, from: &cursor, into: &bytes, upTo: Self.step) {
      case .needsInput, .outputFull:
        if bytes.count > count { return .more }
      case .memberEnd:
        closeMember(at: cursor)
        return .memberEnd
      case .damaged(let message): return try damaged(message)
      }
    }
  }

  /// Starts on the next member; `isRecordOpen` says that the record read last wants more bytes.
  mutating func openMember(isRecordOpen: Bool) throws(IOFailure) -> Opening {
    if compression == .none { return .end }
    while stored.count - storedHead < Self.lookahead, try refill() {}
    guard storedHead < stored.count else { return .end }
    guard Compression.of(stored[storedHead...]) == compression else {
      return try passGarbage(isRecordOpen: isRecordOpen)
    }
    memberOffset = storedBase + storedHead
    memberLength = nil
    if compression == .gzip {
      let outcome = inflater.decode(
        stored, in: storedHead..<stored.count, as: .gzip, into: &bytes, hint: Self.step,
        limit: Self.wholeMemberLimit)
      if case .done(let consumed) = outcome {
        closeMember(at: storedHead + consumed)
        return .opened
      }
    }
    // Too long for one call, cut by the window, or damaged: streaming tells.
    decoder.reset()
    cursor = storedHead
    isMemberOpen = true
    return .opened
  }

  /// Goes back to byte `offset` of an archive that is a file and not compressed.
  ///
  /// False where that is not possible, or was done so often that the file must be hostile.
  mutating func rewind(to offset: Int) -> Bool {
    guard compression == .none, rewinds < 16, (try? source.seek(to: offset)) != nil else {
      return false
    }
    rewinds += 1
    bytes.removeAll(keepingCapacity: true)
    head = 0
    bytesBase = offset
    isMemberOpen = true
    return true
  }

  private mutating func closeMember(at end: Int) {
    memberLength = storedBase + end - memberOffset
    previousMember = storedHead
    storedHead = end
    isMemberOpen = false
  }

  private mutating func damaged(_ message: String) throws(IOFailure) -> Extension {
    isMemberOpen = false
    // The next member may start inside what was decoded so far; but a hostile file must not make us
    // decode the same bytes again and again.
    searchedAgain += cursor - storedHead
    let isHostile = searchedAgain > storedBase + cursor + Self.searchAllowance
    try resynchronize(from: isHostile ? max(cursor, storedHead + 1) : storedHead + 1)
    memberLength = storedBase + storedHead - memberOffset
    return .damaged(WARCDamageReport(.compression, message))
  }

  private mutating func passGarbage(isRecordOpen: Bool) throws(IOFailure) -> Opening {
    let offset = storedBase + storedHead
    var isPadding = stored[storedHead...].allSatisfy { $0 == 0 }
    if isRecordOpen, compression == .zstandard, let previous = previousMember, rewinds < 64 {
      // A frame without check sum that was cut may have taken the start of the next for its own.
      rewinds += 1
      try resynchronize(from: previous + 1)
    } else {
      try resynchronize(from: storedHead)
    }
    isPadding = isPadding && storedHead == stored.count
    if isPadding, isAtEnd { return .end }
    return .garbage(offset: offset, length: storedBase + storedHead - offset)
  }

  /// Moves `storedHead` to the next member that starts a record, or to the end of the file.
  private mutating func resynchronize(from start: Int) throws(IOFailure) {
    let first: UInt8 = compression == .gzip ? 0x1F : 0x28
    let probe = compression == .gzip ? Self.probeInput : Self.probeFrame
    storedHead = min(start, stored.count)
    previousMember = nil
    while true {
      guard let hit = stored.firstIndex(of: first, in: storedHead..<stored.count) else {
        storedHead = stored.count
        if try !refill() { return }
        continue
      }
      storedHead = hit
      while stored.count - storedHead < probe, try refill() {}
      if startsRecord(at: storedHead) { return }
      storedHead += 1
    }
  }

  /// Stored bytes that may be read to see whether a member starts a record.
  private static let probeInput = 1 << 10
  /// The longest frame head and block.
  private static let probeFrame = 18 + (1 << 17)

  private func startsRecord(at index: Int) -> Bool {
    let isPlausible =
      compression == .gzip
      ? stored.has([0x1F, 0x8B, 0x08], at: index) && index + 3 < stored.count
        && stored[index + 3] & 0xE0 == 0
      : stored.has([0x28, 0xB5, 0x2F, 0xFD], at: index)
    guard isPlausible else { return false }
    // Deflate data may go on for long without giving a byte; a zstd frame is read block by block.
    let input =
      compression == .gzip
      ? Array(stored[index..<min(stored.count, index + Self.probeInput)]) : stored
    decoder.reset()
    var position = compression == .gzip ? 0 : index
    var output: [UInt8] = []
    while output.count < WARCHeader.mark.count {
      let room = WARCHeader.mark.count - output.count
      let progress = decoder.decode(input, from: &position, into: &output, upTo: room)
      guard progress == .outputFull else { break }
    }
    return output.starts(with: WARCHeader.mark)
  }

  /// Reads more stored bytes, dropping those before `storedHead`; false at the end of the file.
  private mutating func refill() throws(IOFailure) -> Bool {
    if isAtEnd { return false }
    if let previous = previousMember, storedHead - previous > Self.retention {
      previousMember = nil
    }
    let dropped = previousMember ?? storedHead
    if dropped > 0 {
      stored.removeSubrange(0..<dropped)
      storedBase += dropped
      cursor = max(0, cursor - dropped)
      storedHead -= dropped
      previousMember = previousMember == nil ? nil : 0
    }
    if try source.read(into: &stored, upTo: Self.step) == 0 {
      isAtEnd = true
      return false
    }
    return true
  }
}
