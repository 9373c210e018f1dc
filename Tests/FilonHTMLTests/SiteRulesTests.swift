import FilonCore
import FilonHTML
import Testing

@Suite struct SiteRulesTests {
  private let page = ArticlePage.html(
    """
    <div class="chapeau"><p>\(ArticlePage.first)</p></div>
    <div class="corps big" id="c1"><p>\(ArticlePage.second)</p>
    <div class="inread"><p>Une phrase insérée par la régie, assez longue pour passer pour du texte.</p></div>
    <p>\(ArticlePage.third)</p></div>
    <p class="t">Le vrai titre</p><p><b class="sig">Jeanne Martin</b> <i itemprop="jour" title="x">5 mars 2024</i></p>
    """)

  private func extract(_ rules: String, url: String = "https://www.journal.example/a") throws
    -> ExtractedPage
  {
    var extractor = PageExtractor(options: ExtractionOptions(rules: try SiteRules(rules)))
    return try extractor.extract(Page(bytes: Array(page.utf8)), url: url)
  }

  @Test(arguments: [
    "www.journal.example\tkeep\tdiv.corps", "*.journal.example\tkeep\t#c1",
    "*\tkeep\tarticle > .corps.big", "*\tkeep\tbody div[id=c1]",
  ])
  func keepsWhatTheRuleSelects(_ rule: String) throws {
    let text = try extract("# commentaire\n\n" + rule + "\n*\tdrop\t.inread, .autre\n").text
    #expect(text == ArticlePage.second + "\n\n" + ArticlePage.third)
  }

  @Test func rulesForOtherSitesDoNothing() throws {
    let rules = "autre.example\tkeep\t#c1\n*.nal.example\tdrop\tp"
    #expect(try extract(rules).text == extract("").text)
  }

  @Test func titleDateAndAuthorComeWithTheirEvidence() throws {
    let data = try extract("*\ttitle\tp.t\n*\tdate\t[itemprop=jour]\n*\tauthor\tp > b.sig\n")
      .metadata
    #expect(data.title == "Le vrai titre")
    #expect(data.published == "2024-03-05")
    #expect(data.authors == ["Jeanne Martin"])
    for field in ["title", "published", "authors"] { #expect(data.evidence[field] == "rule") }
  }

  @Test(arguments: [
    ("a\tkeep", 1), ("*\tkeep\tdiv\n*\tgarder\tdiv", 2), ("*\tkeep\tdiv >", 1),
    ("*\tkeep\tinconnu", 1), ("*\tkeep\t[onclick]", 1), ("*\tkeep\tdiv:first-child", 1),
    ("*\tkeep\t.", 1), ("*\tkeep\t[id", 1), ("*\tkeep\t", 1), ("*\tdrop\tdiv,", 1),
  ])
  func saysWhichLineIsWrong(_ rules: String, _ line: Int) {
    let fault = #expect(throws: SiteRules.Fault.self) { try SiteRules(rules) }
    #expect(fault?.line == line)
  }

  @Test func aLongChainOfSelectorsOnADeepPageIsReadInTime() throws {
    let rules = try SiteRules(
      "*\tdrop\t" + Array(repeating: "div", count: 16).joined(separator: " "))
    var extractor = PageExtractor(options: ExtractionOptions(rules: rules))
    let html = String(repeating: "<div>", count: 20_000) + "<p>\(ArticlePage.first)</p>"
    let page = try extractor.extract(Page(bytes: Array(html.utf8)))
    #expect(page.text.isEmpty)
  }
}
