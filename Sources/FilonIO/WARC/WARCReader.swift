/// Reads the pages of a web archive (WARC 1.0 and 1.1, ISO 28500): plain, gzip or zstd.
///
/// Records that are damaged are reported as ``WARCEvent/damaged(offset:length:code:message:)`` and
/// reading goes on at the next record: the next gzip member or zstd frame whose content starts like
/// a record, or in an archive that is not compressed the next record head. Memory stays bounded by
/// the limits. A copy of a reader shares its input, so use only one of them.
public struct WARCReader {
  /// What becomes a page, and how much memory a record may take.
  public struct Options: Hashable, Sendable {
    /// Longest record block, and longest decoded body, in bytes. More is damage `too-large`.
    public var maximumRecordBytes = 64 << 20
    /// Media types of pages, in lower case.
    public var mediaTypes = ["text/html", "application/xhtml+xml"]
    /// HTTP statuses of pages; empty means all.
    public var statuses = [200]

    /// HTML pages with status 200, of at most 64 MiB.
    public init() {}
  }

  private var stream: ArchiveStream
  private let decoder: PageDecoder
  private let options: Options

  /// Opens the archive at `path`; `nil` and `-` mean standard input.
  ///
  /// With `offset` reading starts at that byte of the file, which must be the start of a record as
  /// ``WARCPage/offset`` gives it. Throws ``IOFailure``.
  public init(path: String?, offset: Int = 0, options: Options = Options()) throws(IOFailure) {
    let file = try FileSource(path: path)
    if offset > 0 { try file.seek(to: offset) }
    do {
      try self.init(file, offset: offset, options: options)
    } catch {
      throw IOFailure(
        code: error.code, path: error.path ?? file.path, offset: error.offset,
        message: error.message)
    }
  }

  /// Reads the archive that `source` serves, whose first byte counts as byte `offset`.
  public init(
    _ source: any ByteSource, offset: Int = 0, options: Options = Options()
  ) throws(IOFailure) {
    stream = try ArchiveStream(source, offset: offset)
    decoder = PageDecoder(options: options)
    self.options = options
  }

  /// The next event, or `nil` at the end of the archive. Throws only if the input cannot be read.
  public mutating func next() throws(IOFailure) -> WARCEvent? {
    while true {
      stream.compact()
      while stream.head < stream.bytes.count, isLineEnd(stream.bytes[stream.head]) {
        stream.head += 1
      }
      if stream.head < stream.bytes.count { return try record() }
      if stream.isMemberOpen {
        if case .damaged(let report) = try stream.extend() {
          stream.discard()
          return event(report, offset: stream.memberOffset, length: stream.memberLength)
        }
        continue
      }
      switch try stream.openMember(isRecordOpen: false) {
      case .opened: break
      case .end: return nil
      case .garbage(let offset, let length):
        let report = WARCDamageReport(.garbage, "bytes between records are no record")
        return event(report, offset: offset, length: length)
      }
    }
  }

  // MARK: One record

  /// Longest record head.
  private static let maximumHeadBytes = 1 << 18
  /// Bytes of a block that are looked at to tell whether it is a page.
  private static let glanceBytes = 1 << 16
  /// Longest block that is held in memory only to be skipped.
  private static let skippedBytes = 1 << 20

  private mutating func record() throws(IOFailure) -> WARCEvent {
    let start = stream.head
    let offset = stream.offset(of: start)
    if let shortage = try need(start + WARCHeader.version.count, from: start) {
      return try leave(start, offset, shortage)
    }
    guard stream.bytes.has(WARCHeader.version, at: start) else {
      return try seek(start + 1, offset, WARCDamageReport(.header, "no WARC version line"))
    }
    while true {
      switch WARCHeader.end(in: stream.bytes, from: start) {
      case .block(let end): return try record(from: start, offset, block: end)
      case .record(let next):
        return try seek(next, offset, WARCDamageReport(.header, "the record head is cut short"))
      case nil: break
      }
      let count = stream.bytes.count
      if count - start > Self.maximumHeadBytes {
        let report = WARCDamageReport(.header, "the record head has no end")
        return try seek(count - WARCHeader.plausibleBytes, offset, report)
      }
      if let shortage = try need(count + 1, from: start) {
        return try leave(start, offset, shortage)
      }
    }
  }

