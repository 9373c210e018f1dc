import Foundation
import Testing

@testable import FilonIO

@Suite struct InputDiscoveryTests {
  private func corpus() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in [
      "b/page.html", "b/.hidden.html", "a.jsonl.gz", "Z.warc.gz", "b/c/deep.HTM", "notes.pdf",
      "b/Éa.txt", "b/e.txt", "out.jsonl.part", ".git/x.html",
    ] {
      try folder.write(name, "x".bytes)
    }
    return folder
  }

  private func names(_ found: InputDiscovery, in folder: TemporaryFolder) -> [String] {
    found.files.map { ($0.path ?? "-").replacing(folder.path + "/", with: "") }
  }

  @Test func aFolderIsItsKnownFilesInBytewiseOrder() throws {
    let folder = try corpus()
    let found = InputDiscovery([folder.path])
    #expect(
      names(found, in: folder)
        == ["Z.warc.gz", "a.jsonl.gz", "b/c/deep.HTM", "b/e.txt", "b/page.html", "b/Éa.txt"])
    #expect(found.files.map(\.format) == [.warc, .jsonl, .html, .text, .html, .text])
    #expect(found.failures.isEmpty)
  }

  @Test func aNamedFileNeedsNoKnownExtension() throws {
    let folder = try corpus()
    let found = InputDiscovery([folder.path("notes.pdf"), "-", folder.path("b/.hidden.html")])
    #expect(names(found, in: folder) == ["notes.pdf", "-", "b/.hidden.html"])
    #expect(found.files.map(\.length) == [1, nil, 1])
  }

  @Test(arguments: [
    ("*.gz", ["Z.warc.gz", "a.jsonl.gz"]),
    ("b/*.html", ["b/page.html"]),
    ("b/[d-f].txt", ["b/e.txt"]),
    ("b/?.txt", ["b/e.txt"]),
    ("**/*.[hH]*", ["b/c/deep.HTM", "b/page.html"]),
    ("**/page.html", ["b/page.html"]),
    ("b/**", ["b/c/deep.HTM", "b/e.txt", "b/page.html", "b/Éa.txt"]),
    ("*/*/deep.*", ["b/c/deep.HTM"]),
  ])
  func patterns(pattern: String, expected: [String]) throws {
    let folder = try corpus()
    let found = InputDiscovery([folder.path(pattern)])
    #expect(names(found, in: folder) == expected)
    #expect(found.failures.isEmpty)
  }

  @Test func whatIsNotThereIsReportedAll() throws {
    let folder = try corpus()
    try FileManager.default.createDirectory(
      atPath: folder.path("empty"), withIntermediateDirectories: true)
    let found = InputDiscovery(
      [
        folder.path("none.html"), folder.path("*.docx"), folder.path("empty"),
        folder.path("b/e.txt"), folder.path("no/such/*.html"),
      ])
    #expect(found.failures.map(\.code) == [.missing, .missing, .missing, .missing])
    #expect(names(found, in: folder) == ["b/e.txt"])
  }

  @Test func eachPathOnce() throws {
    let folder = try corpus()
    let found = InputDiscovery([folder.path("b/e.txt"), folder.path("b"), folder.path("b/*.txt")])
    #expect(names(found, in: folder).filter { $0 == "b/e.txt" }.count == 1)
    #expect(found.files.count == 4)
  }

  @Test func aFileNamedLikeAPatternIsAFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("[a].html", "x".bytes)
    try folder.write("a.html", "x".bytes)
    #expect(names(InputDiscovery([folder.path("[a].html")]), in: folder) == ["[a].html"])
  }

  @Test func linksToFoldersAreNotWalked() throws {
    let folder = try corpus()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("b/loop"), withDestinationPath: folder.path)
    #expect(InputDiscovery([folder.path]).files.count == 6)
  }

  @Test func listsAreLinesOrNulTerminated() {
    #expect(InputDiscovery.paths(inList: "a b\n\n-x\r\nà\n".bytes) == ["a b", "-x", "à"])
    #expect(InputDiscovery.paths(inList: "a\nb\0c\0\0".bytes) == ["a\nb", "c"])
    #expect(InputDiscovery.paths(inList: []).isEmpty)
  }

  @Test(arguments: [
    ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbYbZ", false), ("[!a-c]x", "dx", true),
    ("[!a-c]x", "bx", false), ("[]]", "]", true), ("[", "[", true), ("*", ".x", false),
    (".*", ".x", true), ("**", "a/b/c", true), ("a/**/b", "a/b", true),
    ("a/**/b", "a/x/y/b", true), ("a/**/b", "a/x/y/c", false), ("*/b", "a/x/b", false),
    ("/a", "a", false), ("", "", true), ("[a-]", "-", true),
  ])
  func matching(pattern: String, path: String, matches: Bool) {
    #expect(GlobPattern(pattern).matches(path) == matches)
  }

  @Test func aPatternOfManyStarsIsNotSlow() {
    let pattern = GlobPattern(String(repeating: "*a", count: 30) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 200)))
  }
}

@Suite struct InputFormatTests {
  @Test(arguments: [
    ("a.warc", InputFormat.warc), ("a.warc.gz", .warc), ("A.WARC.GZ", .warc), ("x/a.html", .html),
    ("a.b.xhtml.zst", .html), ("a.ndjson", .jsonl), ("a.txt", .text), ("feed.atom", .feed),
  ])
  func byName(path: String, format: InputFormat) {
    #expect(InputFormat(path: path) == format)
  }

  @Test(arguments: ["a", "a.gz", ".gz", "html", "a.warc.gz.part", "a.pdf", "", "dir.html/"])
  func namesThatSayNothing(path: String) {
    #expect(InputFormat(path: path) == (path == "dir.html/" ? .html : nil))
  }

  @Test(arguments: [
    ("WARC/1.1\r\nWARC-Type: warcinfo\r\n", nil, InputFormat.warc),
    ("\u{FEFF}  <!DOCTYPE html><html>", nil, .html),
    ("{\"id\":1}\n", nil, .jsonl),
    ("{\"id\":1}\n", "a.txt", .text),
    ("Bonjour.", nil, .text),
    ("Bonjour.", "a.html", .html),
    ("<?xml version='1.0'?><rss version='2.0'>", "a.html", .feed),
    ("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>", nil, .feed),
    ("<html><p>how to write &lt;rss> and <feed></html>", nil, .html),
    (
      "<html><body><article><div class=\"titreArticle\">Un titre</div></article></body></html>",
      "export.html", .europresse
    ),
    ("<html><p>Selon Europresse, la presse va mal.</p></html>", "a.html", .html),
    ("", nil, .text),
  ])
  func byContent(content: String, path: String?, format: InputFormat) {
    #expect(InputFormat(content: content.bytes, named: path) == format)
  }

  @Test func looksThroughCompression() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("dump", StoredBytes.gzip("WARC/1.0\r\nWARC-Type: warcinfo\r\n"))
    #expect(try InputFile(path: path).detectedFormat() == .warc)
  }
}
