import FilonCore
import FilonHTML
import Testing

@Suite struct PageExtractorTests {
  @Test func keepsTheArticleAndDropsTheNavigation() throws {
    let html = """
      <html><head><title>Un titre - Le Quotidien</title></head><body>
      <nav><a href="/">Accueil</a> <a href="/sport">Sport</a></nav>
      <article><h1>Un titre</h1>
      <p>Le conseil municipal a voté mardi soir, après trois heures de débat, le budget de la ville
      pour l&#146;année prochaine.</p><p>Il prévoit de planter deux cents arbres, selon la mairie.</p>
      <p>Lire aussi : <a href="/x">les arbres de la place</a></p></article>
      <footer>Mentions légales</footer></body></html>
      """
    var extractor = PageExtractor()
    let page = try extractor.extract(Page(bytes: Array(html.utf8)))
    #expect(page.text.contains("pour l’année prochaine."))
    #expect(page.text.contains("deux cents arbres"))
    #expect(!page.text.contains("Accueil"))
    #expect(!page.text.contains("Lire aussi"))
    #expect(page.metadata.title == "Un titre")
  }
}
