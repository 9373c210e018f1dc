import FilonClaims
public import FilonCore
public import FilonPipeline

/// Finds who said what.
public struct ClaimsStage: Stage, StageWorker {
  /// The options of the stage.
  public struct Options: StageOptions {
    /// The kinds to keep.
    public var kinds = ["direct", "mixed", "indirect", "statement"]
    /// Claims below this confidence are left out.
    public var minimumConfidence = 0.0
    /// Whether each claim is also written as a sentence that stands alone.
    public var writesPropositions = false

    public static let fields: [OptionField<Options>] = [
      OptionField("kinds", \.kinds, help: "Kinds to keep: direct, mixed, indirect, statement.") {
        let unknown = $0.filter { Claim.Kind(rawValue: $0) == nil }
        return unknown.isEmpty ? nil : "has unknown kinds: \(unknown.joined(separator: ", "))"
      },
      OptionField(
        "min_confidence", \.minimumConfidence, help: "Leave out claims below this confidence."
      ) { (0...1).contains($0) ? nil : "must lie between 0 and 1" },
      OptionField(
        "propositions", \.writesPropositions,
        help: "Write each claim as a sentence that stands alone; with its parts if parsed."),
    ]

    public init() {}
  }

  public static let description = StageDescription(
    name: "claims", summary: "attributed claims: who said what, how sure, how much, when",
    requires: [
      .text, .language, Sentence.layer, Token.layer, Quantity.layer, TemporalExpression.layer,
      Entity.layer,
    ], uses: [Block.layer], provides: [Claim.layer],
    examples: [
      .init("filon claims < articles.jsonl", "adds the claims of each document"),
      .init("filon claims --emit claims < articles.jsonl", "writes one claim a line"),
      .init("filon claims --kinds direct,mixed", "quotations only"),
      .init(
        "echo '{\"id\":\"a\",\"text\":\"…\"}' | filon claims", "runs the missing stages by itself"),
    ])

  private let extractor: ClaimExtractor

  public init(options: Options) {
    extractor = ClaimExtractor(
      options: ClaimOptions(
        kinds: Set(options.kinds.compactMap(Claim.Kind.init(rawValue:))),
        minimumConfidence: options.minimumConfidence,
        statements: options.kinds.contains(Claim.Kind.statement.rawValue),
        propositions: options.writesPropositions))
  }

  public func process(
    _ document: inout Document, _ context: StageContext
  ) throws(StageFailure) -> Verdict {
    document[Claim.self] = Layer(extractor.claims(in: ClaimInput(document)))
    return .keep
  }
}

extension ClaimInput {
  /// What the extractor needs of a document.
  init(_ document: Document) {
    self.init(
      documentID: document.id, text: document.text, language: document.language?.code ?? "und",
      sentences: document[Sentence.self].elements, tokens: document[Token.self].elements,
      blocks: document[Block.self].elements, entities: document[Entity.self].elements,
      quantities: document[Quantity.self].elements,
      dates: document[TemporalExpression.self].elements,
      anchor: document.metadata.published)
  }
}
