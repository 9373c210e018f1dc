import FilonCore
import FilonEntities
import Testing

@Suite struct ResolutionTests {
  private func entity(named name: String, in entities: [Entity]) -> Entity? {
    entities.first { $0.name == name }
  }

  private func mentions(_ entity: Entity?, in text: String) -> [String] {
    (entity?.mentions ?? []).map { String(text.slice($0.range)) }
  }

  @Test(arguments: [
    ("fr", "Alexandr Wang a fondé Scale AI. Selon M. Wang, tout va bien."),
    ("en", "Alexandr Wang founded Scale AI. Mr. Wang said that all was well."),
  ]) func `a surname is the person named in full`(_ language: String, _ text: String) {
    let entities = recognize(text, language)
    let wang = entity(named: "Alexandr Wang", in: entities)
    #expect(mentions(wang, in: text) == ["Alexandr Wang", "Wang"])
    #expect(wang?.mentions.last?.kind == .alias)
  }

  @Test func `an acronym is the organisation it stands for`() {
    let text = "L'Organisation mondiale de la santé s'inquiète. L'OMS attend des données."
    let entities = recognize(text, "fr").filter { $0.kind == .organization }
    #expect(entities.count == 1)
    #expect(mentions(entities.first, in: text).last == "OMS")
  }

  @Test(arguments: [
    (
      "fr", "Oravance Therapeutics recrute à Lyon. Oravance cherche des chimistes.",
      ["Oravance Therapeutics", "Oravance"]
    ),
    (
      "fr",
      "Le Réseau santé du Fjord embauche des infirmières. Le Réseau cherche aussi des médecins.",
      ["Réseau santé du Fjord", "Réseau"]
    ),
    (
      "en", "The Housing Providers Alliance sued. On Monday, the Alliance asked for a delay.",
      ["Housing Providers Alliance", "Alliance"]
    ),
  ]) func `a short form is the organisation named in full`(
    _ language: String, _ text: String, _ expected: [String]
  ) {
    let entities = recognize(text, language)
    let found = entities.first { mentions($0, in: text).first == expected.first }
    #expect(found?.mentions.count == expected.count)
  }

  @Test func `companies known by a table are no short forms of others`() {
    let text = "Google DeepMind et Google ont signé. Amazon Web Services dépend d'Amazon."
    let names = Set(recognize(text, "fr").map(\.name))
    #expect(names.isSuperset(of: ["Google DeepMind", "Google", "Amazon"]))
  }

  @Test func `identifiers follow the order of the first mentions`() {
    let entities = recognize("Paris, Londres et Berlin suivent Paris.", "fr")
    #expect(entities.map(\.id) == ["e1", "e2", "e3"])
    #expect(entities.map(\.name) == ["Paris", "Londres", "Berlin"])
    #expect(entities.first?.mentions.count == 2)
  }

  @Test(arguments: [
    ("Le chef de l'Union européenne est arrivé en Chine.", "EU officials went to China."),
    ("Les États-Unis et le Royaume-Uni négocient.", "Talks between the US and the UK go on."),
    ("Vladimir Poutine a quitté Pékin.", "Vladimir Putin left Beijing."),
  ]) func `both languages give one key`(_ french: String, _ english: String) {
    let one = Set(recognize(french, "fr").compactMap(\.key))
    let other = Set(recognize(english, "en").compactMap(\.key))
    #expect(one == other)
    #expect(one.count >= 2)
  }

  @Test func `roles and affiliations come from the words beside the name`() {
    let french = recognize("L'ancien PDG de Scale AI, Alexandr Wang, a été nommé.", "fr")
    let wang = entity(named: "Alexandr Wang", in: french)
    #expect(wang?.role == "ancien PDG")
    #expect(wang?.affiliation == "Scale AI")
    let english = recognize("Tim Cook, chief executive of Apple, spoke in Paris.", "en")
    let cook = entity(named: "Tim Cook", in: english)
    #expect(cook?.role == "chief executive")
    #expect(cook?.affiliation == "Apple")
  }

  @Test func `a description counts only when one entity can be meant`() {
    let clear = "Microsoft a publié ses comptes. L'entreprise embauche."
    let nominal = entity(named: "Microsoft", in: recognize(clear, "fr"))?.mentions
      .first { $0.kind == .nominal }
    #expect(nominal.map { String(clear.slice($0.range)) } == "L'entreprise")
    let unclear = "Microsoft a racheté Siemens. L'entreprise embauche."
    let kinds = recognize(unclear, "fr").flatMap { $0.mentions.map(\.kind) }
    #expect(!kinds.contains(.nominal))
  }
}

@Suite struct UserGazetteerTests {
  @Test func `a user's name is found and gets the user's key`() throws {
    let table = try UserGazetteer(
      tsv: "key\tkind\tfr\ten\taliases\twikidata\norg:zorblax\tORG\tZorblax\tZorblax\tZBX\tQ999")
    #expect(table.count == 1)
    for language in ["fr", "en"] {
      let entities = recognize("Zorblax (ZBX)", language, gazetteers: [table])
      #expect(entities.map(\.key) == ["org:zorblax"])
      #expect(entities.first?.wikidata == "Q999")
      #expect(entities.first?.mentions.count == 2)
    }
  }

  @Test(arguments: [
    ("a\tORG", 1), ("# ok\na\tPLANET\tx\ty", 2), ("\tORG\tx\ty", 1), ("a\tORG\t\t", 1),
  ]) func `a malformed row is named by its line`(_ tsv: String, _ line: Int) {
    let failure = #expect(throws: UserGazetteer.Failure.self) { try UserGazetteer(tsv: tsv) }
    #expect(failure?.line == line)
  }
}
