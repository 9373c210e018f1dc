public import FilonCore
import FilonEntities
import FilonIO
public import FilonPipeline

/// Finds names and joins the mentions of one entity.
public struct EntitiesStage: Stage, StageWorker {
  /// The options of the stage.
  public struct Options: StageOptions {
    /// Files with further entities.
    public var gazetteers: [String] = []
    /// Large tables that give keys and identifiers only.
    public var catalogues: [String] = []
    /// The types to keep.
    public var types: [String] = []

    public static let fields: [OptionField<Options>] = [
      OptionField(
        "gazetteers", \.gazetteers,
        help: "TSV files of your own: key, type, name_fr, name_en, aliases, wikidata."),
      OptionField(
        "catalogues", \.catalogues,
        help: """
          Tables that give keys and Wikidata identifiers to the names found, as `filon gazetteer \
          build` makes them.
          """),
      OptionField("types", \.types, help: "Types to keep: PER, ORG, LOC, PRODUCT, EVENT, MISC.") {
        let unknown = $0.filter { Entity.Kind(rawValue: $0) == nil }
        return unknown.isEmpty ? nil : "has unknown types: \(unknown.joined(separator: ", "))"
      },
    ]

    public init() {}
  }

  public static let description = StageDescription(
    name: "entities", summary: "names with types, one canonical name and key per entity",
    requires: [.text, .language, Sentence.layer, Token.layer], uses: [Block.layer],
    provides: [Entity.layer],
    examples: [
      .init("filon entities < articles.jsonl", "adds the entities of each document"),
      .init("filon entities --gazetteers people.tsv", "knows your own names and keys too"),
    ])

  private let options: Options
  private let recognizer: EntityRecognizer

  public init(options: Options) throws {
    self.options = options
    recognizer = EntityRecognizer(
      gazetteers: try options.gazetteers.map { try UserGazetteer(tsv: TextFile.read($0)) },
      catalogues: try options.catalogues.map { try UserGazetteer(tsv: TextFile.read($0)) })
  }

  public func process(
    _ document: inout Document, _ context: StageContext
  ) throws(StageFailure) -> Verdict {
    var entities = recognizer.entities(
      in: document.text, language: document.language?.code ?? "und",
      sentences: document[Sentence.self].elements, tokens: document[Token.self].elements,
      blocks: document[Block.self].elements)
    if !options.types.isEmpty { entities.removeAll { !options.types.contains($0.kind.rawValue) } }
    document[Entity.self] = Layer(entities)
    return .keep
  }
}
