import ArgumentParser
import FilonIO
import FilonPipeline
import Glibc

/// Flags that say what is read.
struct InputFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp("Format of the input: auto, warc, html, jsonl, text.", valueName: "format"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "Names of fields in foreign JSON Lines: id=story_id,text=body,url=link.",
      valueName: "ours=theirs,…"))
  var fields: String?

  @Option(
    help: ArgumentHelp(
      "File with a list of inputs, one a line or NUL-terminated.", valueName: "file"))
  var filesFrom: String?

  /// The input of a command.
  ///
  /// - Parameters:
  ///   - standardInput: The format of standard input.
  func specification(
    _ arguments: [String], standardInput: InputSpecification.Format
  ) throws -> InputSpecification {
    var input = InputSpecification(patterns: arguments)
    if let filesFrom {
      var list = try ByteInput(path: filesFrom)
      input.patterns += InputDiscovery.paths(inList: try list.readAll())
    }
    let fromStandardInput = input.patterns.isEmpty || input.patterns == ["-"]
    if fromStandardInput { input.patterns = [] }
    if let format {
      guard let known = InputSpecification.Format(rawValue: format) else {
        throw ValidationError(
          "unknown format \(format); known: "
            + InputSpecification.Format.allCases.map(\.rawValue).joined(separator: ", "))
      }
      input.format = known
    } else if fromStandardInput {
      input.format = standardInput
    }
    for pair in fields?.split(separator: ",") ?? [] {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, FieldMapping.targets.contains(parts[0]) else {
        throw ValidationError(
          "--fields takes ours=theirs; ours is one of "
            + FieldMapping.targets.joined(separator: ", "))
      }
      input.fields[parts[1]] = parts[0]
    }
    if fromStandardInput, isatty(STDIN_FILENO) == 1 {
      StandardError.write("filon: reading from the terminal; end with Ctrl-D\n")
    }
    return input
  }
}
