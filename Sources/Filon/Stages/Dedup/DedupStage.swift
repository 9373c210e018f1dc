import FilonClaims
public import FilonCore
import FilonDedup
import FilonIO
public import FilonPipeline

/// Finds documents that repeat others, and claims made more than once.
public struct DedupStage: CorpusStage {
  /// The options of the stage.
  public struct Options: StageOptions {
    /// What becomes of a copy.
    public enum Action: String, OptionChoice { case mark, drop }
    /// Similarity above which two documents are duplicates.
    public var threshold = DuplicateOptions().threshold
    /// Whether a text inside a longer one is a duplicate.
    public var findsContained = true
    /// Whether translations are found.
    public var findsTranslations = true
    /// Whether claims are clustered too.
    public var clustersClaims = true
    /// What becomes of a copy.
    public var action = Action.mark
    /// Folder of the fingerprints of earlier runs, to which those of this run are added.
    public var index: String?
    /// File for the fingerprints of this run, for `filon merge`; nothing is marked then.
    public var signatures: String?
    /// Which part of the documents to take, `2/8`; all without it.
    public var shard: String?

    public static let fields: [OptionField<Options>] = [
      OptionField(
        "threshold", \.threshold, help: "Verified similarity above which documents are duplicates."
      ) { (0...1).contains($0) ? nil : "must lie between 0 and 1" },
      OptionField("contained", \.findsContained, help: "Find texts inside longer ones."),
      OptionField(
        "across_languages", \.findsTranslations, help: "Find translations, French and English."),
      OptionField("claims", \.clustersClaims, help: "Cluster claims too."),
      OptionField("action", \.action, help: "Mark copies, or drop them."),
      OptionField(
        "index", \.index,
        help: "Folder of what earlier runs have seen; this run is compared with it and added."),
      OptionField(
        "signatures", \.signatures,
        help: "File for the signatures of this run, for filon merge; marks nothing."),
      OptionField(
        "shard", \.shard, help: "The part of the documents to take, 1/8 to 8/8; needs signatures."
      ) { $0.flatMap { Shard($0) == nil ? "must look like 2/8" : nil } },
    ]

    public init() {}
  }

  /// What is kept of a document until all have been seen.
  public struct Observation: Sendable {
    let id: String
    /// Nil for a document of another shard.
    let fingerprint: DocumentFingerprint?
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
      .init("filon dedup --index seen today.jsonl", "compares with all earlier runs as well"),
      .init(
        "filon dedup --shard 2/8 --signatures 2.sig dump.jsonl -o /dev/null",
        "one of eight machines; filon merge *.sig then finds the duplicates"),
    ])

  private let options: Options
  private let maker = FingerprintMaker()

  private let shard: Shard?

  public init(options: Options) throws {
    self.options = options
    shard = options.shard.flatMap { Shard($0) }
    if options.shard != nil, options.signatures == nil {
      throw Fault(description: "\"shard\" needs \"signatures\", the file for what it finds")
    }
  }

  /// A fault of the options.
  private struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  public func observe(_ document: Document) throws(StageFailure) -> Observation {
    guard shard?.contains(document.id) ?? true else {
      return Observation(id: document.id, fingerprint: nil, claims: [])
    }
    let fingerprint = fingerprint(document)
    let claims =
      options.clustersClaims ? signatures(document) : []
    return Observation(id: document.id, fingerprint: fingerprint, claims: claims)
  }

  private func fingerprint(_ document: Document) -> DocumentFingerprint {
    maker.fingerprint(
      id: document.id, text: document.text, blocks: document[Block.self].elements,
      host: document.host, language: document.language?.code ?? "und",
      published: document.metadata.published, anchors: Self.anchors(document))
  }

  /// Why two documents are duplicates or are not, in lines of words that a reader can check.
  public func explanation(of one: Document, _ other: Document) -> [String] {
    func side(_ document: Document) -> DuplicateExplanation.Side {
      DuplicateExplanation.Side(
        name: document.id, text: document.text, fingerprint: fingerprint(document))
    }
    return DuplicateExplanation(side(one), side(other), options: duplicateOptions).lines
  }

  public func decide(_ observations: [Observation]) throws -> Decisions {
    var segment = FingerprintSegment()
    var places = [Int?](repeating: nil, count: observations.count)
    for (place, observation) in observations.enumerated() {
      guard let fingerprint = observation.fingerprint else { continue }
      places[place] = segment.ids.count
      segment.append(observation.id, fingerprint)
    }
    let clusters = ClaimClusters(observations.map(\.claims))
    if let path = options.signatures {
      try FingerprintIndex.write(segment, to: path)
      return Decisions(
        duplications: observations.map { _ in nil }, clusters: clusters)
    }
    var found: [Duplication?]
    if let folder = options.index {
      var index = try FingerprintIndex(folder: folder)
      found = duplications(of: &segment, after: index.known.without(segment))
      try index.add(segment)
    } else {
      found = duplications(of: &segment, after: FingerprintSegment())
    }
    return Decisions(duplications: places.map { $0.flatMap { found[$0] } }, clusters: clusters)
  }

  private func duplications(
    of segment: inout FingerprintSegment, after known: FingerprintSegment
  ) -> [Duplication?] {
    segment.duplications(after: known, options: duplicateOptions)
  }

  private var duplicateOptions: DuplicateOptions {
    var duplicates = DuplicateOptions()
    duplicates.threshold = options.threshold
    duplicates.findsContained = options.findsContained
    duplicates.findsTranslations = options.findsTranslations
    return duplicates
  }

  /// Clusters, their copies by kind, and the size of the largest, as far as this run saw them.
  public func statistics(of decisions: Decisions) -> [String: Int] {
    var found: [String: Int] = [:]
    var sizes: [String: Int] = [:]
    for duplication in decisions.duplications.compactMap({ $0 }) {
      sizes[duplication.cluster, default: 0] += 1
      if duplication.role == .copy, let kind = duplication.kind {
        found["copies, \(kind.rawValue)", default: 0] += 1
      }
    }
    found["clusters"] = sizes.count
    if let largest = sizes.values.max() { found["documents in the largest cluster"] = largest }
    return found
  }

  public func apply(
    _ decisions: Decisions, to document: inout Document, at index: Int
  ) throws(StageFailure) -> Verdict {
    if let shard, !shard.contains(document.id) { return .drop(reason: "another shard") }
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
