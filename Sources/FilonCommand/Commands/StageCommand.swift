import ArgumentParser
import FilonCore
import FilonPipeline

/// A stage as a shell filter: documents in, documents out.
struct StageCommand<S: StageDefinition>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    let description = S.description
    let examples = description.examples.map { "  \($0.command)\n      \($0.meaning)" }
    func names(_ layers: Set<LayerName>) -> String {
      layers.map(\.rawValue).sorted().joined(separator: ", ")
    }
    return CommandConfiguration(
      commandName: description.name, abstract: description.summary,
      usage: "filon \(description.name) [<input> ...] [<options>]",
      discussion: StageFlags.help(S.Options.self)
        + (description.requires.isEmpty ? "" : "READS   \(names(description.requires))\n")
        + "MAKES   \(names(description.provides))\n"
        + (examples.isEmpty ? "" : "\nEXAMPLES\n" + examples.joined(separator: "\n") + "\n"))
  }

  @OptionGroup(title: "Input") var input: InputFlags
  @OptionGroup(title: "Output") var emit: EmitFlags
  @OptionGroup(title: "Run") var flags: RunFlags

  @Flag(help: "Write the pipeline file of these flags and stop.")
  var printConfig = false

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp(
      "Inputs (files, folders, patterns, -) and stage options.", valueName: "input"))
  var rest: [String] = []

  func run() async throws {
    let stageFlags = try StageFlags(rest, of: S.Options.self)
    var diagnostics = Diagnostics()
    let registry = FilonCommand.registry
    let stage = registry[S.description.name]?.prepare(
      stageFlags.options, at: nil, diagnostics: &diagnostics)
    try FlagFault.check(diagnostics)
    guard let stage else { throw ExitStatus.badConfiguration }
    if printConfig {
      printPipeline(stageFlags)
      return
    }
    let plan = PipelinePlan(
      [PipelinePlan.Request(stage)], registry: registry, diagnostics: &diagnostics)
    try FlagFault.check(diagnostics)
    var configuration = PipelineConfiguration()
    configuration.stages = [PipelinePlan.Request(stage)]
    configuration.outputs = [try emit.sink(path: flags.output)]
    let driver = RunDriver(
      plan: plan, inputs: [try input.specification(stageFlags.inputs, standardInput: .jsonl)],
      standardInput: .jsonl, sinks: configuration.outputs, settings: try flags.settings(),
      configuration: configuration.resolvedYAML, isQuiet: flags.quiet, reportsTable: false)
    try await driver.run()
  }

  private func printPipeline(_ stageFlags: StageFlags) {
    var diagnostics = Diagnostics()
    let options = S.Options(
      reading: stageFlags.options, stage: S.description.name, diagnostics: &diagnostics)
    let lines = options.yamlLines(onlyChanged: true)
    print("filon: 1")
    print(
      stageFlags.inputs.isEmpty ? "input: stdin" : "input:\n  - auto: \(stageFlags.inputs.yaml)")
    print("stages:")
    if lines.isEmpty {
      print("  - \(S.description.name)")
    } else {
      print("  - \(S.description.name): { \(lines.joined(separator: ", ")) }")
    }
    print("output:\n  - jsonl: \((flags.output ?? "-").yaml)\n    what: \(emit.emit)")
  }
}
