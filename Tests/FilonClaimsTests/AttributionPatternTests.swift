import FilonClaims
import FilonCore
import Testing

/// One sentence of our own for each pattern of the inventory.
struct PatternCase: Sendable, CustomTestStringConvertible {
  var id: String
  var text: String
  var source: String
  var content: String
  var kind: Claim.Kind

  var testDescription: String { id }
}

private let french: [PatternCase] = [
  .init(
    id: "F01", text: "« La piscine fermera en juin », prévient le gardien Luc Morand.",
    source: "le gardien Luc Morand", content: "La piscine fermera en juin", kind: .direct),
  .init(
    id: "F02", text: "« Nous avons attendu trois heures », raconte-t-elle sur le quai.",
    source: "elle", content: "Nous avons attendu trois heures", kind: .direct),
  .init(
    id: "F03", text: "« Le budget sera voté jeudi », a affirmé hier la maire Berthe Colin.",
    source: "la maire Berthe Colin", content: "Le budget sera voté jeudi", kind: .direct),
  .init(
    id: "F04", text: "« Je reviendrai demain », a-t-il ajouté.", source: "il",
    content: "Je reviendrai demain", kind: .direct),
  .init(
    id: "F05", text: "La directrice répond : « Nous embauchons vingt personnes. »",
    source: "La directrice", content: "Nous embauchons vingt personnes.", kind: .direct),
  .init(
    id: "F06", text: "« Ce pont est solide, assure l'ingénieure Rose Petit, mais il vieillit. »",
    source: "l'ingénieure Rose Petit", content: "Ce pont est solide | mais il vieillit",
    kind: .direct),
  .init(
    id: "F12", text: "\"Les trains circulent normalement\", indique la compagnie.",
    source: "la compagnie", content: "Les trains circulent normalement", kind: .direct),
  .init(
    id: "F15", text: "Le laboratoire affirme que le produit est sans danger.",
    source: "Le laboratoire", content: "que le produit est sans danger", kind: .indirect),
  .init(
    id: "F18", text: "La mairie promet de planter mille arbres.", source: "La mairie",
    content: "de planter mille arbres", kind: .indirect),
  .init(
    id: "F21", text: "Selon trois pompiers, le feu est parti du garage.",
    source: "trois pompiers", content: "le feu est parti du garage", kind: .indirect),
  .init(
    id: "F22", text: "La grève durera une semaine, selon le syndicat des chauffeurs.",
    source: "le syndicat des chauffeurs", content: "La grève durera une semaine",
    kind: .indirect),
  .init(
    id: "F27", text: "Le trésorier aurait détourné la caisse du club.", source: "",
    content: "Le trésorier aurait détourné la caisse du club", kind: .indirect),
  .init(
    id: "F31", text: "Le juge estime que les faits sont « graves et répétés ».",
    source: "Le juge", content: "que les faits sont « graves et répétés »", kind: .mixed),
  .init(
    id: "F37", text: "Morand : « La piscine restera ouverte »", source: "Morand",
    content: "La piscine restera ouverte", kind: .direct),
]

private let english: [PatternCase] = [
  .init(
    id: "E01", text: "“The pool will close in June,” said caretaker Luke Moran.",
    source: "caretaker Luke Moran", content: "The pool will close in June,", kind: .direct),
  .init(
    id: "E02", text: "“We waited for three hours,” she said.", source: "she",
    content: "We waited for three hours,", kind: .direct),
  .init(
    id: "E03", text: "The coach said, “The team is ready for Sunday.”", source: "The coach",
    content: "The team is ready for Sunday.", kind: .direct),
  .init(
    id: "E11", text: "The laboratory insists that the product is safe.",
    source: "The laboratory", content: "that the product is safe", kind: .indirect),
  .init(
    id: "E13", text: "The city pledged to plant a thousand trees.", source: "The city",
    content: "to plant a thousand trees", kind: .indirect),
  .init(
    id: "E16", text: "According to three firefighters, the fire started in the garage.",
    source: "three firefighters", content: "the fire started in the garage", kind: .indirect),
  .init(
    id: "E23", text: "The judge said the facts were “serious and repeated”.",
    source: "The judge", content: "the facts were “serious and repeated”", kind: .mixed),
]

@Suite("Attribution patterns")
struct AttributionPatternTests {
  @Test("finds source and content of a French pattern", arguments: french)
  func frenchPattern(_ pattern: PatternCase) throws { try check(pattern, "fr") }

  @Test("finds source and content of an English pattern", arguments: english)
  func englishPattern(_ pattern: PatternCase) throws { try check(pattern, "en") }

  private func check(_ pattern: PatternCase, _ language: String) throws {
    let sample = Sample(pattern.text, language)
    let claim = try #require(sample.claims.first, "no claim in \(pattern.text)")
    #expect(sample.content(claim).hasPrefix(pattern.content))
    #expect(sample.source(claim) == pattern.source)
    #expect(claim.kind == pattern.kind)
  }

  @Test("makes no claim of a refusal to comment or of a quoted name")
  func nothingSaid() {
    #expect(Sample("Jointe par téléphone, la société n'a pas donné suite.", "fr").claims.isEmpty)
    #expect(Sample("The firm did not respond to a request for comment.", "en").claims.isEmpty)
  }

  @Test("gives a quotation without a cue the source of the one before")
  func continuation() throws {
    let sample = Sample(
      "« Le vin sera bon cette année », juge Paul Arnal. « Mais il sera rare dans toute la vallée. »",
      "fr")
    let second = try #require(sample.claim(holding: "Mais il sera rare"))
    let first = try #require(sample.claim(holding: "Le vin sera bon"))
    #expect(second.source?.inheritedFrom == first.id)
  }

  @Test("keeps a quotation over several paragraphs together")
  func paragraphs() throws {
    let sample = Sample(
      "Le club écrit : « Le stade est trop petit.\n\n« Nous jouerons ailleurs cet hiver. »", "fr")
    let claim = try #require(sample.claims.first)
    #expect(claim.quoted.count == 2)
    #expect(sample.content(claim).contains("Nous jouerons ailleurs"))
  }
}
