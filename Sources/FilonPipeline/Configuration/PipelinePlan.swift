public import FilonCore

/// The stages of a run in the order they run, checked against what they need.
public struct PipelinePlan: Sendable {
  /// A stage as asked for, with its place in the file.
  public struct Request: Sendable {
    /// The stage.
    public var stage: PreparedStage
    /// Its place.
    public var position: SourcePosition?

    /// Makes a request.
    public init(_ stage: PreparedStage, at position: SourcePosition? = nil) {
      self.stage = stage
      self.position = position
    }
  }

  /// The stages in order, automatic ones included.
  public private(set) var stages: [PreparedStage] = []

  /// Orders and completes the stages asked for.
  ///
  /// A layer that a stage needs and nobody makes is made by the registered provider with its
  /// defaults, on documents that lack it. A provider that was asked for but comes too late is an
  /// error.
  ///
  /// - Parameters:
  ///   - requests: The stages asked for, in order.
  ///   - registry: Where providers of missing layers are found.
  ///   - available: The layers that every document has on input.
  ///   - diagnostics: Where faults of the order go.
  public init(
    _ requests: [Request], registry: StageRegistry, available: Set<LayerName> = [],
    diagnostics: inout Diagnostics
  ) {
    var available = available
    for (index, request) in requests.enumerated() {
      let stage = request.stage
      for need in stage.description.requires.sorted(by: { $0.rawValue < $1.rawValue }) {
        guard !available.contains(need) else {
          noteNeed(need)
          continue
        }
        if let late = requests[(index + 1)...].first(where: {
          $0.stage.description.provides.contains(need)
        }) {
          let line = late.position.map { " (line \($0.line))" } ?? ""
          diagnostics.error(
            "stage \"\(stage.name)\" needs \"\(need)\", made by \"\(late.stage.name)\", which comes "
              + "after it\(line)", at: request.position,
            notes: ["move \"\(late.stage.name)\" before \"\(stage.name)\""])
          available.insert(need)
          continue
        }
        complete(need, for: stage.name, registry, &available, request.position, &diagnostics)
      }
      stages.append(stage)
      available.formUnion(stage.description.provides)
    }
  }

  /// Notes that a layer is needed which an automatic stage makes.
  private mutating func noteNeed(_ need: LayerName) {
    for index in stages.indices
    where stages[index].isAutomatic && stages[index].description.provides.contains(need) {
      stages[index].automaticFor.insert(need)
    }
  }

  private mutating func complete(
    _ need: LayerName, for stage: String, _ registry: StageRegistry,
    _ available: inout Set<LayerName>, _ position: SourcePosition?,
    _ diagnostics: inout Diagnostics, depth: Int = 0
  ) {
    guard depth < 16, let provider = registry.provider(of: need) else {
      diagnostics.error(
        "stage \"\(stage)\" needs \"\(need)\", which no known stage makes", at: position)
      available.insert(need)
      return
    }
    for earlier in provider.description.requires where available.contains(earlier) {
      noteNeed(earlier)
    }
    for earlier in provider.description.requires.sorted(by: { $0.rawValue < $1.rawValue })
    where !available.contains(earlier) {
      complete(
        earlier, for: provider.name, registry, &available, position, &diagnostics, depth: depth + 1)
    }
    if var automatic = provider.prepare([], at: position, diagnostics: &diagnostics) {
      automatic.automaticFor = [need]
      stages.append(automatic)
    }
    available.formUnion(provider.description.provides)
  }
}
