import Testing

@testable import FilonIO

@Suite struct WARCReaderTests {
  private static let stores = [Compression.none, .gzip, .zstandard]

  /// The only page of an archive with this one response.
  private func page(
    http: String, body: [UInt8], extra: String = "", compression: Compression = .gzip
  ) throws -> WARCPage? {
    var builder = ArchiveBuilder(compression)
    builder.add(ArchiveBuilder.response("a", http: http, body: body, extra: extra))
    let content = try ArchiveContent(builder.bytes)
    #expect(content.damages.isEmpty)
    return content.pages.first
  }

  private func damage(http: String, body: [UInt8]) throws -> [String] {
    var builder = ArchiveBuilder()
    builder.add(ArchiveBuilder.response("a", http: http, body: body))
    builder.add(ArchiveBuilder.response("b", body: ArchiveBuilder.page("b")))
    let content = try ArchiveContent(builder.bytes)
    #expect(content.ids == ["b"])
    return content.codes
  }

  @Test(arguments: stores, [1, 100, Int.max])
  func readsPagesAndSaysWhatItSkips(compression: Compression, step: Int) throws {
    var builder = ArchiveBuilder(compression)
    let http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".bytes
    builder.add(ArchiveBuilder.record("warcinfo", block: "software: x\r\n".bytes))
    builder.add(ArchiveBuilder.record("request", block: "GET / HTTP/1.1\r\n\r\n".bytes))
    builder.add(ArchiveBuilder.response("a", body: ArchiveBuilder.page("a")))
    builder.add(ArchiveBuilder.record("metadata", block: "k: v\r\n".bytes))
    builder.add(ArchiveBuilder.record("revisit", block: http))
    builder.add(ArchiveBuilder.response("empty", body: []))
    builder.add(
      ArchiveBuilder.response(
        "json", http: "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n", body: "{}".bytes))
    builder.add(
      ArchiveBuilder.response(
        "gone", http: "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n",
        body: ArchiveBuilder.page("gone")))
    builder.add(ArchiveBuilder.record("conversion", block: []))
    builder.add(ArchiveBuilder.record("x-own", block: []))
    builder.add(
      ArchiveBuilder.record(
        "resource", url: "<file:///b.html>", id: "b", contentType: "text/html",
        block: ArchiveBuilder.page("b")))
    let content = try ArchiveContent(builder.bytes, step: step)
    #expect(content.ids == ["a", "b"])
    #expect(
      content.skipped == [
        "warcinfo", "request", "metadata", "revisit", "empty", "non-html", "status-404",
        "conversion", "unknown",
      ])
    #expect(content.damages.isEmpty)

