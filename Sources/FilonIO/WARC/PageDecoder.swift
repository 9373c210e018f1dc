/// Tells which records are pages and decodes their bodies.
final class PageDecoder {
  /// What a record is.
  enum Verdict {
    case page
    case other(Other)
  }

  /// What a record that gives no page is.
  enum Other {
    /// A sound record, with the reason why it is no page.
    case skipped(String)
    case damaged(WARCDamageReport)
  }

  private let options: WARCReader.Options
  private let coding: ContentCoding

  init(options: WARCReader.Options) {
    self.options = options
    coding = ContentCoding(limit: options.maximumRecordBytes)
  }

  private static let response = Array("response".utf8)
  private static let resource = Array("resource".utf8)
  private static let otherTypes = [
    "warcinfo", "request", "metadata", "revisit", "conversion", "continuation",
  ].map { Array($0.utf8) }

  /// Judges a record by its head and the first bytes of its block.
  func classify(_ header: WARCHeader, _ bytes: [UInt8], _ glance: Range<Int>) -> Verdict {
    if header.type == Self.response {
      let media = header.contentType.map { MediaType(HeaderFields.text(bytes, $0)).name }
      if let media, media == "text/dns" { return .other(.skipped("non-http")) }
      if glance.isEmpty { return .other(.skipped("empty")) }
      guard let head = HTTPResponseHead(bytes, glance) else {
        return .other(
          .damaged(WARCDamageReport(.http, "the response has no HTTP status line")))
      }
      if !options.statuses.isEmpty, !options.statuses.contains(head.status) {
        return .other(.skipped("status-\(head.status)"))
      }
      return judge(head.contentType, bytes, head.bodyStart..<glance.upperBound)
    }
    if header.type == Self.resource { return judge(header.contentType, bytes, glance) }
    guard let type = Self.otherTypes.first(where: { $0 == header.type }) else {
      return header.type.isEmpty
        ? .other(.damaged(WARCDamageReport(.header, "no WARC-Type")))
        : .other(.skipped("unknown"))
    }
    return .other(.skipped(String(decoding: type, as: UTF8.self)))
  }

  private func judge(_ type: Range<Int>?, _ bytes: [UInt8], _ body: Range<Int>) -> Verdict {
    guard let type else {
      // Without a type only what looks like markup is taken for a page.
      if body.isEmpty { return .other(.skipped("empty")) }
      return ContentCoding.looksLikeMarkup(Array(bytes[body].prefix(4096)))
        ? .page : .other(.skipped("non-html"))
    }
    let media = MediaType(HeaderFields.text(bytes, type)).name
    return options.mediaTypes.contains(media) ? .page : .other(.skipped("non-html"))
  }

  /// Decodes the page in `block`.
  func decode(
    _ header: WARCHeader, _ bytes: [UInt8], _ block: Range<Int>, offset: Int, length: Int?
  ) -> Result<WARCPage, WARCDamageReport> {
    let isResponse = header.type == Self.response
    var type = header.contentType
    var status: Int?
    let body: [UInt8]
    if isResponse {
      guard let head = HTTPResponseHead(bytes, block) else {
        return .failure(WARCDamageReport(.http, "the response has no HTTP status line"))
      }
      type = head.contentType
      status = head.status
      switch self.body(head, bytes, head.bodyStart..<block.upperBound, header.isTruncated) {
      case .success(let decoded): body = decoded
      case .failure(let report): return .failure(report)
      }
    } else {
      body = Array(bytes[block])
    }
    let media = type.map { MediaType(HeaderFields.text(bytes, $0)) }
    return .success(
      WARCPage(
        kind: isResponse ? .response : .resource, offset: offset, length: length,
        recordID: header.recordID.map { HeaderFields.text(bytes, $0) },
        url: header.url.map { Self.url(bytes, $0) },
        date: header.date.map { HeaderFields.text(bytes, $0) },
        status: status, contentType: media?.name, charset: media?.charset,
        isTruncated: header.isTruncated, body: body))
  }

  private func body(
    _ head: HTTPResponseHead, _ bytes: [UInt8], _ range: Range<Int>, _ isTruncated: Bool
  ) -> Result<[UInt8], WARCDamageReport> {
    var body: [UInt8]
    if head.isChunked {
      switch ChunkedBody.decode(bytes, in: range) {
      case .decoded(let content): body = content
      case .notChunked: body = Array(bytes[range])
      case .damaged(let prefix):
        guard isTruncated else {
          return .failure(WARCDamageReport(.chunked, "the chunked transfer encoding is damaged"))
        }
        body = prefix
      }
    } else {
      body = Array(bytes[range])
    }
    // An empty body cannot be in any coding.
    for name in head.codings.reversed() where !body.isEmpty {
      switch coding.undo(name, of: body, acceptsPrefix: isTruncated) {
      case .success(let decoded): body = decoded
      case .failure(let report): return .failure(report)
      }
    }
    return .success(body)
  }

  /// The address; early WARC writers put it in angle brackets.
  private static func url(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    let isBracketed =
      range.count > 2 && bytes[range.lowerBound] == 0x3C && bytes[range.upperBound - 1] == 0x3E
    let inner = isBracketed ? range.dropFirst().dropLast() : range
    return HeaderFields.text(bytes, inner)
  }
}
