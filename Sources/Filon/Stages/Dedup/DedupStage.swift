import FilonClaims
public import FilonCore
import FilonDedup
public import FilonPipeline

/// Finds documents that repeat others, and claims made more than once.
public struct DedupStage: CorpusStage {
  /// The options of the stage.
  public struct Options: StageOptions {
    /// What becomes of a copy.
    public enum Action: String, OptionChoice { case mark, drop }
    /// Similarity above which two documents are duplicates.
    public var threshold = 0.3
    /// Whether a text inside a longer one is a duplicate.
    public var findsContained = true
    /// Whether translations are found.
    public var findsTranslations = true
    /// Whether claims are clustered too.
    public var clustersClaims = true
    /// What becomes of a copy.
    public var action = Action.mark

    public static let fields: [OptionField<Options>] = [
      OptionField(
        "threshold", \.threshold, help: "Verified similarity above which documents are duplicates."
      ) { (0...1).contains($0) ? nil : "must lie between 0 and 1" },
      OptionField("contained", \.findsContained, help: "Find texts inside longer ones."),
      OptionField(
        "across_languages", \.findsTranslations, help: "Find translations, French and English."),
      OptionField("claims", \.clustersClaims, help: "Cluster claims too."),
      OptionField("action", \.action, help: "Mark copies, or drop them."),
    ]

    public init() {}
  }

  /// What is kept of a document until all have been seen.
  public struct Observation: Sendable {
    let id: String
    let fingerprint: DocumentFingerprint
    let claims: [ClaimSignature]
  }

  /// What was decided about all documents.
  public struct Decisions: Sendable {
    let duplications: [Duplication?]
    let clusters: ClaimClusters
  }

  public static let description = StageDescription(
    name: "dedup", summary: "duplicate documents, and the same claim across documents",
    requires: [.text, .language],
    uses: [
      Block.layer, Entity.layer, Quantity.layer, TemporalExpression.layer, Term.layer, Claim.layer,
    ], provides: [.duplicates],
    examples: [
      .init("filon dedup < articles.jsonl", "marks exact, near, contained and translated copies"),
      .init("filon dedup --action drop --no-claims", "keeps one of each"),
    ])

  private let options: Options
  private let maker = FingerprintMaker()

  public init(options: Options) { self.options = options }

  public func observe(_ document: Document) throws(StageFailure) -> Observation {
    let fingerprint = maker.fingerprint(
      id: document.id, text: document.text, blocks: document[Block.self].elements,
      host: document.host, language: document.language?.code ?? "und",
      published: document.metadata.published, anchors: Self.anchors(document))
    let claims =
      options.clustersClaims ? signatures(document) : []
    return Observation(id: document.id, fingerprint: fingerprint, claims: claims)
  }

  public func decide(_ observations: [Observation]) -> Decisions {
    var options = DuplicateOptions()
    options.threshold = self.options.threshold
    options.findsContained = self.options.findsContained
    options.findsTranslations = self.options.findsTranslations
    let verdicts = DuplicateFinder(options: options).verdicts(observations.map(\.fingerprint))
    let duplications = verdicts.map { verdict in
      verdict.map { verdict in
        Duplication(
          cluster: verdict.cluster, role: verdict.isRepresentative ? .representative : .copy,
          kind: verdict.kind, of: verdict.of.map { observations[$0].id },
          similarity: verdict.isRepresentative ? nil : (verdict.similarity * 1000).rounded() / 1000)
      }
    }
    return Decisions(
      duplications: duplications, clusters: ClaimClusters(observations.map(\.claims)))
  }

  public func apply(
    _ decisions: Decisions, to document: inout Document, at index: Int
  ) throws(StageFailure) -> Verdict {
    document.duplication = decisions.duplications[index]
    let claims = document[Claim.self].elements
    if options.clustersClaims, !claims.isEmpty {
      let clusters = decisions.clusters[document: index]
      var marked = claims
      for (position, cluster) in zip(marked.indices, clusters) {
        marked[position].cluster = cluster
      }
      if marked != claims { document[Claim.self] = Layer(marked) }
    }
    if options.action == .drop, let copy = document.duplication, copy.role == .copy {
      return .drop(reason: copy.kind.map { "\($0.rawValue) duplicate" } ?? "duplicate")
    }
    return .keep
  }

  private func signatures(_ document: Document) -> [ClaimSignature] {
    let claims = document[Claim.self].elements
    guard !claims.isEmpty else { return [] }
    let input = ClaimInput(document)
    return claims.map { ClaimSignature(claim: $0, in: input) }
  }

  /// What a translation shares with its original: entities, numbers, days.
  private static func anchors(_ document: Document) -> [String] {
    document[Entity.self].elements.compactMap(\.key)
      + document[Quantity.self].elements.compactMap { quantity in
        quantity.value.map { "\(quantity.unit ?? ""):\($0)" }
      } + document[TemporalExpression.self].elements.map(\.timex)
      + document[Term.self].elements.compactMap(\.concept)
  }
}
