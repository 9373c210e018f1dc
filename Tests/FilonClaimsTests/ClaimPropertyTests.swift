import FilonClaims
import FilonCore
import Testing

private let hostile: [(String, String)] = [
  ("fr", ""), ("en", "\u{301}\u{301}"), ("fr", "« « « « »"), ("en", "“”“”“”"),
  ("en", "\"\"\"\"\" said \"\"\""), ("fr", "dit dit dit dit, dit-il, dit."), ("en", "😀 said 😀."),
  ("fr", "« Non », dit-il. « Oui",), ("fr", "Selon, selon selon. Selon"),
  ("en", "according to according to, according to"), ("fr", "’‘’‘ ' ' ‘a ’b"),
  ("fr", "que que que, a-t-il dit que « que » »"),
]

@Suite("Claims of any text")
struct ClaimPropertyTests {
  private static let articles: [(String, String)] = [
    (
      "fr",
      "Le maire a déclaré mardi que le stade serait fermé. « Il n'y a pas d'autre choix », a-t-il "
        + "ajouté. Selon l'opposition, « c'est un scandale ». La ville compte 12 000 habitants."
    ),
    (
      "en",
      "The mayor said on Tuesday that the stadium would close. “There is no other choice,” he "
        + "added. According to the opposition, “it is a scandal”. The city has 12,000 inhabitants."
    ),
  ]

  @Test("spans lie inside the text, on scalar boundaries, and claims are sorted")
  func spans() {
    for (language, text) in Self.articles + hostile {
      let sample = Sample(text, language, options: ClaimOptions())
      let ranges = sample.claims.map(\.range)
      #expect(ranges == ranges.sorted())
      for claim in sample.claims {
        for span in claim.spans + claim.quoted + (claim.cue?.spans ?? [])
          + (claim.source?.spans ?? []) + claim.markers.map(\.range)
        {
          #expect(span.start < span.end)
          #expect(Int(span.end) <= text.utf8.count)
          let slice = String(text.slice(span))
          #expect(slice.utf8.count == span.count)
        }
      }
    }
  }

  @Test("the same text gives the same claims")
  func deterministic() {
    for (language, text) in Self.articles {
      #expect(Sample(text, language).claims == Sample(text, language).claims)
    }
  }

  @Test("kinds and confidence can be asked for")
  func options() {
    let (language, text) = Self.articles[0]
    let direct = Sample(text, language, options: ClaimOptions(kinds: [.direct])).claims
    #expect(!direct.isEmpty)
    #expect(direct.allSatisfy { $0.kind == .direct })
    let sure = Sample(text, language, options: ClaimOptions(minimumConfidence: 0.8)).claims
    #expect(sure.allSatisfy { $0.confidence >= 0.8 })
  }

  @Test("long runs of marks and of verbs are read to the end")
  func longRuns() {
    let marks = String(repeating: "« \" “ ‘a ", count: 20_000)
    #expect(Sample(marks, "fr").claims.count < 20_000)
    let verbs = String(repeating: "dit que ", count: 5_000)
    #expect(Sample(verbs, "fr").claims.count <= 5_000)
  }

  @Test("a text without words has no claims")
  func noTokens() {
    let input = ClaimInput(documentID: "x", text: "« Oui », dit-il.", language: "fr")
    #expect(ClaimExtractor().claims(in: input).isEmpty)
  }
}
