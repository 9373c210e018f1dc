import FilonCore

/// A pipeline file: what is read, the stages in order, what is written, how the run goes.
public struct PipelineConfiguration: Sendable {
  /// The name of the corpus or run.
  public var name: String?
  /// What it is about.
  public var about: String?
  /// What is read; empty for standard input.
  public var inputs: [InputSpecification] = []
  /// The stages asked for.
  public var stages: [PipelinePlan.Request] = []
  /// What is written; empty for documents on standard output.
  public var outputs: [SinkDescription] = []
  /// How the run goes.
  public var settings = RunSettings()
  /// The tests that `validate --test` runs.
  public var tests: [PipelineTest] = []

  /// An empty configuration.
  public init() {}

  /// The configuration with all defaults filled, as YAML: what the manifest keeps and hashes.
  public var resolvedYAML: String {
    var lines = ["filon: 1"]
    lines.append("stages:")
    for request in stages {
      lines.append(
        request.stage.resolvedOptions.isEmpty
          ? "  - \(request.stage.name)" : "  - \(request.stage.name):")
      lines.append(contentsOf: request.stage.resolvedOptions.map { "      \($0)" })
    }
    lines.append("output:")
    for output in outputs {
      lines.append("  - jsonl: \((output.path ?? "-").yaml)")
      lines.append("    what: \(output.content.rawValue)")
      if let layers = output.layers {
        lines.append("    layers: \(layers.map(\.rawValue).sorted().yaml)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
