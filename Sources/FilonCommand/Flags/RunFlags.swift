import ArgumentParser
import FilonPipeline

/// Flags of every command that runs something.
struct RunFlags: ParsableArguments {
  @Option(name: [.short, .customLong("output")], help: "Output file; standard output without it.")
  var output: String?

  @Option(name: .shortAndLong, help: "Documents worked on at once; 0 for all cores.")
  var jobs: Int?

  @Option(
    help: ArgumentHelp("File for error records; standard error without it.", valueName: "file"))
  var errors: String?

  @Flag(help: "Stop at the first record that fails.")
  var strict = false

  @Option(help: ArgumentHelp("Stop when more records fail: a number, or 1%.", valueName: "n|p%"))
  var maxErrors: String?

  @Option(help: ArgumentHelp("Larger records become errors.", valueName: "bytes"))
  var maxDocBytes: Int?

  @Option(
    help: ArgumentHelp(
      "Documents that take longer become errors: 10s, 500ms.", valueName: "time"))
  var timeoutPerDoc: String?

  @Option(help: ArgumentHelp("File for the manifest of the run.", valueName: "file"))
  var manifest: String?

  @Flag(help: "Go on where an interrupted run stopped.")
  var resume = false

  @Option(help: "When to show progress: auto, always, never, json.")
  var progress: String?

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  /// The settings of a run: those of the pipeline file, with these flags on top.
  func settings(over base: RunSettings = RunSettings()) throws -> RunSettings {
    var map: [(key: OptionValue.OptionKey, value: OptionValue)] = []
    func add(_ name: String, _ value: String?) {
      guard let value else { return }
      map.append((OptionValue.OptionKey(name: name), OptionValue(.scalar(value))))
    }
    add("jobs", jobs.map(String.init))
    add("errors", errors)
    add("strict", strict ? "true" : nil)
    add("max_errors", maxErrors)
    add("max_doc_bytes", maxDocBytes.map(String.init))
    add("timeout_per_doc", timeoutPerDoc)
    add("manifest", manifest)
    add("resume", resume ? "true" : nil)
    add("progress", progress)
    var diagnostics = Diagnostics()
    let settings = RunSettings(
      reading: map, stage: "run", over: base, diagnostics: &diagnostics)
    try FlagFault.check(diagnostics)
    return settings
  }
}

/// Faults of flags.
enum FlagFault {
  /// Throws a usage error (exit code 64) that tells all faults.
  static func check(_ diagnostics: Diagnostics) throws {
    guard diagnostics.hasErrors else { return }
    let text = diagnostics.entries.map { entry in
      ([entry.message] + entry.notes).joined(separator: "\n  ")
    }.joined(separator: "\n")
    throw ValidationError(text)
  }
}
