import ArgumentParser
import Filon
import FilonPipeline

/// `filon read`
struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "WARC, HTML, JSON Lines and plain text → documents.",
    discussion: """
      Inputs are files, folders (read in bytewise order of their paths), patterns, or - for standard \
      input. The format is told by content and name; compression (gzip, zstd) by the first bytes.

      EXAMPLES
        filon read dump.warc.gz > pages.jsonl
            the HTML pages of a web archive, one document a line
        filon read pages/ 'more/**/*.html'
            HTML files
        filon read old.jsonl.zst --fields id=story_id,text=body,url=link
            foreign JSON Lines
        filon read dump.warc.gz -o pages.jsonl.zst --errors bad.jsonl
            damaged records go to a file of their own
      """)

  @OptionGroup(title: "Input") var input: InputFlags
  @OptionGroup(title: "Run") var flags: RunFlags

  @Argument(help: "Files, folders, patterns, or -.")
  var inputs: [String] = []

  func run() async throws {
    var diagnostics = Diagnostics()
    let decode = StageRegistry().adding(DecodeStage.self)[DecodeStage.description.name]?
      .prepare([], at: nil, diagnostics: &diagnostics)
    let requests = [decode].compactMap { $0 }.map { PipelinePlan.Request($0) }
    let plan = PipelinePlan(requests, registry: StageRegistry(), diagnostics: &diagnostics)
    let driver = RunDriver(
      plan: plan, inputs: [try input.specification(inputs, standardInput: .auto)],
      standardInput: .auto, sinks: [SinkDescription(path: flags.output, keepsPage: true)],
      settings: try flags.settings(), configuration: "read", isQuiet: flags.quiet,
      reportsTable: false)
    try await driver.run()
  }
}
