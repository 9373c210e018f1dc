import FilonCore
import FilonHTML
import Testing

@Suite struct ExplanationTests {
  private func trace(_ body: String) throws -> ExtractionTrace {
    var extractor = PageExtractor()
    let html = ArticlePage.html(
      "<p>\(ArticlePage.first)</p><p>\(ArticlePage.second)</p>" + body)
    return try extractor.explain(Page(bytes: Array(html.utf8)))
  }

  @Test func theTerminalTextSaysWhatIsKeptAndWhyTheRestIsNot() throws {
    let text = try trace("<p>Lire aussi : <a href=/x>la piscine</a></p>")
      .terminalText(isColoured: false)
    #expect(text.contains("+ paragraph  " + ArticlePage.first))
    #expect(text.contains("- phrase  Lire aussi : la piscine"))
    #expect(text.contains("- element  Accueil"))
    #expect(text.contains("title: Le budget adopté [markup]"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func nothingOfThePageControlsTheTerminal() throws {
    let trace = try trace(
      "<p class='x\u{1B}[31m'>Une\u{1B}[2J phrase\u{9B}31m piégée, comme on en voit.</p>")
    #expect(
      !trace.terminalText(isColoured: false).unicodeScalars.contains { scalar in
        scalar.value < 0x20 && scalar != "\n" || (0x7F..<0xA0).contains(scalar.value)
      })
    #expect(trace.terminalText(isColoured: true).contains("\u{1B}[32m+ paragraph"))
  }

  @Test func everythingOfThePageIsEscapedInHTML() throws {
    let attack = "&lt;script&gt;alert(1)&lt;/script&gt; \"'&amp;amp;"
    let html = try trace("<p class='\"><img src=x onerror=1>'>Un paragraphe \(attack) de fin.</p>")
      .htmlPage(name: "<b>\"page\"&</b>")
    #expect(!html.contains("<script"))
    #expect(!html.contains("<img"))
    #expect(!html.contains("<b>"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
  }

  @Test func theEntriesCoverThePageInOrder() throws {
    let trace = try trace("<aside><p>Recevez notre lettre.</p></aside>")
    var end = 0
    for entry in trace.entries {
      #expect(entry.html.lowerBound >= end)
      end = entry.html.upperBound
    }
    #expect(trace.entries.filter(\.isKept).map(\.text).joined(separator: "\n\n") == trace.page.text)
  }
}
