import FilonCore
import FilonHTML
import Testing

/// Pages that are no plain article.
@Suite struct PageTypeTests {
  private static let text =
    "<p>\(ArticlePage.first)</p><p>\(ArticlePage.second)</p><p>\(ArticlePage.third)</p>"

  private func extract(_ html: String, url: String? = nil) throws -> ExtractedPage {
    var extractor = PageExtractor()
    return try extractor.extract(Page(bytes: Array(html.utf8)), url: url)
  }

  private static let cards = (0..<12).map { number in
    "<div class='card'><h3><a href='/\(number)'>Un titre d’article, le numéro \(number)</a></h3></div>"
  }.joined()

  @Test(arguments: [
    ("<div class='tag-page'>\(cards)</div>", "", "https://exemple.fr/tag/budget", "list"),
    ("<div>\(cards)</div>", "", "https://exemple.fr/", "home"),
    (
      "<div>\(cards)</div>",
      "<script type='application/ld+json'>{\"@type\":\"SearchResultsPage\"}</script>",
      "https://exemple.fr/recherche?q=budget", "list"
    ),
    (
      "<p>Error 404: page not found</p>", "<title>Page not found</title>", "https://a.example/x",
      "error"
    ),
    (text, "", "https://exemple.fr/ville/budget-2024", "article"),
    (
      text, "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\"}</script>",
      "https://exemple.fr/direct", "live"
    ),
    ("<div class='live-blog'>\(text)</div>", "", "https://exemple.fr/suivi", "live"),
  ])
  func tellsWhatAPageIs(_ body: String, _ head: String, _ url: String, _ kind: String) throws {
    let html =
      "<html><head>\(head)</head><body><nav><a href='/'>Accueil</a></nav>\(body)</body></html>"
    #expect(try extract(html, url: url).metadata.pageType == kind)
  }

  @Test func theEntriesOfALivePageAreKeptInOrder() throws {
    let entries = ["20 h 45 : la décrue s’amorce", "16 h 30 : les écoles fermées"].map {
      "<div class='live-post'><h2>\($0)</h2>\(Self.text)</div>"
    }
    let page = try extract(
      ArticlePage.html(
        "<div class='liveblog'>\(entries.joined())</div><button>Plus anciens</button>"))
    #expect(page.metadata.pageType == "live")
    #expect(
      page.blocks.map(\.kind) == [
        .heading, .paragraph, .paragraph, .paragraph, .heading, .paragraph, .paragraph, .paragraph,
      ])
  }

  @Test func theLinksBetweenThePagesOfAnArticleAreNoText() throws {
    let links =
      "<div class='pagination'><span>Page 1</span> <a href='?p=2'>2</a> <a href='?p=2'>Page suivante</a></div>"
    let page = try extract(ArticlePage.html(links + Self.text + links))
    #expect(page.text.hasPrefix(ArticlePage.first) && page.text.hasSuffix(ArticlePage.third))
    #expect(page.metadata.pageType == "article")
  }

  @Test func theNumbersOfParagraphsAreNoText() throws {
    let page = try extract(
      ArticlePage.html("<p><span class='paranumber'>1</span>\(ArticlePage.first)</p>" + Self.text))
    #expect(page.text.hasPrefix(ArticlePage.first))
  }
}
