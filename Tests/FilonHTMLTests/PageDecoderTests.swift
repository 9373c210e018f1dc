import FilonCore
import FilonHTML
import Testing

@Suite struct PageDecoderTests {
  private func decode(_ bytes: [UInt8], _ charset: String? = nil) -> (text: String, charset: String)
  {
    let page = PageDecoder().decode(Page(bytes: bytes, charset: charset))
    return (String(decoding: page.utf8, as: UTF8.self), page.charset)
  }

  @Test func validUTF8WinsOverEveryDeclaration() {
    let html = "<meta charset=iso-8859-1><p>été</p>"
    let (text, charset) = decode(Array(html.utf8), "windows-1252")
    #expect(text == html)
    #expect(charset == "utf-8")
  }

  @Test(
    arguments: [
      ("<meta charset=iso-8859-1>", nil), ("", "latin1"), ("", nil),
      ("<meta charset=inconnu>", nil),
      ("<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", nil),
      ("<?xml version='1.0' encoding='iso-8859-1'?>", nil),
    ] as [(String, String?)])
  func latinIsWindows1252(_ head: String, _ header: String?) {
    let (text, charset) = decode(Array(head.utf8) + [0x93, 0xE9, 0x74, 0xE9, 0x94, 0x80], header)
    #expect(text == head + "“été”€")
    #expect(charset == "windows-1252")
  }

  @Test func theTransportWinsOverThePage() {
    let (text, charset) = decode(
      Array("<meta charset=koi8-r>".utf8) + [0xEF, 0xF0], "windows-1251")
    #expect(text.hasSuffix("пр"))
    #expect(charset == "windows-1251")
  }

  @Test func aLateDeclarationIsFound() {
    let padding = Array(repeating: UInt8(0x20), count: 5000)
    let (text, _) = decode(padding + Array("<meta charset='windows-1250'>".utf8) + [0xB3])
    #expect(text.hasSuffix("ł"))
  }

  @Test func strayBytesInUTF8AreWindows1252() {
    let bytes = Array("<p>été, été, été, été, été</p>".utf8) + [0x92, 0x80]
    let (text, charset) = decode(bytes, "utf-8")
    #expect(text == "<p>été, été, été, été, été</p>’€")
    #expect(charset == "utf-8")
  }

  @Test func aByteOrderMarkGoesAway() {
    #expect(decode([0xEF, 0xBB, 0xBF, 0x61]).text == "a")
    #expect(decode([0xFE, 0xFF, 0x00, 0xE9]).text == "é")
    #expect(decode([0xFF, 0xFE, 0xE9, 0x00]).text == "é")
  }

  @Test func utf16WithoutAMarkIsSeen() {
    let bytes = Array("<html><p>ab</p></html>".utf16).flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    #expect(decode(bytes).text == "<html><p>ab</p></html>")
  }

  @Test(arguments: [
    ("shift_jis", [0x93, 0xFA, 0x96, 0x7B] as [UInt8], "日本"),
    ("euc-jp", [0xC6, 0xFC, 0xCB, 0xDC], "日本"), ("gb2312", [0xD6, 0xD0, 0xB9, 0xFA], "中国"),
    ("gb18030", [0xD6, 0xD0, 0x81, 0x30, 0x89, 0x38], "中ß"),
    ("big5", [0xA4, 0xA4, 0xB0, 0xEA], "中國"), ("euc-kr", [0xC7, 0xD1, 0xB1, 0xB9], "한국"),
  ])
  func eastAsianEncodings(_ charset: String, _ bytes: [UInt8], _ expected: String) {
    let page = PageDecoder().decode(
      Page(bytes: Array("ab".utf8) + bytes + Array("c".utf8), charset: charset))
    #expect(String(decoding: page.utf8, as: UTF8.self) == "ab" + expected + "c")
    #expect(page.originalOffset(ofUTF8: page.utf8.count - 1) == 2 + bytes.count)
    #expect(page.originalOffset(ofUTF8: 2) == 2)
  }

  @Test func invalidEastAsianBytesAreReplaced() {
    let text = decode([0x61, 0xFF, 0xFF, 0x62], "shift_jis").text
    #expect(text.hasPrefix("a") && text.hasSuffix("b") && text.contains("\u{FFFD}"))
  }

  @Test func offsetsLeadBackToTheBytesReceived() {
    let bytes: [UInt8] = [0x61, 0xE9, 0x62, 0x80, 0x63]
    let page = PageDecoder().decode(Page(bytes: bytes))
    #expect(String(decoding: page.utf8, as: UTF8.self) == "aéb€c")
    #expect([0, 1, 3, 4, 7].map { page.originalOffset(ofUTF8: $0) } == [0, 1, 2, 3, 4])
  }
}
