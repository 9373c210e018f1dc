internal import FilonCore

/// The text of an article as the page's linked data give it, for pages that show little of it.
struct LinkedBody {
  /// A shorter body is a teaser.
  private static let least = 400

  let paragraphs: [String]
  /// The script that holds it, as a range of the page in UTF-8.
  let source: Range<Int>

  /// The body, when it is more than twice as long as what the markup gave.
  init?(_ linked: LinkedData, kept: Int) {
    guard let body = linked.articleBody, let source = linked.articleSource,
      body.utf8.count > 2 * kept
    else { return nil }
    let paragraphs = Self.paragraphs(of: body)
    let length = paragraphs.reduce(0) { $0 + $1.utf8.count }
    guard length >= Self.least, length > 2 * kept else { return nil }
    self.paragraphs = paragraphs
    self.source = source
  }

  /// Paragraphs of a text that may hold markup: tags become line breaks.
  private static func paragraphs(of body: String) -> [String] {
    var plain = ""
    var isInTag = false
    for scalar in body.unescapedReferences.unicodeScalars {
      if scalar == "<" {
        isInTag = true
      } else if scalar == ">", isInTag {
        isInTag = false
        plain.unicodeScalars.append("\n")
      } else if !isInTag {
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain.split(whereSeparator: \.isNewline).map { String($0).collapsedSpaces }
      .filter { !$0.isEmpty }.map(\.canonicallyComposed)
  }

  /// The body as text and blocks.
  func write(_ page: DecodedPage) -> (text: String, blocks: [Block]) {
    var text = ""
    var blocks: [Block] = []
    let html =
      page.originalOffset(
        ofUTF8: source.lowerBound)..<page.originalOffset(ofUTF8: source.upperBound)
    for paragraph in paragraphs {
      if !text.isEmpty { text += "\n\n" }
      let start = text.utf8.count
      text += paragraph
      blocks.append(
        Block(range: TextRange(start, text.utf8.count), kind: .paragraph, html: html))
    }
    return (text, blocks)
  }
}
