import FilonCore

/// A part of a plan that documents go through in one pass: stages that look at each document on its
/// own, up to a stage that looks at several.
struct Phase: Sendable {
  var segment = Segment(stages: [])
  /// The stream or corpus stage that ends the phase; nil for the last phase.
  var barrier: PreparedStage?

  /// Cuts a plan at its stream and corpus stages. The last phase may have no stages.
  static func phases(of plan: PipelinePlan) -> [Phase] {
    var phases = [Phase()]
    for stage in plan.stages {
      if case .document = stage.shape {
        phases[phases.count - 1].segment.stages.append(stage)
      } else {
        phases[phases.count - 1].barrier = stage
        phases.append(Phase())
      }
    }
    // Nothing follows a final stream stage: its documents go straight to the output.
    if phases.count > 1, phases[phases.count - 1].segment.stages.isEmpty,
      case .stream? = phases[phases.count - 2].barrier?.shape
    {
      phases.removeLast()
    }
    return phases
  }

  /// The layers that the phase's stages read.
  var reads: Set<LayerName> {
    (segment.stages + [barrier].compactMap { $0 }).reduce([]) {
      $0.union($1.description.reads)
    }
  }
}