  /// Reads the record at `start` whose head ends at `blockStart`.
  private mutating func record(
    from start: Int, _ offset: Int, block blockStart: Int
  ) throws(IOFailure) -> WARCEvent {
    let header = WARCHeader(stream.bytes, start..<blockStart)
    guard let length = header.length, length < 1 << 56 else {
      return try seek(blockStart, offset, WARCDamageReport(.header, "no Content-Length"))
    }
    let blockEnd = blockStart + length
    let glance = min(blockEnd, blockStart + Self.glanceBytes)
    if let shortage = try need(glance, from: start) { return try leave(start, offset, shortage) }
    var verdict = decoder.classify(header, stream.bytes, blockStart..<glance)
    if case .page = verdict, length > options.maximumRecordBytes {
      let message = "the record is longer than \(options.maximumRecordBytes) bytes"
      verdict = .other(.damaged(WARCDamageReport(.tooLarge, message)))
    }
    if case .other(let other) = verdict, length > Self.skippedBytes {
      return try pass(blockEnd, start, offset, other)
    }

    if let shortage = try need(blockEnd, from: start) { return try leave(start, offset, shortage) }
    if let report = try checkEnd(start + 1..<blockEnd) {
      return try seek(start + 1, offset, report)
    }
    stream.head = blockEnd
    let stored = storedLength(from: offset, plain: blockEnd - start)
    switch verdict {
    case .other(let other): return event(other, offset: offset, length: stored)
    case .page:
      let block = blockStart..<blockEnd
      switch decoder.decode(header, stream.bytes, block, offset: offset, length: stored) {
      case .success(let page): return page.body.isEmpty ? .skipped(type: "empty") : .page(page)
      case .failure(let report): return event(report, offset: offset, length: stored)
      }
    }
  }

  /// Length in the file of the record at `offset`, if its end is known.
  private func storedLength(from offset: Int, plain: Int) -> Int? {
    if stream.compression == .none { return plain }
    return stream.memberLength.map { stream.memberOffset + $0 - offset }
  }

  private func event(_ report: WARCDamageReport, offset: Int, length: Int?) -> WARCEvent {
    .damaged(
      offset: offset, length: length, code: report.code.rawValue, message: report.message)
  }

