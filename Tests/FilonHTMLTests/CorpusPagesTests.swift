import FilonCore
import FilonHTML
import Glibc
import Testing

/// The pages of the repository's own corpora, as varied in markup as the press is.
@Suite struct CorpusPagesTests {
  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/corpora"

  private static let pages: [(name: String, bytes: [UInt8])] = {
    files(in: root).filter { $0.hasSuffix(".html") && $0.contains("/pages/") }.sorted()
      .map { (String($0.split(separator: "/").last ?? ""), contents($0)) }
  }()

  /// The paths of all files below a folder.
  private static func files(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder + "/" + name
      found += entry.pointee.d_type == UInt8(DT_DIR) ? files(in: path) : [path]
    }
    return found
  }

  private static func contents(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  private func letters(_ text: some StringProtocol) -> [Substring] {
    String(text).split { !$0.isASCII || !$0.isLetter }.filter { $0.utf8.count > 3 }
  }

  @Test func theWordsOfEveryBlockStandInItsBytes() throws {
    #expect(Self.pages.count >= 60)
    var extractor = PageExtractor()
    for (name, bytes) in Self.pages {
      let page = try extractor.extract(Page(bytes: bytes))
      #expect(!page.blocks.isEmpty, "\(name)")
      for block in page.blocks {
        let html = try #require(block.html)
        var source = ""
        for byte in bytes[html] { source.unicodeScalars.append(Unicode.Scalar(byte)) }
        let words = Set(letters(source))
        for word in letters(page.text.slice(block.range)) {
          #expect(words.contains(word), "\(name): \(word)")
        }
      }
    }
  }

  @Test func theFrenchPagesGiveTheirGold() throws {
    var extractor = PageExtractor()
    var (right, found, expected, titles, days) = (0, 0, 0, 0, 0)
    let lines = Self.contents(Self.root + "/pages-fr/texts.jsonl").split(separator: 0x0A)
    #expect(lines.count >= 30)
    for line in lines {
      let gold = try DocumentCodec().decode(Array(line), fallbackID: "")
      let bytes = try #require(Self.pages.first { $0.name == gold.id + ".html" }).bytes
      let page = try extractor.extract(Page(bytes: bytes), url: gold.source.url)
      let (words, wanted) = (counts(page.text), counts(gold.text))
      right += words.reduce(0) { $0 + min($1.value, wanted[$1.key] ?? 0) }
      found += words.values.reduce(0, +)
      expected += wanted.values.reduce(0, +)
      if page.metadata.title == gold.metadata.title { titles += 1 }
      if page.metadata.published?.prefix(10) == gold.metadata.published?.prefix(10) { days += 1 }
    }
    #expect(Double(2 * right) / Double(found + expected) >= 0.97)
    #expect(titles * 10 >= lines.count * 9)
    #expect(days * 10 >= lines.count * 9)
  }

  private func counts(_ text: String) -> [Substring: Int] {
    Dictionary(text.split { !$0.isLetter && !$0.isNumber }.map { ($0, 1) }, uniquingKeysWith: +)
  }

  @Test func oneExtractorGivesTheSameForeverAfter() throws {
    var extractor = PageExtractor()
    var first: [ExtractedPage] = []
    for round in 0..<4 {
      for (index, page) in Self.pages.enumerated() {
        let extracted = try extractor.extract(Page(bytes: page.bytes))
        if round == 0 {
          first.append(extracted)
        } else {
          #expect(extracted.text == first[index].text)
          #expect(extracted.blocks == first[index].blocks)
          #expect(extracted.metadata == first[index].metadata)
        }
      }
    }
  }

  @Test func pagesCutAnywhereAreRead() throws {
    var extractor = PageExtractor()
    for (name, bytes) in Self.pages {
      for part in 1..<8 {
        let cut = Array(bytes.prefix(bytes.count * part / 8))
        let page = try? extractor.extract(Page(bytes: cut))
        for block in page?.blocks ?? [] {
          let html = try #require(block.html)
          #expect(html.upperBound <= cut.count, "\(name) cut at \(cut.count)")
        }
      }
    }
  }
}
