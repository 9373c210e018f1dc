import FilonCore

/// A corpus stage with its types erased.
struct CorpusPass: Sendable {
  typealias Apply = @Sendable (inout Document, Int) throws(StageFailure) -> Verdict

  let name: String
  let observe: @Sendable (Document) throws(StageFailure) -> any Sendable
  let decide: @Sendable ([any Sendable]) throws -> (apply: Apply, statistics: [String: Int])

  init(_ stage: any CorpusStage) { self = Self.erase(stage) }

  private init(
    name: String, observe: @escaping @Sendable (Document) throws(StageFailure) -> any Sendable,
    decide:
      @escaping @Sendable ([any Sendable]) throws -> (
        apply: Apply, statistics: [String: Int]
      )
  ) {
    self.name = name
    self.observe = observe
    self.decide = decide
  }

  private static func erase<S: CorpusStage>(_ stage: S) -> CorpusPass {
    CorpusPass(
      name: S.description.name,
      observe: { (document) throws(StageFailure) in try stage.observe(document) },
      decide: { observations in
        let decisions = try stage.decide(observations.compactMap { $0 as? S.Observation })
        let apply: Apply = { (document, index) throws(StageFailure) in
          try stage.apply(decisions, to: &document, at: index)
        }
        return (apply, stage.statistics(of: decisions))
      })
  }
}
