import FilonCore
import FilonHTML
import Testing

@Suite struct MainTextTests {
  private let body =
    "<p>\(ArticlePage.first)</p><p>\(ArticlePage.second)</p><p>\(ArticlePage.third)</p>"

  @Test func keepsTheArticleAlone() throws {
    let page = try ArticlePage.extract(ArticlePage.html(body))
    #expect(
      page.text
        == [ArticlePage.first, ArticlePage.second, ArticlePage.third]
        .joined(separator: "\n\n"))
    #expect(page.metadata.title == "Le budget adopté")
    #expect(page.metadata.pageType == "article")
  }

  @Test(arguments: [
    "<p>Lire aussi : <a href='/x'>la piscine rouvre</a></p>",
    "<div class='share-buttons'>Partager sur les réseaux sociaux cet article du jour</div>",
    "<div class='related-posts'><a href='/a'>Un autre article</a><a href='/b'>Encore un</a></div>",
    "<aside><p>Recevez chaque matin notre lettre, avec toute l’actualité de la région.</p></aside>",
    "<div style='display:none'><p>Un texte caché que personne ne voit, sauf les robots.</p></div>",
    "<p>Abonnez-vous à notre newsletter pour ne rien manquer de l’actualité locale.</p>",
    "<p>Read more: <a href='/y'>the council's budget in full</a></p>",
    "<figure><img src='a.jpg'><figcaption>La place du marché, mardi soir.</figcaption></figure>",
  ])
  func dropsFurniture(_ furniture: String) throws {
    let page = try ArticlePage.extract(ArticlePage.html(body + furniture))
    #expect(
      page.text
        == [ArticlePage.first, ArticlePage.second, ArticlePage.third]
        .joined(separator: "\n\n"))
  }

  @Test func joinsTheArticleOfSeveralContainers() throws {
    let parts = [ArticlePage.first, ArticlePage.second, ArticlePage.third]
      .map { "<div class='grid'><div class='article-body'><p>\($0)</p></div></div>" }
    let page = try ArticlePage.extract(ArticlePage.html(parts.joined()))
    #expect(page.blocks.count == 3)
  }

  @Test func keepsTheKindsOfBlocks() throws {
    let html = ArticlePage.html(
      "<p>\(ArticlePage.first)</p><h2>Les chiffres</h2><ul><li>deux cents arbres</li>"
        + "<li>une piscine</li></ul><blockquote><p>\(ArticlePage.second)</p></blockquote>"
        + "<table><tr><th>Poste</th><th>Euros</th></tr><tr><td>Arbres</td><td>40 000</td></tr>"
        + "</table><p>\(ArticlePage.third)</p>")
    let page = try ArticlePage.extract(html)
    #expect(
      page.blocks.map(\.kind) == [
        .paragraph, .heading, .item, .item, .quote, .table, .table, .paragraph,
      ])
    #expect(page.blocks[1].level == 2)
    #expect(page.text.contains("deux cents arbres\nune piscine"))
    var options = ExtractionOptions()
    options.keepTables = false
    var extractor = PageExtractor(options: options)
    let without = try extractor.extract(Page(bytes: Array(html.utf8)))
    #expect(!without.text.contains("40 000"))
  }

  @Test func recallKeepsCaptions() throws {
    let caption = "La place du marché, mardi soir, pendant le vote du budget."
    let html = ArticlePage.html(body + "<figure><figcaption>\(caption)</figcaption></figure>")
    var extractor = PageExtractor(options: ExtractionOptions(favour: .recall))
    let page = try extractor.extract(Page(bytes: Array(html.utf8)))
    #expect(page.text.contains(caption))
    #expect(page.blocks.last?.kind == .caption)
  }

  @Test func takesTheBodyFromLinkedDataWhenTheMarkupHasLittle() throws {
    let text = Array(repeating: ArticlePage.first, count: 8).joined(separator: "\\n")
    let script =
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Le budget "
      + "adopté\",\"articleBody\":\"\(text)\"}</script>"
    let html = ArticlePage.html("<p>\(ArticlePage.second)</p>", head: script)
    let page = try ArticlePage.extract(html)
    #expect(page.blocks.count == 8)
    let source = try #require(page.blocks.first?.html)
    #expect(String(decoding: Array(html.utf8)[source], as: UTF8.self).contains("articleBody"))
  }

  @Test func givesTheAddressesOfLinksWhenAsked() throws {
    let linked =
      "<p>Le conseil, <a href='/c?a=1&amp;b=2'>réuni <b>mardi</b> soir</a>, a écouté "
      + "<a href='https://autre.example/x'>l’été</a> et <a>rien</a>, selon la mairie.</p>"
    let html = Array(ArticlePage.html(linked + body).utf8)
    var extractor = PageExtractor(options: ExtractionOptions(keepAddresses: true))
    let page = try extractor.extract(Page(bytes: html), url: "https://www.ville.example/a/b")
    #expect(page.links.map { page.text.slice($0.range) } == ["réuni mardi soir", "l’été"])
    #expect(
      page.links.map(\.url) == ["https://www.ville.example/c?a=1&b=2", "https://autre.example/x"])
    #expect(try ArticlePage.extract(html).links.isEmpty)
  }

  @Test func explainsEveryDecision() throws {
    var extractor = PageExtractor()
    let trace = try extractor.explain(Page(bytes: Array(ArticlePage.html(body).utf8)))
    let kept = trace.entries.filter(\.isKept).map(\.text)
    #expect(kept == [ArticlePage.first, ArticlePage.second, ArticlePage.third])
    #expect(trace.entries.contains { $0.text.contains("Accueil") && $0.reason == "element" })
    #expect(trace.container.contains("article"))
  }

  @Test(arguments: [
    (
      "https://exemple.fr/", "<ul><li><a href='/1'>Un</a></li><li><a href='/2'>Deux</a></li></ul>",
      "home"
    ),
    ("https://exemple.fr/x", "<h1>Page introuvable</h1><p>Cette page n'existe pas.</p>", "error"),
  ])
  func tellsPagesThatAreNoArticle(_ url: String, _ body: String, _ kind: String) throws {
    var extractor = PageExtractor()
    let html = "<html><head><title>Exemple</title></head><body>\(body)</body></html>"
    let page = try extractor.extract(Page(bytes: Array(html.utf8)), url: url)
    #expect(page.metadata.pageType == kind)
  }
}