    let first = try #require(content.pages.first)
    #expect(first.kind == .response)
    #expect(first.body == ArchiveBuilder.page("a"))
    #expect(first.url == "https://journal.example/a")
    #expect(first.date == "2026-01-02T03:04:05Z")
    #expect(first.status == 200)
    #expect(first.contentType == "text/html")
    #expect(first.charset == "utf-8")
    let last = try #require(content.pages.last)
    #expect(last.kind == .resource)
    #expect(last.url == "file:///b.html")
    #expect(last.status == nil)
  }

  @Test(arguments: stores)
  func offsetsLeadBackToTheRecord(compression: Compression) throws {
    var builder = ArchiveBuilder(compression)
    for id in ["a", "b", "c"] {
      builder.add(ArchiveBuilder.response(id, body: ArchiveBuilder.page(id)))
    }
    let content = try ArchiveContent(builder.bytes, step: 64)
    #expect(content.pages.map(\.offset) == builder.offsets)
    let folder = try TemporaryFolder()
    let path = try folder.write("x.warc", builder.bytes)
    for page in content.pages {
      #expect(
        try ArchiveContent(path: path, offset: page.offset).ids.first
          == page.recordID?.dropFirst(10).dropLast().description)
      let length = try #require(page.length)
      let alone = Array(builder.bytes[page.offset..<page.offset + length])
      #expect(try ArchiveContent(alone).pages.first?.body == page.body)
    }
  }

  // MARK: HTTP

  @Test(arguments: [
    ("text/html; charset=utf-8", "utf-8"), ("text/html;charset=\"ISO-8859-1\"", "ISO-8859-1"),
    ("text/html; charset='utf-8'", "utf-8"),
    ("text/html ; CHARSET = windows-1252 ; x=y", "windows-1252"),
    ("TEXT/HTML;x;charset=\"utf-8", "utf-8"), ("text/html", nil), ("text/html; charset=", nil),
    ("text/html;\r\n charset=utf-8", "utf-8"), ("text/html;\r\n\t charset=utf-8", "utf-8"),
  ])
  func charsets(value: String, charset: String?) throws {
    for name in ["Content-Type", "content-type", "CONTENT-TYPE"] {
      let page = try page(
        http: "HTTP/1.1 200 OK\r\nServer: x\r\n\(name):\(value)\r\n", body: ArchiveBuilder.page("a")
      )
      #expect(page?.charset == charset)
      #expect(page?.contentType == "text/html")
    }
  }

  @Test(arguments: [
    "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n", "HTTP/1.1 200\r\nContent-Type: text/html\r\n",
    "HTTP/1.1  200  Fine\r\nbroken line\r\nContent-Type : text/html\r\n",
    "HTTP/2 200\nContent-Type: application/xhtml+xml\n", "HTTP/1.1 200 OK\r\n",
  ])
  func lenientHeads(http: String) throws {
    #expect(try page(http: http, body: ArchiveBuilder.page("a"))?.body == ArchiveBuilder.page("a"))
  }

  private static let html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

  private static func chunked(_ body: [UInt8], size: Int = 20, last: String = "0\r\n\r\n")
    -> [UInt8]
  {
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: body.count, by: size) {
      let chunk = body[start..<min(body.count, start + size)]
      bytes += (String(chunk.count, radix: 16, uppercase: true) + ";name=\"v\"\r\n").bytes + chunk
      bytes += "\r\n".bytes
    }
    return bytes + last.bytes
  }

  @Test(arguments: ["0\r\n\r\n", "000;x\r\nTrailer: 1\r\n\r\n", "0\n\n", "0\r\n"])
  func undoesChunks(last: String) throws {
    let body = Self.chunked(ArchiveBuilder.page("a"), last: last)
    let page = try page(http: Self.html + "Transfer-Encoding: Chunked\r\n", body: body)
    #expect(page?.body == ArchiveBuilder.page("a"))
  }

  @Test func undoesCodings() throws {
    let body = ArchiveBuilder.page("a")
    let gzip = StoredBytes.store(body, .gzip)
    let raw = Array(gzip.dropFirst(10).dropLast(8))
    let adler = body.reduce(into: (UInt32(1), UInt32(0))) { sums, byte in
      sums.0 = (sums.0 + UInt32(byte)) % 65521
      sums.1 = (sums.1 + sums.0) % 65521
    }
    let check = adler.1 << 16 | adler.0
    let zlib =
      [0x78, 0x9C] + raw + (0..<4).map { UInt8(truncatingIfNeeded: check >> (24 - 8 * UInt32($0))) }
    let cases: [(String, [UInt8])] = [
      ("gzip", gzip), ("x-gzip", gzip), ("GZIP", gzip), ("deflate", raw), ("deflate", zlib),
      ("zstd", StoredBytes.store(body, .zstandard)), ("identity", body), ("", body),
      ("gzip, gzip", StoredBytes.store(gzip, .gzip)),
      // The header was kept but the body stored decoded.
      ("gzip", body), ("deflate", body), ("zstd", body), ("br", body),
    ]
    for (name, coded) in cases {
      let field = "Content-Encoding: \(name)\r\n"
      #expect(try page(http: Self.html + field, body: coded)?.body == body, "\(name)")
      let both = try page(
        http: Self.html + field + "Transfer-Encoding: chunked\r\n", body: Self.chunked(coded))
      #expect(both?.body == body, "\(name) in chunks")
      // Chunks already undone.
      let undone = try page(
        http: Self.html + field + "Transfer-Encoding: chunked\r\n", body: coded)
      #expect(undone?.body == body, "\(name) with a chunked header")
    }
  }

  @Test func damagedBodiesAreReported() throws {
    let body = ArchiveBuilder.page("a")
    let gzip = StoredBytes.store(body, .gzip)
    var changed = gzip
    changed[gzip.count / 2] ^= 0xFF
    let chunkedHead = Self.html + "Transfer-Encoding: chunked\r\n"
    let gzipHead = Self.html + "Content-Encoding: gzip\r\n"
    #expect(try damage(http: gzipHead, body: changed) == ["encoding"])
    #expect(try damage(http: gzipHead, body: Array(gzip.dropLast(9))) == ["encoding"])
    #expect(
      try damage(http: Self.html + "Content-Encoding: br\r\n", body: [0x8B, 0, 1, 2]) == [
        "encoding"
      ])
    #expect(
      try damage(http: chunkedHead, body: "5\r\nabcde\r\nZZZ\r\n0\r\n\r\n".bytes) == ["chunked"])
    #expect(try damage(http: chunkedHead, body: "FF\r\nabc".bytes) == ["chunked"])
    #expect(try damage(http: chunkedHead, body: "3\r\nabcdef\r\n0\r\n\r\n".bytes) == ["chunked"])
    #expect(try damage(http: "not http\r\n", body: body) == ["http"])
  }

  @Test func aBodyThatTheCrawlerCutIsGivenAsFarAsItGoes() throws {
    let body = String(repeating: "<p>Une phrase assez longue.</p>\n", count: 200).bytes
    let extra = "WARC-Truncated: length\r\n"
    let gzip = Array(StoredBytes.store(body, .gzip).dropLast(30))
    let page = try page(http: Self.html + "Content-Encoding: gzip\r\n", body: gzip, extra: extra)
    let decoded = try #require(page?.body)
    #expect(!decoded.isEmpty)
    #expect(body.starts(with: decoded))
    #expect(page?.isTruncated == true)
    let chunks = try self.page(
      http: Self.html + "Transfer-Encoding: chunked\r\n",
      body: Array(Self.chunked(body).dropLast(40)), extra: extra)
    #expect(body.starts(with: try #require(chunks?.body)))
  }

  // MARK: Limits

  @Test(arguments: stores)
  func longRecordsAreDamageNotMemory(compression: Compression) throws {
    var options = WARCReader.Options()
    options.maximumRecordBytes = 2000
    var builder = ArchiveBuilder(compression)
    let long = [UInt8](repeating: 0x20, count: 3 << 20)
    builder.add(ArchiveBuilder.response("long", body: long))
    builder.add(ArchiveBuilder.record("metadata", block: long))
    builder.add(ArchiveBuilder.response("bit", body: Array(long[..<2100])))
    let bomb = StoredBytes.store(long, .gzip)
    builder.add(
      ArchiveBuilder.response(
        "bomb", http: Self.html + "Content-Encoding: gzip\r\n", body: Array(bomb.prefix(100_000))))
    builder.add(
      ArchiveBuilder.response(
        "small-bomb", http: Self.html + "Content-Encoding: gzip\r\n",
        body: StoredBytes.store(Array(long[..<4000]), .gzip)))
    builder.add(ArchiveBuilder.response("a", body: ArchiveBuilder.page("a")))
    let content = try ArchiveContent(builder.bytes, step: 1 << 16, options: options)
    #expect(content.ids == ["a"])
    #expect(content.skipped == ["metadata"])
    #expect(content.codes == Array(repeating: "too-large", count: 4))
  }

  @Test func otherStatusesAndTypesOnRequest() throws {
    var options = WARCReader.Options()
    options.statuses = []
    options.mediaTypes = ["text/plain"]
    var builder = ArchiveBuilder()
    let http = "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\n"
    builder.add(ArchiveBuilder.response("a", http: http, body: "Rien ici.".bytes))
    let content = try ArchiveContent(builder.bytes, options: options)
    #expect(content.pages.map(\.status) == [404])
  }

  @Test func otherCompressionIsRefused() throws {
    let failure = #expect(throws: IOFailure.self) {
      try WARCReader(ArraySource("BZh91AY&SY".bytes))
    }
    #expect(failure?.code == .unsupported)
  }

  @Test(arguments: [Compression.none, .zstandard])
  func zstandardDictionariesAreUsed(stored: Compression) throws {
    let dictionary =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:a>\r\n"
      + "Content-Type: application/http\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
      + "<html><p>Le maire a dit oui.</p></html>"
    // One record compressed with that dictionary.
    let frame: [UInt8] = [
      0x28, 0xB5, 0x2F, 0xFD, 0x20, 0xCA, 0xF5, 0x00, 0x00, 0x88, 0x57, 0x4C, 0x65, 0x6E, 0x67,
      0x74, 0x68, 0x3A, 0x20, 0x38, 0x33, 0x0D, 0x0A, 0x0D, 0x0A, 0x0D, 0x0A, 0x03, 0x00, 0x92,
      0x34, 0x33, 0x87, 0x6E, 0x70, 0xB3, 0xC9, 0x5C, 0x01,
    ]
    let content = StoredBytes.store(dictionary.bytes, stored)
    let length = (0..<4).map { UInt8(truncatingIfNeeded: content.count >> (8 * $0)) }
    let archive = [0x5D, 0x2A, 0x4D, 0x18] + length + content + frame + frame
    for step in [1, 1000] {
      let found = try ArchiveContent(archive, step: step)
      #expect(found.ids == ["a", "a"])
      #expect(found.pages.first?.body == "<html><p>Le maire a dit oui.</p></html>".bytes)
    }
    for cut in 0..<archive.count {
      #expect(try ArchiveContent(Array(archive[..<cut])).pages.count < 2)
    }
  }
}
