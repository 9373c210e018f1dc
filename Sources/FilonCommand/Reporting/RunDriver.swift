import Filon
import FilonCore
import FilonIO
import FilonPipeline

/// Runs a plan for a command: opens the input, keeps the manifest, says what happened.
struct RunDriver {
  var plan: PipelinePlan
  var inputs: [InputSpecification]
  var standardInput: InputSpecification.Format
  var sinks: [SinkDescription]
  var settings: RunSettings
  var configuration: String
  var isQuiet: Bool
  /// Whether the report is a table at the end; filters say only what is wrong.
  var reportsTable: Bool

  /// Runs; throws the exit status when it is not 0.
  func run() async throws {
    let reader = try CorpusReader(
      inputs, standardInput: standardInput, maximumBytes: settings.maximumDocumentBytes)
    var codec = DocumentCodec()
    for input in inputs { codec.fieldNames.merge(input.fields) { _, new in new } }
    var manifest: Manifest?
    if settings.manifestPath != nil || settings.resumes || sinks.contains(where: { $0.path != nil })
    {
      manifest = Manifest(
        configuration: configuration, inputs: try reader.files.map { try Manifest.Input($0) },
        models: EmbeddedModels.digests, outputs: sinks.map { $0.path ?? "-" })
    }
    try write(manifest)
    let runner = PipelineRunner(
      plan: plan, sinks: sinks, codec: codec, settings: settings,
      runKey: manifest?.runKey ?? "")
    let report = try await runner.run(reader)
    manifest?.report = report
    manifest?.isComplete = true
    try write(manifest)
    tell(report)
    if report.errors > 0 { throw ExitStatus.someRecordsFailed }
  }

  private func write(_ manifest: Manifest?) throws {
    guard let manifest, let path = settings.manifestPath else { return }
    try manifest.write(to: path)
  }

  private func tell(_ report: RunReport) {
    guard !isQuiet else { return }
    let automatic = plan.stages.filter { $0.isAutomatic && report[stage: $0.name].documents > 0 }
    if !automatic.isEmpty {
      StandardError.write(
        "filon: ran \(automatic.map(\.name).joined(separator: ", ")) on documents that lacked what "
          + "\(plan.stages.last?.name ?? "the last stage") needs\n")
    }
    if reportsTable {
      StandardError.write(report.table)
    } else if report.errors > 0 {
      StandardError.write("filon: \(report.errors) of \(report.records) records failed\n")
    }
  }
}
