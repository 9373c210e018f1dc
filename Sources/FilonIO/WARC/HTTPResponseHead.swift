/// The head of an HTTP/1.x response as archived (RFC 9112), read leniently.
struct HTTPResponseHead {
  var status = 0
  var contentType: Range<Int>?
  /// Content codings in the order in which they were applied, in lower case.
  var codings: [String] = []
  var isChunked = false
  /// The first byte of the body.
  var bodyStart: Int

  private static let magic = Array("HTTP/".utf8)
  private static let contentTypeName = Array("content-type".utf8)
  private static let encodingName = Array("content-encoding".utf8)
  private static let transferName = Array("transfer-encoding".utf8)

  /// Reads the head at the start of `range`; `nil` if there is none.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    guard bytes.has(Self.magic, at: range.lowerBound), range.count > Self.magic.count else {
      return nil
    }
    // A head without an empty line has no body.
    let end =
      HeaderFields.end(of: bytes, from: range.lowerBound, to: range.upperBound) ?? range.upperBound
    bodyStart = end
    let lineEnd = bytes.firstIndex(of: 0x0A, in: range.lowerBound..<end) ?? end - 1
    guard let status = Self.status(bytes, range.lowerBound + Self.magic.count..<lineEnd) else {
      return nil
    }
    self.status = status
    var fields = HeaderFields(from: lineEnd + 1, to: end)
    while let (name, value) = fields.next(bytes) {
      switch name.count {
      case 12:
        if HeaderFields.matches(bytes, name, Self.contentTypeName), !value.isEmpty {
          contentType = value
        }
      case 16:
        if HeaderFields.matches(bytes, name, Self.encodingName) {
          codings += Self.tokens(bytes, value)
        }
      case 17:
        if HeaderFields.matches(bytes, name, Self.transferName) {
          for token in Self.tokens(bytes, value) {
            if token == "chunked" { isChunked = true } else { codings.append(token) }
          }
        }
      default: break
      }
    }
  }

  /// The three digits behind the version.
  private static func status(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var position = range.lowerBound
    while position < range.upperBound, !HeaderFields.isBlank(bytes[position]) { position += 1 }
    while position < range.upperBound, HeaderFields.isBlank(bytes[position]) { position += 1 }
    guard position + 3 <= range.upperBound else { return nil }
    return HeaderFields.number(bytes, position..<position + 3)
  }

  /// The comma-separated words of a value in lower case; `identity` and `none` are left out.
  private static func tokens(_ bytes: [UInt8], _ range: Range<Int>) -> [String] {
    var words: [String] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes.firstIndex(of: 0x2C, in: start..<range.upperBound) ?? range.upperBound
      let word = HeaderFields.trim(bytes, start..<end)
      if !word.isEmpty {
        let text = String(decoding: bytes[word].map(HeaderFields.lower), as: UTF8.self)
        if text != "identity", text != "none" { words.append(text) }
      }
      start = end + 1
    }
    return words
  }
}
