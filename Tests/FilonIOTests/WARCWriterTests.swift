import FilonIO
import Testing

@Suite struct WARCWriterTests {
  private func write(to path: String) throws {
    var writer = try WARCWriter(path: path)
    try writer.writeInfo(
      filename: "x.warc.gz", date: "2026-01-01T00:00:00Z",
      fields: [("software", "filon"), ("format", "WARC File Format 1.1")])
    for id in ["un", "deux"] {
      try writer.writeResponse(
        url: "https://journal.example/\(id)", date: "2026-01-01T00:00:00Z",
        fields: [("Content-Type", "text/html; charset=utf-8"), ("X-Evil", "a\r\nInjected: b")],
        body: ArchiveBuilder.page(id))
    }
    try writer.commit()
  }

  @Test(arguments: ["x.warc", "x.warc.gz", "x.warc.zst"])
  func whatIsWrittenIsRead(name: String) throws {
    let folder = try TemporaryFolder()
    try write(to: folder.path(name))
    let content = try ArchiveContent(path: folder.path(name))
    #expect(content.pages.map(\.body) == ["un", "deux"].map(ArchiveBuilder.page))
    #expect(content.pages.map(\.charset) == ["utf-8", "utf-8"])
    #expect(content.skipped == ["warcinfo"])
    #expect(content.damages.isEmpty)
    let ids = content.pages.compactMap(\.recordID)
    #expect(Set(ids).count == 2)
    #expect(ids.allSatisfy { $0.hasPrefix("<urn:uuid:") && $0.utf8.count == 47 })
  }

  @Test func theSameCallsGiveTheSameBytes() throws {
    let folder = try TemporaryFolder()
    try write(to: folder.path("a.warc.gz"))
    try write(to: folder.path("b.warc.gz"))
    #expect(try folder.read("a.warc.gz") == folder.read("b.warc.gz"))
  }

  @Test func valuesCannotMakeFields() throws {
    let folder = try TemporaryFolder()
    try write(to: folder.path("a.warc"))
    let text = String(decoding: try folder.read("a.warc"), as: UTF8.self)
    #expect(!text.contains("\nInjected"))
  }
}
