import FilonClaims
import FilonCore
import Testing

@Suite("The same claim elsewhere")
struct ClaimMatchingTests {
  private static func text(_ id: String, _ language: String, _ text: String) -> ClaimSignature {
    ClaimSignature(text: ClaimInput(documentID: id, text: text, language: language))
  }

  private let signatures = [
    text(
      "fr1", "fr",
      "le président Bertrand Lefranc annonce la construction de 300 logements à Toulouse"),
    text(
      "fr2", "fr",
      "le président Bertrand Lefranc annonce la construction de 300 logements pour Toulouse"),
    text(
      "fr3", "fr",
      "le président Bertrand Lefranc annonce la construction de 900 logements à Toulouse"),
    text("fr4", "fr", "la récolte de pommes sera maigre en Savoie"),
  ]

  @Test("a rewrite joins the cluster, another number is a conflict, another topic neither")
  func clusters() throws {
    let clusters = ClaimClusterer().clusters(signatures)
    let first = try #require(clusters[0])
    #expect(first.size == 2)
    #expect(first.id == "fr1")
    #expect(clusters[1]?.id == "fr1")
    #expect(first.conflicts == ["fr3"])
    #expect(clusters[2]?.size == 1)
    #expect(clusters[3] == nil)
  }

  @Test("claims of equal words are one cluster, however many")
  func copies() {
    let copies = (0..<200).map { number in
      Self.text("c\(number)", "en", "The harbour of Wexcombe will close its last dock in 2031")
    }
    let clusters = ClaimClusterer().clusters(copies + signatures)
    #expect(clusters[0]?.size == 200)
    #expect(Set(clusters[..<200].compactMap { $0?.id }) == ["c0"])
  }

  @Test("a claim that says less never brings two contradicting claims together")
  func noBridge() {
    let claims = [
      Self.text("a", "en", "The Wexcombe ferry line will close and 300 sailors lose their work"),
      Self.text("b", "en", "The Wexcombe ferry line will close and sailors lose their work"),
      Self.text("c", "en", "The Wexcombe ferry line will close and 900 sailors lose their work"),
    ]
    let clusters = ClaimClusterer().clusters(claims)
    #expect(clusters[0]?.id != clusters[2]?.id)
    #expect(clusters[0]?.conflicts == ["c"])
  }

  @Test("the nearest claim in the other language is the translation")
  func translation() {
    let english = [
      Self.text(
        "en1", "en",
        "president Bertrand Lefranc announces the construction of 300 homes in Toulouse"),
      Self.text("en2", "en", "the apple harvest will be poor in Savoie"),
    ]
    let matcher = ClaimMatcher(signatures)
    #expect(matcher.ranked(for: english[0], otherLanguage: true).first?.claim != 3)
    #expect(matcher.ranked(for: english[1], otherLanguage: true).first?.claim == 3)
    #expect(matcher.ranked(for: signatures[0], otherLanguage: true).isEmpty)
    #expect(matcher.ranked(for: signatures[0]).first?.claim == 1)
  }

  @Test("a denial does not match what it denies")
  func polarity() {
    let text = "the minister sold the old castle to a bank"
    let pair = [Claim.Polarity.positive, .negative].map { polarity in
      let input = ClaimInput(documentID: polarity.rawValue, text: text, language: "en")
      var claim = Claim(id: polarity.rawValue, kind: .indirect, spans: [])
      claim.spans = [TextRange(0, text.utf8.count)]
      claim.polarity = polarity
      return ClaimSignature(claim: claim, in: input)
    }
    let clusters = ClaimClusterer().clusters(pair)
    #expect(clusters.allSatisfy { $0?.size == 1 })
    #expect(clusters[0]?.conflicts == ["-"])
  }

  @Test("no claims, no clusters; short and empty claims stand alone")
  func degenerate() {
    #expect(ClaimClusterer().clusters([]).isEmpty)
    let short = ["", "no", "no", "\0", "\u{301}"].map { Self.text("x", "en", $0) }
    #expect(ClaimClusterer().clusters(short).allSatisfy { $0 == nil })
    #expect(ClaimMatcher(short).ranked(for: short[0]).isEmpty)
  }
}
