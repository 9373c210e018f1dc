@testable import FilonIO

/// Makes web archives by hand, as sound or as broken as a test wants them.
struct ArchiveBuilder {
  let compression: Compression
  private(set) var bytes: [UInt8] = []
  /// Where each record starts in ``bytes``.
  private(set) var offsets: [Int] = []

  init(_ compression: Compression = .gzip) { self.compression = compression }

  /// A record with its trailing empty lines.
  static func record(
    _ type: String, url: String? = nil, id: String = "a", contentType: String? = nil,
    length: Int? = nil, extra: String = "", version: String = "WARC/1.0\r\n", block: [UInt8]
  ) -> [UInt8] {
    var head = version + "WARC-Type: \(type)\r\nWARC-Record-ID: <urn:uuid:\(id)>\r\n"
    head += "WARC-Date: 2026-01-02T03:04:05Z\r\n"
    if let url { head += "WARC-Target-URI: \(url)\r\n" }
    if let contentType { head += "Content-Type: \(contentType)\r\n" }
    head += extra + "Content-Length: \(length ?? block.count)\r\n\r\n"
    return head.bytes + block + "\r\n\r\n".bytes
  }

  /// A response record.
  static func response(
    _ id: String, http: String = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n",
    body: [UInt8], length: Int? = nil, extra: String = "", version: String = "WARC/1.0\r\n"
  ) -> [UInt8] {
    record(
      "response", url: "https://journal.example/\(id)", id: id,
      contentType: "application/http; msgtype=response", length: length, extra: extra,
      version: version, block: http.bytes + "\r\n".bytes + body)
  }

  /// A small page, different for each `id`.
  static func page(_ id: String) -> [UInt8] {
    "<html><title>\(id)</title><p>Le maire a dit « oui » (\(id)).</p></html>".bytes
  }

  /// Adds a record as its own member.
  mutating func add(_ record: [UInt8]) {
    offsets.append(bytes.count)
    bytes += StoredBytes.store(record, compression)
  }

  /// Adds bytes as they are.
  mutating func addStored(_ stored: [UInt8]) { bytes += stored }
}

/// What a reader made of an archive.
struct ArchiveContent {
  var pages: [WARCPage] = []
  var skipped: [String] = []
  var damages: [(offset: Int, length: Int?, code: String)] = []

  var ids: [String] { pages.map { $0.recordID?.dropFirst(10).dropLast().description ?? "-" } }
  var codes: [String] { damages.map(\.code) }

  init(
    _ bytes: [UInt8], step: Int = .max, options: WARCReader.Options = .init()
  ) throws {
    var reader = try WARCReader(ArraySource(bytes, step: step), options: options)
    while let event = try reader.next() { add(event) }
  }

  init(path: String, offset: Int = 0) throws {
    var reader = try WARCReader(path: path, offset: offset)
    while let event = try reader.next() { add(event) }
  }

  private mutating func add(_ event: WARCEvent) {
    switch event {
    case .page(let page): pages.append(page)
    case .skipped(let type): skipped.append(type)
    case .damaged(let offset, let length, let code, _): damages.append((offset, length, code))
    }
  }
}
