import ArgumentParser
import FilonCore
import FilonPipeline

/// Flags that say what is written.
struct EmitFlags: ParsableArguments {
  @Option(help: ArgumentHelp("What a line holds: documents or claims.", valueName: "what"))
  var emit = "documents"

  @Option(
    help: ArgumentHelp(
      "Layers to write with documents; all without it.", valueName: "layer,…"))
  var layers: String?

  /// The output of a command.
  func sink(path: String?) throws -> SinkDescription {
    guard let content = OutputContent(rawValue: emit) else {
      throw ValidationError("--emit takes documents or claims")
    }
    return SinkDescription(
      path: path == "-" ? nil : path, content: content,
      layers: layers.map { Set($0.split(separator: ",").map { LayerName(String($0)) }) },
      keepsPage: true)
  }
}
