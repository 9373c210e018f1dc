public import FilonPipeline

extension StageRegistry {
  /// The stages that come with Filon, in the order of the chain.
  public static let standard = StageRegistry()
    .adding(ExtractStage.self)
    .adding(DetectStage.self)
    .adding(NormalizeStage.self)
    .adding(EntitiesStage.self)
    .adding(ClaimsStage.self)
    .adding(DedupStage.self)
    .adding(ExecStage.self)
}
