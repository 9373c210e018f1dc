import Filon
import FilonCore
import FilonPipeline

extension FilonCommand {
  /// What a stage of the registry makes of one document; nil when it drops it.
  static func run(_ stage: String, on document: Document) throws -> Document? {
    var diagnostics = Diagnostics()
    let requests = [registry[stage]?.prepare([], at: nil, diagnostics: &diagnostics)]
      .compactMap { $0 }.map { PipelinePlan.Request($0) }
    let plan = PipelinePlan(
      requests, registry: registry, available: document.present, diagnostics: &diagnostics)
    try FlagFault.check(diagnostics)
    return try DocumentRunner(plan: plan).run([document]).first
  }
}
