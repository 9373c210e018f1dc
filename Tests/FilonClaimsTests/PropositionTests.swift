import FilonClaims
import FilonCore
import Testing

@Suite("Propositions and nested sources")
struct PropositionTests {
  private func sample(_ text: String, _ language: String, entity: String? = nil) -> Sample {
    let entities = entity.flatMap { name in
      text.utf8Range(of: name).map {
        Entity(id: "e1", name: name, kind: .person, mentions: [.init(range: $0, kind: .name)])
      }
    }
    return Sample(
      text, language, entities: entities.map { [$0] } ?? [],
      options: ClaimOptions(statements: false, propositions: true))
  }

  @Test(
    "a claim becomes a sentence that stands alone",
    arguments: [
      (
        "fr", "La police indique que deux voitures ont brûlé.", "Deux voitures ont brûlé."
      ),
      ("en", "Officials said that two cars burned.", "Two cars burned."),
      (
        "fr", "Le groupe promet de rouvrir l'usine.", "Le groupe promet de rouvrir l'usine."
      ),
    ])
  func standalone(_ language: String, _ text: String, _ expected: String) throws {
    let claim = try #require(sample(text, language).claims.first)
    #expect(claim.proposition?.text == expected)
  }

  @Test("the speaker's name stands beside the pronoun")
  func names() throws {
    let text = "« Je ne signerai pas ce contrat demain », a dit Nora Vidal."
    let claim = try #require(sample(text, "fr", entity: "Nora Vidal").claims.first)
    #expect(claim.proposition?.text == "Je [Nora Vidal] ne signerai pas ce contrat demain.")
  }

  @Test("propositions are left out unless asked for")
  func optional() throws {
    let claim = try #require(Sample("Officials said that two cars burned.", "en").claims.first)
    #expect(claim.proposition == nil)
  }

  @Test("a claim inside another's content names it as its chain")
  func chain() throws {
    let text = "The newspaper reports that the mayor said the bridge was closed."
    let claims = Sample(text, "en").claims
    for claim in claims {
      for id in claim.source?.chain ?? [] {
        let outer = try #require(claims.first { $0.id == id })
        #expect(outer.spans.contains { $0.contains(claim.spans[0]) })
        #expect(outer.id != claim.id)
      }
    }
  }

  @Test("an expert who works with a named firm is not that firm")
  func unnamed() throws {
    let text = "« Le prix va doubler », prédit un analyste qui travaille avec Valmance."
    let name = try #require(text.utf8Range(of: "Valmance"))
    let firm = Entity(
      id: "e1", name: "Valmance", kind: .organization, mentions: [.init(range: name, kind: .name)])
    let claim = try #require(Sample(text, "fr", entities: [firm]).claims.first)
    #expect(claim.source?.entity == nil)
    #expect(claim.source?.anonymity == .anonymous)
  }

  @Test("« selon lesquels » belongs to the noun before")
  func relativePreposition() throws {
    let text =
      "Le projet a suscité des avertissements de la part d'élus, selon lesquels la ville ne pourra "
      + "pas payer."
    let sample = Sample(text, "fr")
    #expect(!sample.claims.contains { sample.cue($0) == "selon" })
  }
}
