/// The head of a WARC record (ISO 28500:2017).
struct WARCHeader {
  var type: [UInt8] = []
  var recordID: Range<Int>?
  var url: Range<Int>?
  var date: Range<Int>?
  var contentType: Range<Int>?
  /// `Content-Length`, if it is there and is a number.
  var length: Int?
  var isTruncated = false

  /// `WARC/1.`, what every record starts with.
  static let version = Array("WARC/1.".utf8)
  /// What a record starts with even if its version is odd or its first line is lost.
  static let mark = Array("WARC".utf8)

  private static let typeName = Array("warc-type".utf8)
  private static let dateName = Array("warc-date".utf8)
  private static let recordIDName = Array("warc-record-id".utf8)
  private static let truncatedName = Array("warc-truncated".utf8)
  private static let urlName = Array("warc-target-uri".utf8)
  private static let contentTypeName = Array("content-type".utf8)
  private static let lengthName = Array("content-length".utf8)

  /// Reads the fields in `range`, which starts at the version line and ends behind the empty line.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    let first = bytes.firstIndex(of: 0x0A, in: range) ?? range.upperBound - 1
    var fields = HeaderFields(from: first + 1, to: range.upperBound)
    while let (name, value) = fields.next(bytes) {
      switch name.count {
      case 9:
        if HeaderFields.matches(bytes, name, Self.typeName) {
          type = bytes[value].map(HeaderFields.lower)
        } else if HeaderFields.matches(bytes, name, Self.dateName) {
          date = value
        }
      case 12:
        if HeaderFields.matches(bytes, name, Self.contentTypeName) { contentType = value }
      case 14:
        if HeaderFields.matches(bytes, name, Self.recordIDName) {
          recordID = value
        } else if HeaderFields.matches(bytes, name, Self.lengthName) {
          length = HeaderFields.number(bytes, value)
        } else if HeaderFields.matches(bytes, name, Self.truncatedName) {
          isTruncated = true
        }
      case 15:
        if HeaderFields.matches(bytes, name, Self.urlName) { url = value }
      default: break
      }
    }
  }

  /// Where a record head stops.
  enum End: Equatable {
    /// At the first byte of the block.
    case block(Int)
    /// At the head of another record: this one was cut.
    case record(Int)
  }

  /// The end of the head that starts at `start`, or `nil` if it is not among `bytes`.
  ///
  /// It stops at the next record head, so that many broken heads in a row cost linear time.
  static func end(in bytes: [UInt8], from start: Int) -> End? {
    var line = start
    while let feed = bytes.firstIndex(of: 0x0A, in: line..<bytes.count) {
      if feed == line || (feed == line + 1 && bytes[line] == 0x0D) { return .block(feed + 1) }
      let from = line == start ? start + 1 : line
      if let hit = bytes.firstRange(of: version, in: from..<feed), isPlausible(bytes, at: hit) {
        return .record(hit)
      }
      line = feed + 1
    }
    return nil
  }

  /// The next record start at or after `start`: a version line and a `WARC-Type` in the head.
  static func find(in bytes: [UInt8], from start: Int) -> Int? {
    var position = start
    while position < bytes.count,
      let hit = bytes.firstRange(of: version, in: position..<bytes.count)
    {
      if isPlausible(bytes, at: hit) { return hit }
      position = hit + 1
    }
    return nil
  }

  /// Bytes of a head that ``find(in:from:)`` looks at.
  static let plausibleBytes = 4096

  private static let typeField = Array("\nwarc-type:".utf8)

  private static func isPlausible(_ bytes: [UInt8], at start: Int) -> Bool {
    let limit = min(bytes.count, start + plausibleBytes)
    let digit = start + version.count
    guard digit + 1 < limit, bytes[digit] &- 0x30 < 10,
      bytes[digit + 1] == 0x0D || bytes[digit + 1] == 0x0A
    else { return false }
    var position = digit
    while let feed = bytes.firstIndex(of: 0x0A, in: position..<limit) {
      let field = feed..<min(limit, feed + typeField.count)
      if HeaderFields.matches(bytes, field, typeField) { return true }
      if bytes.has(version, at: feed + 1) { return false }
      // An empty line ends the head.
      if feed + 1 < limit, bytes[feed + 1] == 0x0A || bytes[feed + 1] == 0x0D { return false }
      position = feed + 1
    }
    return false
  }
}
