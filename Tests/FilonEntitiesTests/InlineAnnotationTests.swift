import FilonCore
import FilonEntities
import Testing

@Suite struct InlineAnnotationTests {
  @Test func `a line is a paragraph and brackets are names`() throws {
    let file = """
      # topic: marshes
      [Zorla Bim](PER zorla-bim), née à [Élivaux](LOC elivaux), chante.

      Personne (ou presque) ne l'écoute.
      """
    let paragraphs = try InlineAnnotationReader.read(Array(file.utf8))
    #expect(
      paragraphs.map(\.text)
        == ["Zorla Bim, née à Élivaux, chante.", "Personne (ou presque) ne l'écoute."])
    let names = try #require(paragraphs.first?.names)
    #expect(names.map { String(paragraphs[0].text.slice($0.range)) } == ["Zorla Bim", "Élivaux"])
    #expect(names.map(\.kind) == [.person, .location])
    #expect(names.map(\.key) == ["zorla-bim", "elivaux"])
    #expect(paragraphs.last?.names.isEmpty == true)
  }

  @Test(arguments: [
    "Un [nom", "Un nom]", "Un [nom] seul", "Un [nom](PLANET x)", "Un [nom](PER)",
    "Un [](PER x)", "Un [a [b](PER b)](PER a)", "Un [nom](PER x",
  ]) func `a malformed line is named by its number`(_ line: String) {
    let failure = #expect(throws: InlineAnnotationReader.Failure.self) {
      try InlineAnnotationReader.read(Array("# comment\n\n\(line)\n".utf8))
    }
    #expect(failure?.line == 3)
  }

  @Test func `paragraphs and lists become training data`() throws {
    var data = EntityTrainingData()
    try data.add(annotated: Array("[Zorla Bim](PER b) dort.\n".utf8), language: "fr")
    #expect(data.documents.first?.names.first?.kinds == [.person])
    #expect(data.documents.first?.marked == Set(Entity.Kind.allCases))
    let before = data.names.compile()
    data.add(names: Array("Zorla\nQuibble\n".utf8), .forename)
    #expect(data.names.compile() != before)
  }
}
