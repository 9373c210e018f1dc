import FilonCore
import FilonLanguage
import Testing

@Suite("Language of a document and its blocks")
struct DocumentLanguageTests {
  let detector = LanguageDetector()

  /// Joins paragraphs by blank lines and returns their ranges.
  private func document(_ paragraphs: [String]) -> (text: String, blocks: [TextRange]) {
    var blocks: [TextRange] = []
    var offset = 0
    for paragraph in paragraphs {
      blocks.append(TextRange(offset, offset + paragraph.utf8.count))
      offset += paragraph.utf8.count + 2
    }
    return (paragraphs.joined(separator: "\n\n"), blocks)
  }

  private let french = [
    "Le tribunal a rendu sa décision mardi matin, après deux jours de délibéré.",
    "« Nous ferons appel », a déclaré l'avocat de la défense à la sortie de l'audience.",
  ]
  private let english = [
    "The court handed down its ruling on Tuesday morning after two days of deliberation.",
    "“We will appeal,” the defence lawyer told reporters as he left the courtroom.",
  ]

  @Test("One language gives one span")
  func oneLanguage() {
    let (text, blocks) = document(french)
    let language = detector.detect(text, blocks: blocks)
    #expect(language.code == "fr")
    #expect(language.spans.count == 1)
    #expect(language.spans.first?.range == TextRange(0, text.utf8.count))
    #expect(language.confidence > 0.9)
  }

  @Test("Two languages give a span each, and their shares")
  func twoLanguages() {
    let (text, blocks) = document(french + english + [french[0]])
    let language = detector.detect(text, blocks: blocks)
    #expect(language.spans.map(\.code) == ["fr", "en", "fr"])
    #expect(language.code == "fr")
    #expect(text.slice(language.spans[1].range) == english.joined(separator: "\n\n"))
    #expect(language.shares.map(\.code) == ["fr", "en"])
  }

  @Test("A short block takes the language of its neighbours")
  func smoothing() {
    let (text, blocks) = document([french[0], "Politique", "Options", french[1]])
    #expect(detector.detect(text, blocks: blocks).spans.map(\.code) == ["fr"])
    let (other, otherBlocks) = document([english[0], "Options", english[1]])
    #expect(detector.detect(other, blocks: otherBlocks).spans.map(\.code) == ["en"])
  }

  @Test("A table of numbers is in no language and does not come between")
  func numbers() {
    let (text, blocks) = document([french[0], "2019 12,5 13,7\n2020 14,1 15,2", french[1]])
    let language = detector.detect(text, blocks: blocks)
    #expect(language.spans.map(\.code) == ["fr", "und", "fr"])
    #expect(language.code == "fr")
    let only = detector.detect("1 2 3", blocks: [TextRange(0, 5)])
    #expect(only.code == "und")
  }

  @Test("Spans cover every block, in order, on scalar boundaries")
  func coverage() {
    let paragraphs = french + english + ["12", "😀", "é", "Über die Brücke gehen wir", ""] + french
    let (text, blocks) = document(paragraphs)
    let language = detector.detect(text, blocks: blocks)
    for block in blocks where !block.isEmpty {
      #expect(language.spans.contains { $0.range.contains(block) })
    }
    for (first, second) in zip(language.spans, language.spans.dropFirst()) {
      #expect(first.range.end <= second.range.start)
      #expect(first.code != second.code)
    }
    for span in language.spans {
      #expect(text.slice(span.range).utf8.count == span.range.count)
      #expect(span.confidence > 0 && span.confidence <= 1)
    }
    #expect(detector.detect(text, blocks: blocks) == language)
  }

  @Test("Blocks that lie outside the text, overlap or are missing do no harm")
  func oddBlocks() {
    let text = french.joined(separator: "\n\n")
    let size = text.utf8.count
    let odd = [
      TextRange(size - 4, size + 90), TextRange(0, 60), TextRange(20, 60), TextRange(7, 3),
    ]
    let language = detector.detect(text, blocks: odd)
    #expect(language.code == "fr")
    #expect(language.spans.allSatisfy { Int($0.range.end) <= size })
    #expect(detector.detect(text, blocks: []).spans.map(\.range) == [TextRange(0, size)])
    #expect(detector.detect("", blocks: []).code == "und")
  }
}
