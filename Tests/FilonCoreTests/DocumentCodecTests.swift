import FilonCore
import Testing

@Suite struct DocumentCodecTests {
  private func encode(_ document: Document, _ codec: DocumentCodec = DocumentCodec()) -> String {
    var writer = JSONWriter()
    codec.encode(document, to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func decode(_ json: String) throws(JSONError) -> Document {
    try DocumentCodec().decode(Array(json.utf8), fallbackID: "line-1")
  }

  /// A document that has every standard layer, over a text with wide characters.
  static func annotated() -> Document {
    let text = "« L’été 😀 sera chaud », a dit Ana Roy. 8 % en 2031."
    var document = Document(id: "a", text: text)
    func range(_ part: String) -> TextRange {
      let found = text.range(of: part)
      return TextRange(
        text.utf8.distance(from: text.startIndex, to: found.lowerBound),
        text.utf8.distance(from: text.startIndex, to: found.upperBound))
    }
    document.metadata.title = "Titre"
    document.metadata.evidence = ["title": "json-ld"]
    document.source.file = "a.warc.gz"
    document.source.offset = 12
    document[Block.self] = Layer([
      Block(range: TextRange(0, text.utf8.count), kind: .paragraph, html: 10..<90)
    ])
    document[Sentence.self] = Layer([
      Sentence(range: range("« L’été 😀 sera chaud », a dit Ana Roy.")),
      Sentence(range: range("8 % en 2031.")),
    ])
    document[Token.self] = Layer([
      Token(range: range("été"), lemma: "été", pos: .noun, head: 1, relation: .nsubj),
      Token(range: range("sera"), lemma: "être", pos: .aux, head: 1, relation: .root),
    ])
    document[Quantity.self] = Layer([
      Quantity(id: "q1", range: range("8 %"), kind: .percent, value: 8, unit: "percent")
    ])
    document[TemporalExpression.self] = Layer([
      TemporalExpression(id: "d1", range: range("2031"), kind: .date, timex: "2031")
    ])
    document[Entity.self] = Layer([
      Entity(
        id: "e1", name: "Ana Roy", kind: .person,
        mentions: [.init(range: range("Ana Roy"), kind: .name)])
    ])
    document[Claim.self] = Layer([
      Claim(
        id: "c1", kind: .direct, spans: [range("L’été 😀 sera chaud")], sentences: [0],
        source: .init(spans: [range("Ana Roy")], entity: "e1", mention: .name),
        cue: .init(spans: [range("a dit")], lemma: "dire", concept: "say.say"),
        modality: .prediction, markers: [.init(range: range("sera"), kind: "prediction")],
        confidence: 0.9,
        cluster: .init(id: "k1", size: 2, languages: ["fr"]), rule: "test")
    ])
    document.language = DocumentLanguage(
      code: "fr", confidence: 0.99,
      spans: [.init(range: range("sera chaud"), code: "fr", confidence: 0.9)])
    document.duplication = Duplication(cluster: "x", role: .copy, kind: .near, of: "b")
    return document
  }

  @Test func aRecordReadsBackAsItWasWritten() throws {
    let written = encode(Self.annotated())
    let read = try decode(written)
    #expect(encode(read) == written)
    var changed = read
    changed[Claim.self] = changed[Claim.self]
    changed[Token.self] = changed[Token.self]
    changed[Entity.self] = changed[Entity.self]
    #expect(encode(changed) == written)
    #expect(read[Claim.self].elements == Self.annotated()[Claim.self].elements)
  }

  @Test func offsetsAreCodePoints() throws {
    let written = encode(Self.annotated())
    #expect(written.contains(#""spans":[[2,20]]"#))
    #expect(written.contains(#""text":"L’été 😀 sera chaud""#))
  }

  @Test func unknownFieldsPassThroughByteForByte() throws {
    let custom = #""mine":{"b":1.50,"a":[ "é" ,1e3]},"acme.emotions":[{"start":0}]"#
    let document = try decode(
      #"{"id":7,"text":"abc","metadata":{"title":"t","story":{"x":1.0}},"source":"dolma",\#(custom)}"#
    )
    #expect(document.id == "7")
    let written = encode(document)
    #expect(written.contains(#""mine":{"b":1.50,"a":[ "é" ,1e3]}"#))
    #expect(written.contains(#""acme.emotions":[{"start":0}]"#))
    #expect(written.contains(#""story":{"x":1.0}"#))
    #expect(written.contains(#""source":"dolma""#))
  }

  @Test func layersThatNobodyNeedsAreNotTouched() throws {
    let entities =
      #"[{"id":"e9","name":"A","type":"PER","note":"mine","mentions":[{"start":0,"end":1}]}]"#
    let document = try decode(#"{"id":"a","text":"A","entities":\#(entities)}"#)
    #expect(encode(document).contains(#""entities":\#(entities)"#))
    #expect(document[Entity.self].elements.first?.name == "A")
  }

  @Test func textIsComposedOnTheWayIn() throws {
    let document = try decode(#"{"id":"a","text":"e\u0301"}"#)
    #expect(document.text.unicodeScalars.count == 1)
  }

  @Test(arguments: [
    #"{"text":"a","text":"b"}"#, #"{"id":"a","entities":[],"entities":[]}"#,
    #"{"text":"ab","entities":[{"id":"e","name":"x","type":"PER","mentions":[{"start":0,"end":3}]}]}"#,
    #"{"text":"ab","layers":{"tokens":{"start":[0],"end":[1,2]}}}"#,
    #"{"text":"ab","layers":{"tokens":{"start":[0],"end":[1],"pos":["NOUNS"]}}}"#,
    #"{"text":"e\u0301","blocks":[{"start":0,"end":2}]}"#,
    #"{"text":"ab","text_sha256":"00","blocks":[{"start":0,"end":2}]}"#,
    #"{"filon":2}"#, #"{"type":"claim"}"#, #"[]"#, #""a""#, "", #"{"id":"a"} x"#,
    #"{"text":"a","claims":[{"id":"c"}]}"#, #"{"text":"a","blocks":[{"start":-1,"end":1}]}"#,
  ])
  func refusesRecordsThatCannotBeRight(_ json: String) {
    #expect(throws: JSONError.self) { try decode(json) }
  }

  @Test func aNewTextDropsWhatWasKnownOfTheOldOne() {
    var document = Self.annotated()
    document.text = "autre"
    #expect(document[Claim.self].isEmpty)
    #expect(document.language == nil)
    #expect(!document.present.contains(Entity.layer))
  }

  @Test func claimRecordsCarryTheirDocumentAndContext() throws {
    var document = Self.annotated()
    document.metadata.url = "https://example.org/a"
    var writer = JSONWriter()
    ClaimRecordWriter().encode(document, to: &writer)
    let line = String(decoding: writer.bytes, as: UTF8.self)
    #expect(line.hasSuffix("\n"))
    #expect(
      line.hasPrefix(
        #"{"filon":1,"type":"claim","id":"c1","doc":{"id":"a","url":"https://example.org/a""#))
    #expect(line.contains(#""context":{"before":"« ","after":". 8 % en 2031."}"#))
    var reader = JSONReader(Array(line.utf8))
    _ = try reader.skipValue()
    try reader.finish()
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<String.Index> {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return startIndex..<startIndex
  }
}
