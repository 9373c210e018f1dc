internal import FilonCore

/// Cleans plain text that was copied from a page or came over a wire.
///
/// Lines of page furniture go ("7 min read", "You may also like", notices of cookies and
/// newsletters), and all that follows a line that ends the article. A first line that looks like a
/// title becomes the title, a byline the authors; short lines between paragraphs are headings.
public struct PlainTextCleaner: Sendable {
  /// An end mark counts only after this share of the text.
  private static let earliestEnd = 0.5
  /// A disclaimer is furniture only after this share of the text.
  private static let earliestDisclaimer = 0.5
  /// How many paragraphs from the top bylines and reading times are looked for.
  private static let topParagraphs = 12

  /// Makes a cleaner.
  public init() {}

  /// Cleans one text. Blocks have no place in a page, so that their `html` range is nil.
  public func clean(_ text: String) -> ExtractedPage {
    var page = ExtractedPage()
    let lines = PlainTextLines(text.canonicallyComposed).paragraphs
    var body: [PlainTextLines.Paragraph] = []
    let total = max(1, lines.reduce(0) { $0 + $1.text.utf8.count })
    var seen = 0
    var index = 0
    while index < lines.count {
      let line = lines[index]
      defer {
        seen += line.text.utf8.count
        index += 1
      }
      let share = Double(seen) / Double(total)
      if index < Self.topParagraphs {
        if let taken = takeByline(lines, at: index, into: &page.metadata) {
          for extra in 1..<max(1, taken) { seen += lines[index + extra].text.utf8.count }
          index += taken - 1
          continue
        }
        if isDateline(line), let date = DateParser().first(in: line.text) {
          if page.metadata.published == nil {
            page.metadata.published = date.iso8601
            page.metadata.evidence["published"] = "text"
          }
          continue
        }
      }
      if let concept = FurniturePhrases.shared.concept(of: Array(line.text.utf8), words: line.words)
      {
        if concept == .end, share >= Self.earliestEnd { break }
        if concept != .disclaimer || share >= Self.earliestDisclaimer { continue }
      }
      body.append(line)
    }
    write(body, into: &page)
    return page
  }

  /// The number of paragraphs that a byline at `index` takes, or nil when there is none.
  private func takeByline(
    _ lines: [PlainTextLines.Paragraph], at index: Int, into metadata: inout Metadata
  ) -> Int? {
    let line = lines[index]
    guard line.words <= 8, metadata.authors.isEmpty else { return nil }
    guard let prefix = Bylines.prefix(of: line.text) else { return nil }
    let rest = String(line.text.dropFirst(prefix.count).drop { $0 == " " || $0 == ":" })
    if rest.isEmpty {
      guard index + 1 < lines.count, lines[index + 1].words <= 8 else { return nil }
      let names = AuthorNames.split(lines[index + 1].text).filter(Bylines.looksLikeName)
      guard !names.isEmpty else { return nil }
      set(names, in: &metadata)
      return 2
    }
    let names = AuthorNames.split(rest).filter(Bylines.looksLikeName)
    guard !names.isEmpty else { return nil }
    set(names, in: &metadata)
    return 1
  }

  private func set(_ names: [String], in metadata: inout Metadata) {
    metadata.authors = names
    metadata.evidence["authors"] = "text"
  }

  /// Whether a line near the top is a date and little else.
  private func isDateline(_ line: PlainTextLines.Paragraph) -> Bool {
    line.words <= 10 && line.text.utf8.count < 80
      && line.text.utf8.contains { (0x30...0x39).contains($0) }
      && line.text.utf8.last != UInt8(ascii: ".") && DateParser().first(in: line.text) != nil
  }

  private func write(_ body: [PlainTextLines.Paragraph], into page: inout ExtractedPage) {
    var out = ""
    for (index, paragraph) in body.enumerated() {
      let next = index + 1 < body.count ? body[index + 1] : nil
      var kind = Block.Kind.paragraph
      var level: UInt8 = 0
      if index == 0, paragraph.looksLikeTitle, next != nil {
        kind = .heading
        level = 1
        page.metadata.title = paragraph.text
        page.metadata.evidence["title"] = "text"
      } else if paragraph.isItem {
        kind = .item
        level = 1
      } else if let next, paragraph.looksLikeHeading, next.words > paragraph.words {
        kind = .heading
        level = 2
      }
      if !out.isEmpty {
        out += kind == .item && page.blocks.last?.kind == .item ? "\n" : "\n\n"
      }
      let start = out.utf8.count
      out += paragraph.text
      page.blocks.append(
        Block(range: TextRange(start, out.utf8.count), kind: kind, level: level))
    }
    page.text = out
  }
}
