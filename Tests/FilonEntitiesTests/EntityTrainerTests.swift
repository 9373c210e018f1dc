import FilonCore
import FilonEntities
import FilonTerms
import Testing

@Suite struct EntityTrainerTests {
  private static let examples: [AnnotatedDocument] = [
    ("Zorla Bim habite à Vexin.", ["Zorla Bim": Entity.Kind.person, "Vexin": .location]),
    ("À Vexin, Zorla Bim chante.", ["Zorla Bim": .person, "Vexin": .location]),
    ("Le groupe Quorax recrute à Vexin.", ["Quorax": .organization, "Vexin": .location]),
  ].map { text, names in
    let found = names.compactMap { name, kind -> AnnotatedDocument.Name? in
      guard let start = text.utf8Offset(of: name) else { return nil }
      return AnnotatedDocument.Name(
        range: TextRange(start, start + name.utf8.count), kinds: [kind])
    }
    return AnnotatedDocument(
      language: "fr", text: text, names: found.sorted { $0.range < $1.range },
      marked: Set(Entity.Kind.allCases))
  }

  private static func analyze(
    _ text: String, _ language: String
  ) -> (sentences: [Sentence], tokens: [Token]) {
    var analyzer = TextAnalyzer()
    return analyzer.analyze(text, language: AnalysisLanguage(code: language))
  }

  @Test func `training is the same to the byte and its model can be used`() throws {
    var settings = EntityTrainer.Settings()
    settings.lines = 500
    let trainer = EntityTrainer(settings: settings, analyze: Self.analyze)
    let model = trainer.train(Self.examples)
    #expect(model == trainer.train(Self.examples))
    let recognizer = try #require(EntityRecognizer(model: model))
    let (sentences, tokens) = Self.analyze("Zorla Bim quitte Vexin.", "fr")
    let entities = recognizer.entities(
      in: "Zorla Bim quitte Vexin.", language: "fr", sentences: sentences, tokens: tokens,
      blocks: [])
    #expect(entities.map(\.name).contains("Zorla Bim"))
  }

  @Test(arguments: [[], [1, 2, 3], Array(repeating: UInt8(0), count: 5000)])
  func `bytes that are no model are refused`(_ bytes: [UInt8]) {
    #expect(EntityRecognizer(model: bytes) == nil)
  }

  @Test func `files of the data folder become examples, lists and texts`() throws {
    var data = EntityTrainingData()
    let column = "Zorla\tB-PER\nBim\tI-PER\nlikes\tO\nVexin\tB-LOC\n.\tO\n\n"
    #expect(try data.add(path: "ner/en/train-uner-ewt.bio", contents: Array(column.utf8)))
    #expect(data.documents.first?.text == "Zorla Bim likes Vexin.")
    #expect(data.documents.first?.names.count == 2)
    let row = #"{"id":"a","text":"Été à Vexin","entities":[{"start":6,"end":11,"type":"LOC"}]}"#
    #expect(try data.add(path: "ner/fr/fr_winer-train.jsonl", contents: Array(row.utf8)))
    let range = try #require(data.documents.last?.names.first?.range)
    #expect("Été à Vexin".slice(range) == "Vexin")
    #expect(try !data.add(path: "other/readme.txt", contents: []))
    #expect(throws: JSONError.self) {
      try data.add(path: "ner/fr/fr_winer-train.jsonl", contents: Array("{oops".utf8))
    }
  }
}

extension String {
  /// The byte offset of the first occurrence of `other`.
  fileprivate func utf8Offset(of other: String) -> Int? {
    let (bytes, wanted) = (Array(utf8), Array(other.utf8))
    return bytes.indices.first { bytes[$0...].starts(with: wanted) }
  }
}
