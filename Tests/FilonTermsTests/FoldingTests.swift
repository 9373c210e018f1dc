import FilonCore
import FilonTerms
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("L’ŒUVRE d’État", "l'oeuvre d'etat"), ("Çà et là", "ca et la"), ("ﬁn", "fin"),
    ("Dvořák", "dvorak"), ("Straße", "strasse"), ("e\u{301}te\u{301}", "ete"),
    ("porte‑parole", "porte-parole"), ("1\u{202F}234", "1 234"), ("Łódź", "lodz"),
    ("co\u{AD}opérer", "cooperer"), ("日本", "日本"), ("", ""), ("ÿŸ", "yy"), ("ĳ", "ij"),
  ])
  func keys(text: String, expected: String) {
    #expect(Folding.key(text) == expected)
    #expect(FoldedText(text).key == expected)
  }

  @Test func keyRangesLeadBack() {
    let text = "Une œuvre d’État"
    let folded = FoldedText(text)
    for (needle, expected) in [("oeuvre", "œuvre"), ("d'", "d’"), ("etat", "État")] {
      let bytes = Array(needle.utf8)
      let start = folded.bytes.indices.first { folded.bytes[$0...].starts(with: bytes) }
      let range = start.map { folded.range(ofKey: $0..<$0 + bytes.count) }
      #expect(range.map { String(text.slice($0)) } == expected)
    }
  }
}
