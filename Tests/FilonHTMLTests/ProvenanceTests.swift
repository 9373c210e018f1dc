import FilonCore
import FilonHTML
import Testing

/// The words of every block stand in the bytes of the page that the block names.
@Suite struct ProvenanceTests {
  private static let body = """
    <p>Premier paragraphe, avec des <b>mots gras</b> et un <a href="/x">lien dans le texte</a>.</p>
    <script>var x = "<p>rien</p>";</script><!-- un commentaire -->
    <p>Deuxième paragraphe&nbsp;: l&#146;été fut chaud, &eacute;crit-on, « très chaud ».</p>
    <div>Texte sans paragraphe,<br><br>puis un autre morceau de texte, assez long pour compter.</div>
    """

  private func words(_ text: some StringProtocol) -> [String] {
    String(text).split { !$0.isLetter || !$0.isASCII }.map { String($0) }
  }

  @Test func inUTF8() throws {
    let html = ArticlePage.html(Self.body)
    let page = try ArticlePage.extract(html)
    #expect(page.blocks.count == 4)
    try check(page, Array(html.utf8)) { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: ["windows-1252", "iso-8859-1"])
  func inASingleByteEncoding(_ charset: String) throws {
    let html = ArticlePage.html(Self.body).replacing("utf-8", with: charset)
    let bytes = html.unicodeScalars.map { $0.value < 0x100 ? UInt8($0.value) : 0x92 }
    let page = try ArticlePage.extract(bytes)
    #expect(page.charset == "windows-1252")
    #expect(page.text.contains("Deuxième paragraphe"))
    try check(page, bytes) { slice in
      var text = ""
      for byte in slice { text.unicodeScalars.append(Unicode.Scalar(byte)) }
      return text
    }
  }

  @Test func inUTF16() throws {
    let html = ArticlePage.html(Self.body)
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in html.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let page = try ArticlePage.extract(bytes)
    #expect(page.charset == "utf-16le")
    try check(page, bytes) { slice in
      let all = Array(slice)
      let units = stride(from: 0, to: all.count - 1, by: 2)
        .map { UInt16(all[$0]) | UInt16(all[$0 + 1]) << 8 }
      return String(decoding: units, as: UTF16.self)
    }
  }

  /// A record carries the page in UTF-8; with the offsets that it carries too, the blocks still name
  /// the bytes received.
  @Test(arguments: ["windows-1252", "utf-16", "shift_jis", "strays", "mark", "utf-8"])
  func throughARecord(_ kind: String) throws {
    let html = ArticlePage.html(Self.body)
    var bytes = Array(html.utf8)
    var charset: String?
    switch kind {
    case "windows-1252":
      bytes = html.unicodeScalars.map { $0.value < 0x100 ? UInt8($0.value) : 0x92 }
      charset = kind
    case "utf-16":
      bytes = [0xFF, 0xFE] + html.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "shift_jis":
      bytes = html.unicodeScalars.flatMap { $0.isASCII ? [UInt8($0.value)] : [0x82, 0xA0] }
      charset = kind
    case "strays": bytes = Array(ArticlePage.html("<p>caf\u{E9} " + Self.body).utf8) + [0x92, 0x92]
    case "mark": bytes = [0xEF, 0xBB, 0xBF] + bytes
    default: break
    }
    let decoded = PageDecoder().decode(Page(bytes: bytes, charset: charset))
    let carried = DecodedPage(
      utf8: decoded.utf8, charset: decoded.charset, offsetsJSON: decoded.offsetsJSON)
    #expect((decoded.offsetsJSON == nil) == (kind == "utf-8"))
    var extractor = PageExtractor()
    let direct = try extractor.extract(Page(bytes: bytes, charset: charset))
    let page = try extractor.extract(carried)
    #expect(page.blocks == direct.blocks)
    #expect(page.blocks.count >= 4)
    #expect(page.charset == direct.charset)
  }

  @Test(arguments: ["", "[]", "[1]", "[5,1,3,2]", "[0,0,0,0]", "{}", "[0,4294967295]", "nul"])
  func offsetsThatMakeNoSenseDoNoHarm(_ offsets: String) throws {
    let html = Array(ArticlePage.html(Self.body).utf8)
    var extractor = PageExtractor()
    let page = try extractor.extract(
      DecodedPage(utf8: html, charset: "utf-8", offsetsJSON: offsets))
    #expect(page.blocks.count == 4)
  }

  private func check(
    _ page: ExtractedPage, _ bytes: [UInt8], _ decode: (ArraySlice<UInt8>) -> String
  ) throws {
    var end = 0
    for block in page.blocks {
      #expect(Int(block.range.start) >= end)
      end = Int(block.range.end)
      let html = try #require(block.html)
      let source = words(decode(bytes[html]))
      for word in words(page.text.slice(block.range)) where word.utf8.count > 3 {
        #expect(source.contains(word), "\(word) is not in \(source)")
      }
    }
    #expect(end == page.text.utf8.count)
  }

  @Test func sameInputSameOutput() throws {
    let html = Array(ArticlePage.html(Self.body).utf8)
    var extractor = PageExtractor()
    let first = try extractor.extract(Page(bytes: html))
    _ = try extractor.extract(Page(bytes: Array("<p>une autre page, plus courte</p>".utf8)))
    let second = try extractor.extract(Page(bytes: html))
    #expect(first.text == second.text)
    #expect(first.blocks == second.blocks)
    #expect(first.metadata == second.metadata)
  }
}

extension String {
  /// The text with every `old` replaced.
  fileprivate func replacing(_ old: String, with new: String) -> String {
    var out = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(old) {
        out += new
        rest = rest.dropFirst(old.count)
      } else {
        out.append(rest.removeFirst())
      }
    }
    return out
  }
}
