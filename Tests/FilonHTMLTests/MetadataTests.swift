import FilonCore
import FilonHTML
import Testing

@Suite struct MetadataTests {
  private func metadata(_ head: String, body: String = "", url: String? = nil) throws -> Metadata {
    var extractor = PageExtractor()
    let html = ArticlePage.html(
      body + "<p>\(ArticlePage.first)</p><p>\(ArticlePage.second)</p>", head: head)
    return try extractor.extract(Page(bytes: Array(html.utf8)), url: url).metadata
  }

  @Test func linkedDataComeWithTheirEvidence() throws {
    let data = try metadata(
      """
      <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},
      {"@type":"NewsArticle","headline":"Le budget adopté","datePublished":"2024-03-05T18:30:00+01:00",
      "dateModified":"2024-03-06","author":[{"@type":"Person","name":"Jeanne Martin"},{"@id":"#p"}],
      "publisher":{"name":"Le Quotidien"},"articleSection":"Local","keywords":"budget, arbres",
      "isAccessibleForFree":"False"},{"@type":"Person","@id":"#p","name":"Paul Durand"},]}
      </script>
      """)
    #expect(data.authors == ["Jeanne Martin", "Paul Durand"])
    #expect(data.published == "2024-03-05T18:30:00+01:00")
    #expect(data.modified == "2024-03-06")
    #expect(data.site == "Le Quotidien")
    #expect(data.section == "Local")
    #expect(data.tags == ["budget", "arbres"])
    #expect(data.isPaywalled == true)
    #expect(data.evidence["authors"] == "json-ld")
    #expect(data.evidence["published"] == "json-ld")
    #expect(data.evidence["title"] == "markup")
  }

  @Test func brokenLinkedDataAreReadAsFarAsTheyGo() throws {
    let data = try metadata(
      "<script type='application/ld+json'>//<![CDATA[\n{\"@type\":\"Article\",\"author\":\"Jeanne\tMartin"
        + "\", \"datePublished\":\"2024-03-05\", \"description\": \"coupé</script>")
    #expect(data.authors == ["Jeanne Martin"])
    #expect(data.published == "2024-03-05")
  }

  @Test func metaElements() throws {
    let data = try metadata(
      """
      <meta property="og:site_name" content="Le Quotidien"><meta name="author" content="Par Jeanne Martin">
      <meta property="article:published_time" content="2024-03-05T10:00:00Z">
      <meta property="og:description" content="L&#146;essentiel"><link rel="canonical" href="/budget">
      """, url: "https://www.exemple.fr/budget?x=1")
    #expect(data.site == "Le Quotidien")
    #expect(data.authors == ["Jeanne Martin"])
    #expect(data.published == "2024-03-05T10:00:00Z")
    #expect(data.description == "L’essentiel")
    #expect(data.url == "https://www.exemple.fr/budget")
    #expect(data.language == "fr")
    #expect(data.evidence["authors"] == "meta")
  }

  @Test(arguments: [
    ("Publié le 5 mars 2024 à 18h30", "2024-03-05T18:30:00"), ("1er février 2024", "2024-02-01"),
    ("March 5, 2024", "2024-03-05"), ("5th of March, 2024", "2024-03-05"),
    ("5. März 2024", "2024-03-05"), ("5 de marzo de 2024", "2024-03-05"),
    ("5 marzo 2024", "2024-03-05"), ("05.03.2024, 18:30 Uhr", "2024-03-05T18:30:00"),
    ("05/03/2024", "2024-03-05"), ("2024/03/05", "2024-03-05"),
    ("Tue, 05 Mar 2024 18:30:00 +0100", "2024-03-05T18:30:00+01:00"),
    ("Mar 5, 2024 6:30 pm", "2024-03-05T18:30:00"), ("12 déc. 2024", "2024-12-12"),
  ])
  func writtenDates(_ text: String, _ expected: String) throws {
    let data = try metadata("", body: "<p class='info'>\(text)</p>")
    #expect(data.published == expected)
    #expect(data.evidence["published"] == "text" || data.evidence["published"] == "markup")
  }

  @Test(arguments: ["31 février 2024", "45/13/2024", "Tél. 01.23.45.67.89", "version 2024"])
  func whatIsNoDateIsNotTakenForOne(_ text: String) throws {
    #expect(try metadata("", body: "<p class='info'>\(text)</p>").published == nil)
  }

  @Test func theAddressGivesTheDayOfThePlace() throws {
    let data = try metadata(
      "<meta property='article:published_time' content='2024-03-06T01:10:00Z'>",
      url: "https://exemple.fr/2024/03/05/budget")
    #expect(data.published == "2024-03-05")
    #expect(data.evidence["published"] == "url")
  }

  @Test(arguments: [
    ("Par Jeanne Martin", ["Jeanne Martin"]),
    ("By Jane Doe and John O’Neil", ["Jane Doe", "John O’Neil"]),
    ("Jeanne Martin, Paul Durand", ["Jeanne Martin", "Paul Durand"]),
    ("Von Anna Müller-Lüdenscheid", ["Anna Müller-Lüdenscheid"]), ("admin", []),
    ("redaction@exemple.fr", []), ("https://exemple.fr/auteur/12", []),
  ])
  func authorsAreCleanNames(_ byline: String, _ expected: [String]) throws {
    #expect(try metadata("<meta name=author content='\(byline)'>").authors == expected)
  }

  @Test(
    arguments: [
      ("Le budget adopté | Le Quotidien", "Le Quotidien"), ("Le budget adopté - exemple.fr", nil),
    ] as [(String, String?)])
  func theTitleHasNoSiteName(_ title: String, _ site: String?) throws {
    let head = site.map { "<meta property='og:site_name' content='\($0)'>" } ?? ""
    let html =
      "<html><head><title>\(title)</title>\(head)</head><body><p>\(ArticlePage.first)</p></body></html>"
    var extractor = PageExtractor()
    let page = try extractor.extract(Page(bytes: Array(html.utf8)), url: "https://exemple.fr/a")
    #expect(page.metadata.title == "Le budget adopté")
  }
}
