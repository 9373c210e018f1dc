import FilonCore
import FilonHTML
import Testing

@Suite struct PlainTextCleanerTests {
  private let copied = """
    La ville plante deux cents arbres

    Par
    Jeanne Martin
    7 min de lecture

    \(ArticlePage.first)

    Un budget disputé

    \(ArticlePage.second)
    \(ArticlePage.third)

    Avertissement : ce texte ne constitue pas un conseil en placement.

    Vous aimerez peut-être aussi

    La piscine rouvre en juin
    Nous utilisons des cookies pour améliorer votre expérience sur notre site.
    """

  @Test func dropsFurnitureAndFindsTitleAuthorAndHeadings() {
    let page = PlainTextCleaner().clean(copied)
    #expect(page.metadata.title == "La ville plante deux cents arbres")
    #expect(page.metadata.authors == ["Jeanne Martin"])
    #expect(page.blocks.map(\.kind) == [.heading, .paragraph, .heading, .paragraph, .paragraph])
    #expect(page.text.hasSuffix(ArticlePage.third))
    for block in page.blocks {
      #expect(block.html == nil)
      #expect(!page.text.slice(block.range).isEmpty)
    }
  }

  @Test func anArticleWithoutFurnitureIsLeftAlone() {
    let text = [ArticlePage.first, ArticlePage.second, ArticlePage.third].joined(separator: "\n\n")
    #expect(PlainTextCleaner().clean(text).text == text)
  }

  @Test func hardWrappedLinesAreJoined() {
    let lines = [
      "Le conseil municipal a voté mardi soir, après trois heures",
      "de débat, le budget de la ville pour l’année prochaine et",
      "celui de l’assainissement, que la maire défend depuis six",
      "mois contre une partie de sa propre majorité, qui trouve",
      "la dépense trop forte pour une commune de cette taille et", "qui préférait une école.",
    ]
    let paragraph = lines.joined(separator: "\n")
    let page = PlainTextCleaner().clean(paragraph + "\n\n" + paragraph)
    #expect(page.blocks.count == 2)
    #expect(
      page.text.hasPrefix("Le conseil municipal a voté mardi soir, après trois heures de débat"))
  }

  @Test(arguments: ["", "\n\n \n", "\0\0", "e\u{301}", "👩‍👩‍👧", "mot", "\u{FEFF}Titre\n\nTexte."])
  func oddTextsAreRead(_ text: String) {
    let page = PlainTextCleaner().clean(text)
    for block in page.blocks { #expect(!page.text.slice(block.range).isEmpty) }
  }

  @Test func aMegabyteOnOneLine() {
    let line = String(repeating: ArticlePage.first + " ", count: 12_000)
    #expect(PlainTextCleaner().clean(line).blocks.count == 1)
  }
}
