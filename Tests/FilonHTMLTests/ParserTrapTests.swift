import FilonCore
import FilonHTML
import Testing

/// Markup that libxml2 alone reads wrongly.
@Suite struct ParserTrapTests {
  private func text(_ body: String) throws -> String {
    try ArticlePage.extract(
      ArticlePage.html("<p>\(ArticlePage.first)</p>" + body + "<p>\(ArticlePage.third)</p>")
    ).text
  }

  @Test(arguments: ["wbr", "source", "track", "embed", "keygen"])
  func voidElementsSwallowNothing(_ name: String) throws {
    let text = try text("<p>\(ArticlePage.second)<\(name) src=a></p>")
    #expect(text.hasSuffix(ArticlePage.third))
    #expect(text.contains("\n\n" + ArticlePage.second + "\n\n"))
  }

  @Test(arguments: [
    ("l&#146;an dernier &#150; ou presque", "l’an dernier – ou presque"),
    ("l&#x92;an dernier", "l’an dernier"), ("caf&eacute au lait", "café au lait"),
    ("AT&T &copy 2020", "AT&T © 2020"), ("a&comma;b&lpar;c&rpar;", "a,b(c)"),
    ("3&nbsp;%", "3\u{A0}%"), ("a &lt; b &amp; c", "a < b & c"), ("1 < 2 et 3 <3", "1 < 2 et 3 <3"),
    ("&#0;&#x110000;x", "\u{FFFD}\u{FFFD}x"), ("&inconnue; &", "&inconnue; &"),
  ])
  func characterReferences(_ markup: String, _ expected: String) throws {
    let text = try text("<p>La phrase qui suit, écrite par nous : \(markup).</p>")
    #expect(text.contains("La phrase qui suit, écrite par nous : \(expected)."))
  }

  @Test func nulBytesGoAway() throws {
    let text = try text("<p>Le bud\0get de la ville, voté mardi soir, est\0 équilibré.</p>")
    #expect(text.contains("Le budget de la ville, voté mardi soir, est équilibré."))
  }

  @Test(arguments: [
    "<!--><p>\(ArticlePage.second)</p><!-- x -->",
    "<!--[if IE]><p>vieux navigateur</p><![endif]--><p>\(ArticlePage.second)</p>",
    "<![if !IE]><p>\(ArticlePage.second)</p><![endif]>",
    "<script>var a='<p>faux</p>'; if (a</b/) {} </script><p>\(ArticlePage.second)</p>",
    "<script><!-- document.write('<script>faux</script>'); --></script><p>\(ArticlePage.second)</p>",
    "<style>p>b{content:'</x>'}</style><p>\(ArticlePage.second)</p>",
    "<textarea><p>faux</p></textarea><p>\(ArticlePage.second)</p>",
    "<?php if (a>b) ?><p>\(ArticlePage.second)</p>",
    "<svg><title>icône</title><path d='M0'/></svg>"
      + "<p>\(ArticlePage.second)</p>",
    "<p title='a>b' data-x='<p>y</p>'>\(ArticlePage.second)</p>",
    "<o:p></o:p><p>\(ArticlePage.second)<o:p></o:p></p>",
    "</><p>\(ArticlePage.second)</p></inconnu>",
  ])
  func nothingLeaksAndNothingIsLost(_ markup: String) throws {
    let expected = [ArticlePage.first, ArticlePage.second, ArticlePage.third]
    var found = try text(markup)
    if let range = found.range(of: " ?>") { found.removeSubrange(range) }
    #expect(
      found.split(separator: "\n").map(String.init).filter { expected.contains($0) } == expected)
    for leak in ["faux", "vieux navigateur", "endif", "icône", "content"] {
      #expect(!found.contains(leak))
    }
  }

  @Test func aParagraphEndsWhereAnArticleSectionOrFigureBegins() throws {
    let text = try text("<p>\(ArticlePage.second)<section><p>\(ArticlePage.first)</p></section>")
    #expect(text.contains(ArticlePage.second + "\n\n" + ArticlePage.first))
  }

  @Test func theEndTagOfABreakIsABreak() throws {
    #expect(
      try text("<p>Une ligne de texte,</br>puis une autre, toutes deux courtes.</p>")
        .contains("Une ligne de texte,\npuis une autre"))
  }

  @Test func textAfterTheEndOfThePageCounts() throws {
    let html =
      "<html><body><div><p>\(ArticlePage.first)</p></div></body></html><p>\(ArticlePage.second)</p>"
      + "<p>\(ArticlePage.third)</p>"
    let text = try ArticlePage.extract(html).text
    #expect(text.contains(ArticlePage.first) && text.contains(ArticlePage.third))
  }

  @Test func deepNestingLosesNothing() throws {
    let deep = String(repeating: "<div><span>", count: 3000)
    let text = try text(
      deep + "<p>\(ArticlePage.second)</p>" + String(repeating: "</span></div>", count: 3000))
    #expect(text.contains(ArticlePage.second))
    #expect(text.contains(ArticlePage.third))
  }

  @Test func aTextOfElevenMegabytesIsKept() throws {
    let sentence = ArticlePage.first + " "
    let long = String(repeating: sentence, count: 11_000_000 / sentence.utf8.count + 1)
    let text = try text("<p>\(long)</p>")
    #expect(text.utf8.count > 11_000_000)
    #expect(text.hasSuffix(ArticlePage.third))
  }

  @Test(arguments: [
    "<!-- jamais fermé", "<script>jamais fermé", "<a href='jamais fermé>", "<p", "<", "&", "&#",
    "&#x",
    "<svg><svg><svg>", "</p></p></p>", "<html><html><body><body>", "<table><tr><td>",
    "<h1><h2><h3>",
    "\u{FEFF}", "<p>e\u{301}\u{301}\u{301}</p>", "<p>👩‍👩‍👧</p>", "<title>",
  ])
  func brokenPagesAreRead(_ html: String) throws {
    for repeats in [1, 500] {
      var extractor = PageExtractor()
      let page = try? extractor.extract(
        Page(bytes: Array(String(repeating: html, count: repeats).utf8)))
      for block in page?.blocks ?? [] { #expect(!block.range.isEmpty) }
    }
  }

  @Test func refusesEmptyAndOversizedPages() {
    var extractor = PageExtractor(options: ExtractionOptions(maximumPageBytes: 10))
    let empty = #expect(throws: ExtractionFailure.self) {
      try extractor.extract(Page(bytes: Array(" \n".utf8)))
    }
    #expect(empty?.code == "page-empty")
    let large = #expect(throws: ExtractionFailure.self) {
      try extractor.extract(Page(bytes: Array(repeating: 0x61, count: 11)))
    }
    #expect(large?.code == "page-too-large")
    #expect(large?.offset == 10)
  }
}

extension String {
  /// The first place of a piece of text.
  fileprivate func range(of text: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) {
        return index..<self.index(index, offsetBy: text.count)
      }
      index = self.index(after: index)
    }
    return nil
  }
}
