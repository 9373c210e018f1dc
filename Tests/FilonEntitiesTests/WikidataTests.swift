import FilonCore
import FilonEntities
import FilonTerms
import Testing

@Suite struct WikidataTests {
  /// One statement that points at an item.
  private static func statement(_ property: String, _ target: String, rank: String = "normal")
    -> String
  {
    """
    {"mainsnak":{"snaktype":"value","property":"\(property)","datavalue":{"value":\
    {"entity-type":"item","id":"\(target)"},"type":"wikibase-entityid"}},"type":"statement",\
    "rank":"\(rank)"}
    """
  }

  private static func item(
    _ id: String, fr: String? = nil, en: String? = nil, aliases: [String] = [],
    instanceOf: [String] = [], subclassOf: [String] = [], links: Int = 9, rank: String = "normal"
  ) -> String {
    func label(_ language: String, _ value: String?) -> String? {
      value.map { "\"\(language)\":{\"language\":\"\(language)\",\"value\":\"\($0)\"}" }
    }
    let labels = [label("fr", fr), label("en", en)].compactMap { $0 }.joined(separator: ",")
    let list = aliases.map { "{\"language\":\"en\",\"value\":\"\($0)\"}" }.joined(separator: ",")
    let instances = instanceOf.map { statement("P31", $0, rank: rank) }.joined(separator: ",")
    let classes = subclassOf.map { statement("P279", $0) }.joined(separator: ",")
    let pages = (0..<links).map { "\"x\($0)wiki\":{\"title\":\"t\"}" }.joined(separator: ",")
    return """
      {"type":"item","id":"\(id)","labels":{\(labels)},"descriptions":[],"aliases":\
      \(aliases.isEmpty ? "[]" : "{\"en\":[\(list)]}"),"claims":{"P31":[\(instances)],\
      "P279":[\(classes)],"P18":[{"mainsnak":{"snaktype":"novalue","property":"P18"}}]},\
      "sitelinks":{\(pages)}},
      """
  }

  /// A small dump with invented identifiers.
  private static let dump = [
    "[",
    item("Q9001", fr: "être humain", en: "human", subclassOf: ["Q9002"]),
    item("Q9003", fr: "ville", en: "city", subclassOf: ["Q9004"]),
    item("Q9005", fr: "commune des marais", en: "marsh town", subclassOf: ["Q9003"]),
    item("Q9010", fr: "Zorla Bim", en: "Zorla Bim", aliases: ["Z. Bim"], instanceOf: ["Q9001"]),
    item("Q9011", fr: "Vexin-le-Marais", en: "Vexin Marsh", instanceOf: ["Q9005"]),
    item("Q9012", fr: "Zorla Bim", en: "Zorla Bim", instanceOf: ["Q9001"], links: 4),
    item("Q9013", fr: "Inconnue", en: "Unknown", instanceOf: ["Q9001"], links: 1),
    item("Q9014", fr: "Chose", en: "Thing", instanceOf: ["Q9099"]),
    item("Q9015", fr: "Paris", en: "Paris", instanceOf: ["Q9003"], links: 30),
    item("Q9016", fr: "Ancienne ville", instanceOf: ["Q9003"], rank: "deprecated"),
    "{\"type\":\"property\",\"id\":\"P31\",\"labels\":{}},",
    "]",
  ].map { Array($0.utf8) }

  private static func table(
    _ settings: WikidataCompiler.Settings = WikidataCompiler.Settings()
  ) throws -> String {
    var compiler = WikidataCompiler(settings: settings)
    for line in dump { try compiler.learn(line) }
    for line in dump { try compiler.add(line) }
    return String(decoding: compiler.table(), as: UTF8.self)
  }

  @Test func `instances of known classes become rows, best known first`() throws {
    #expect(
      try Self.table() == """
        key\tkind\tname_fr\tname_en\taliases\twikidata
        loc:paris\tLOC\tParis\tParis\t\tQ9015
        per:zorla-bim\tPER\tZorla Bim\tZorla Bim\tZ. Bim\tQ9010
        loc:marsh-vexin\tLOC\tVexin-le-Marais\tVexin Marsh\t\tQ9011
        per:zorla-bim-q9012\tPER\tZorla Bim\tZorla Bim\t\tQ9012

        """)
  }

  @Test func `kinds and pages can be chosen`() throws {
    var settings = WikidataCompiler.Settings()
    settings.kinds = [.person]
    settings.minimumLinks = 5
    #expect(try Self.table(settings).split(separator: "\n").count == 2)
  }

  @Test func `a line that is cut off is refused`() {
    var compiler = WikidataCompiler()
    #expect(throws: JSONError.self) { try compiler.learn(Array("{\"type\":\"item\",".utf8)) }
  }

  @Test func `a catalogue gives identifiers to names and finds none`() throws {
    let catalogue = try UserGazetteer(tsv: Self.table())
    let text = "Le maire de Paris a quitté Vexin-le-Marais."
    var analyzer = TextAnalyzer()
    let (sentences, tokens) = analyzer.analyze(text, language: AnalysisLanguage(code: "fr"))
    func entities(_ catalogues: [UserGazetteer]) -> [Entity] {
      EntityRecognizer(catalogues: catalogues).entities(
        in: text, language: "fr", sentences: sentences, tokens: tokens, blocks: [])
    }
    let known = entities([catalogue])
    #expect(known.map(\.name) == entities([]).map(\.name))
    #expect(known.first { $0.name == "Paris" }?.wikidata == "Q9015")
    #expect(known.first { $0.key == "loc:marsh-vexin" }?.wikidata == "Q9011")
  }

  @Test func `homonyms of a catalogue give no identifier`() throws {
    let catalogue = try UserGazetteer(tsv: Self.table())
    let text = "Zorla Bim habite à Paris."
    var analyzer = TextAnalyzer()
    let (sentences, tokens) = analyzer.analyze(text, language: AnalysisLanguage(code: "fr"))
    let bim = EntityRecognizer(catalogues: [catalogue]).entities(
      in: text, language: "fr", sentences: sentences, tokens: tokens, blocks: []
    ).first { $0.name == "Zorla Bim" }
    #expect(bim != nil)
    #expect(bim?.wikidata == nil)
  }
}
