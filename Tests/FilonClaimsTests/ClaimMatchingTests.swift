import FilonClaims
import FilonCore
import Testing

@Suite("The same claim elsewhere")
struct ClaimMatchingTests {
  private let signatures = [
    ClaimSignature(
      id: "fr1", language: "fr",
      text: "le président Bertrand Lefranc annonce la construction de 300 logements à Toulouse"),
    ClaimSignature(
      id: "fr2", language: "fr",
      text: "le président Bertrand Lefranc annonce la construction de 300 logements pour Toulouse"),
    ClaimSignature(
      id: "fr3", language: "fr",
      text: "le président Bertrand Lefranc annonce la construction de 900 logements à Toulouse"),
    ClaimSignature(id: "fr4", language: "fr", text: "la récolte de pommes sera maigre en Savoie"),
  ]

  @Test("a rewrite joins the cluster, another number is a conflict, another topic neither")
  func clusters() throws {
    let clusters = ClaimClusterer().cluster(signatures)
    let first = try #require(clusters.first)
    #expect(first.members == ["fr1", "fr2"])
    #expect(first.conflicts["fr1"] == ["fr3"])
    #expect(!clusters.contains { $0.members.contains("fr4") })
  }

  @Test("the nearest claim in the other language is the translation")
  func translation() {
    let english = [
      ClaimSignature(
        id: "en1", language: "en",
        text: "president Bertrand Lefranc announces the construction of 300 homes in Toulouse"),
      ClaimSignature(id: "en2", language: "en", text: "the apple harvest will be poor in Savoie"),
    ]
    let matcher = ClaimMatcher(signatures + english)
    #expect(matcher.ranked(for: 4, otherLanguage: true).first?.claim != 3)
    #expect(matcher.ranked(for: 5, otherLanguage: true).first?.claim == 3)
  }

  @Test("a denial does not match what it denies")
  func polarity() {
    let pair = [
      ClaimSignature(id: "a", language: "en", text: "the minister sold the old castle to a bank"),
      ClaimSignature(
        id: "b", language: "en", text: "the minister sold the old castle to a bank",
        polarity: .negative),
    ]
    let clusters = ClaimClusterer().cluster(pair)
    #expect(clusters.allSatisfy { $0.members.count == 1 })
    #expect(clusters.first?.conflicts["a"] == ["b"])
  }
}