  private func event(_ other: PageDecoder.Other, offset: Int, length: Int?) -> WARCEvent {
    switch other {
    case .skipped(let type): .skipped(type: type)
    case .damaged(let report): event(report, offset: offset, length: length)
    }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  // MARK: Bytes of a record

  /// Why a record has fewer bytes than it says.
  private enum Shortage {
    /// Another record starts at this index.
    case nextRecord(Int)
    case endOfFile
    case damaged(WARCDamageReport)
  }

  /// Makes the bytes up to `index` available, in further members if the record goes on there.
  private mutating func need(_ index: Int, from start: Int) throws(IOFailure) -> Shortage? {
    while stream.bytes.count < index {
      if stream.isMemberOpen {
        if case .damaged(let report) = try stream.extend() { return .damaged(report) }
        continue
      }
      let border = stream.bytes.count
      switch try stream.openMember(isRecordOpen: true) {
      case .opened: break
      case .end: return .endOfFile
      case .garbage:
        return .damaged(WARCDamageReport(.length, "the record is cut short by other bytes"))
      }
      while stream.isMemberOpen, stream.bytes.count < border + WARCHeader.version.count {
        if case .damaged(let report) = try stream.extend() { return .damaged(report) }
      }
      if stream.bytes.has(WARCHeader.version, at: border) { return .nextRecord(border) }
    }
    return nil
  }

  /// Reports a record that is short and goes to the next: one that it swallowed, or one behind.
  private mutating func leave(
    _ start: Int, _ offset: Int, _ shortage: Shortage
  ) throws(IOFailure) -> WARCEvent {
    let report: WARCDamageReport
    var next = stream.bytes.count
    var length = storedLength(from: offset, plain: next - start)
    switch shortage {
    case .nextRecord(let border):
      next = border
      length = stream.memberOffset - offset
      report = WARCDamageReport(.length, "the record is shorter than its Content-Length")
    case .endOfFile:
      report = WARCDamageReport(.length, "the file ends inside the record")
    case .damaged(let found): report = found
    }
    if let hit = WARCHeader.find(in: stream.bytes, from: start + 1), hit < next {
      next = hit
      if stream.compression == .none { length = hit - start }
    }
    stream.head = next
    return event(report, offset: offset, length: length)
  }

  /// Checks that a record ends where one may end.
  private mutating func checkEnd(_ record: Range<Int>) throws(IOFailure) -> WARCDamageReport? {
    var index = record.upperBound
    while true {
      while index < stream.bytes.count, isLineEnd(stream.bytes[index]) { index += 1 }
      if stream.bytes.count - index >= WARCHeader.mark.count { break }
      guard stream.isMemberOpen else { break }
      if case .damaged(let report) = try stream.extend() { return report }
    }
    if index == stream.bytes.count || stream.bytes.has(WARCHeader.mark, at: index) { return nil }
    // Bytes that are no record may come from damage that shows only further on.
    while stream.compression != .none, stream.isMemberOpen,
      stream.bytes.count - index < Self.skippedBytes
    {
      if case .damaged(let report) = try stream.extend() { return report }
    }
    if isWhole(record) { return nil }
    return WARCDamageReport(.length, "the record does not end where its Content-Length says")
  }

  /// Whether a record is whole though no other record follows it: the empty lines that end a record
  /// are there, and it has swallowed no other record.
  private func isWhole(_ record: Range<Int>) -> Bool {
    guard stream.bytes.has(Self.trailer, at: record.upperBound) else { return false }
    guard let hit = WARCHeader.find(in: stream.bytes, from: record.lowerBound) else { return true }
    return hit >= record.upperBound
  }

  private static let trailer: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]

  /// Reports damage and goes to the next record head at or after `from`, within the member.
  private mutating func seek(
    _ from: Int, _ offset: Int, _ report: WARCDamageReport
  ) throws(IOFailure) -> WARCEvent {
    stream.head = from
    while true {
      if let hit = WARCHeader.find(in: stream.bytes, from: stream.head) {
        stream.head = hit
        break
      }
      // A head that is not complete yet is found again with more bytes.
      stream.head = max(stream.head, stream.bytes.count - WARCHeader.plausibleBytes)
      stream.compact()
      guard stream.isMemberOpen else {
        stream.head = stream.bytes.count
        break
      }
      if case .damaged = try stream.extend() {
        stream.discard()
        break
      }
    }
    let plain = stream.offset(of: stream.head) - offset
    return event(report, offset: offset, length: storedLength(from: offset, plain: plain))
  }

  /// Passes over a long block without keeping it.
  private mutating func pass(
    _ blockEnd: Int, _ start: Int, _ offset: Int, _ other: PageDecoder.Other
  ) throws(IOFailure) -> WARCEvent {
    var remaining = blockEnd - start
    stream.head = start
    while stream.bytes.count - stream.head < remaining {
      remaining -= stream.bytes.count - stream.head
      stream.discard()
      if let shortage = try need(1, from: 0) {
        if stream.rewind(to: offset + 1) {
          let report = WARCDamageReport(.length, "the record is shorter than its Content-Length")
          return try seek(0, offset, report)
        }
        return try leave(0, offset, shortage)
      }
    }
    stream.head += remaining
    if let report = try checkEnd(stream.head..<stream.head) {
      let from = stream.rewind(to: offset + 1) ? 0 : stream.head
      return try seek(from, offset, report)
    }
    let plain = stream.offset(of: stream.head) - offset
    return event(other, offset: offset, length: storedLength(from: offset, plain: plain))
  }
}
