import FilonClaims
import FilonCore
import Testing

@Suite("Claim semantics")
struct ClaimSemanticsTests {
  @Test(
    "reads what saying does",
    arguments: [
      ("fr", "Le groupe promet de rouvrir l'usine.", Claim.Modality.commitment),
      ("fr", "La météo prévoit que la pluie cessera.", .prediction),
      ("fr", "Le syndicat exige que la direction démissionne.", .directive),
      ("fr", "Les voisins se demandent si le pont sera refait.", .question),
      ("fr", "Le caissier aurait quitté la ville.", .hearsay),
      ("fr", "La police indique que deux voitures ont brûlé.", .assertion),
      ("en", "The group pledged to reopen the plant.", .commitment),
      ("en", "The mayor said that two cars burned.", .assertion),
      ("en", "Analysts predict that prices will fall.", .prediction),
    ])
  func modality(_ language: String, _ text: String, _ expected: Claim.Modality) throws {
    let claim = try #require(Sample(text, language).claims.first)
    #expect(claim.modality == expected)
  }

  @Test("tells denial, negated content and negated saying apart")
  func polarity() throws {
    let denial = try #require(Sample("Le suspect nie avoir ouvert la porte.", "fr").claims.first)
    #expect(denial.polarity == .negative)
    #expect(denial.cue?.polarity == .positive)
    let negated = try #require(
      Sample("La ville affirme que le pont n'est pas dangereux.", "fr").claims.first)
    #expect(negated.polarity == .negative)
    let withheld = try #require(
      Sample("Le groupe n'a pas confirmé que l'usine serait vendue.", "fr").claims.first)
    #expect(withheld.cue?.polarity == .negative)
    #expect(withheld.polarity == .positive)
  }

  @Test("gives the same concept to the same verb in both languages")
  func concept() throws {
    let french = try #require(
      Sample("Le laboratoire affirme que le produit est sûr.", "fr").claims.first)
    let english = try #require(
      Sample("The laboratory affirmed that the product is safe.", "en").claims.first)
    #expect(french.cue?.concept == "say.affirm")
    #expect(english.cue?.concept == french.cue?.concept)
  }

  @Test("marks hedges where they stand")
  func certainty() throws {
    let sample = Sample("Le préfet dit que la route pourrait rouvrir lundi.", "fr")
    let claim = try #require(sample.claims.first)
    #expect(claim.certainty == .low)
    #expect(claim.markers.contains { sample.text.slice($0.range) == "pourrait" })
  }

  @Test("resolves a named source to its entity, and a pronoun that follows")
  func resolution() throws {
    let text =
      "« Le musée ouvrira en mai », annonce Nora Vidal. « Les travaux sont finis », ajoute-t-elle."
    let name = try #require(text.utf8Range(of: "Nora Vidal"))
    let entity = Entity(
      id: "e1", name: "Nora Vidal", kind: .person, mentions: [.init(range: name, kind: .name)])
    let sample = Sample(text, "fr", entities: [entity])
    #expect(sample.claims.map { $0.source?.entity } == ["e1", "e1"])
    #expect(sample.claims.map { $0.source?.mention } == [.name, .pronoun])
  }

  @Test("tells an unnamed source from a collective one")
  func anonymity() throws {
    let unnamed = try #require(
      Sample("« Le prix va doubler », prédit un analyste.", "fr").claims.first)
    #expect(unnamed.source?.anonymity == .anonymous)
    let many = try #require(
      Sample("Les économistes prévoient que le prix doublera.", "fr").claims.first)
    #expect(many.source?.anonymity == .collective)
  }
}

extension String {
  /// The byte range of the first occurrence of a text.
  func utf8Range(of part: String) -> TextRange? {
    let (bytes, wanted) = (Array(utf8), Array(part.utf8))
    guard bytes.count >= wanted.count else { return nil }
    for start in 0...(bytes.count - wanted.count)
    where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
      return TextRange(start, start + wanted.count)
    }
    return nil
  }
}
