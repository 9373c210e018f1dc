import ArgumentParser
import Filon
import FilonCore
import FilonIO
import FilonPipeline

/// `filon run`
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "The whole chain of a pipeline file in one process, parallel, resumable.",
    discussion: """
      Inputs given here replace those of the file; so do the flags.

      EXAMPLES
        filon run pipelines/news-to-claims.yaml dump.warc.gz -o claims.jsonl.zst
        filon run pipeline.yaml --resume
            goes on where an interrupted run stopped, to the same bytes
        filon run pipeline.yaml -j 2 --errors bad.jsonl --max-errors 1%
        filon run pipeline.yaml --dry-run
            shows the resolved configuration and the files that would be read
      """)

  @Argument(help: "The pipeline file.")
  var pipeline: String

  @Argument(help: "Inputs that replace those of the file.")
  var inputs: [String] = []

  @OptionGroup(title: "Input") var input: InputFlags
  @OptionGroup(title: "Run") var flags: RunFlags

  @Flag(help: "Show the resolved configuration and the input files, and stop.")
  var dryRun = false

  func run() async throws {
    let loaded = try PipelineFile(path: pipeline, registry: FilonCommand.registry)
    loaded.tellWarnings()
    var configuration = loaded.configuration
    if !inputs.isEmpty || input.filesFrom != nil {
      configuration.inputs = [try input.specification(inputs, standardInput: .jsonl)]
    }
    if let output = flags.output {
      var sink = configuration.outputs.first ?? SinkDescription(path: nil)
      sink.path = output == "-" ? nil : output
      configuration.outputs = [sink]
    }
    if configuration.outputs.isEmpty { configuration.outputs = [SinkDescription(path: nil)] }
    configuration.settings = try flags.settings(over: configuration.settings)
    if dryRun {
      try show(configuration)
      return
    }
    let driver = RunDriver(
      plan: loaded.plan, inputs: configuration.inputs, standardInput: .jsonl,
      sinks: configuration.outputs, settings: configuration.settings,
      configuration: configuration.resolvedYAML, isQuiet: flags.quiet, reportsTable: true)
    try await driver.run()
  }

  private func show(_ configuration: PipelineConfiguration) throws {
    print(configuration.resolvedYAML, terminator: "")
    let reader = try CorpusReader(
      configuration.inputs, standardInput: .jsonl,
      maximumBytes: configuration.settings.maximumDocumentBytes)
    for file in reader.files { print("# input: \(file.path ?? "-") (\(file.length ?? 0) bytes)") }
    print("# \(reader.files.count) input files, \(reader.totalBytes ?? 0) bytes")
  }
}
