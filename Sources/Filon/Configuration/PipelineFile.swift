import FilonIO
public import FilonPipeline
import Glibc

/// A pipeline file, read and checked.
public struct PipelineFile: Sendable {
  /// The file is at fault; what is wrong has been told on standard error.
  public struct Fault: Error {}

  /// What the file says.
  public let configuration: PipelineConfiguration
  /// The stages in order, automatic ones included.
  public let plan: PipelinePlan
  private let diagnostics: Diagnostics
  private let path: String
  private let source: String

  /// Reads and checks a file.
  ///
  /// - Throws: ``Fault`` after telling what is wrong; `IOFailure` when the file cannot be read.
  public init(path: String, registry: StageRegistry) throws {
    source = try TextFile.read(path)
    self.path = path
    var diagnostics = Diagnostics()
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    configuration = PipelineConfiguration(
      yaml: source, folder: folder, registry: registry,
      environment: { name in getenv(name).map { String(cString: $0) } },
      diagnostics: &diagnostics)
    plan = PipelinePlan(configuration.stages, registry: registry, diagnostics: &diagnostics)
    self.diagnostics = diagnostics
    if diagnostics.hasErrors {
      StandardError.write(diagnostics.text(file: path, source: source))
      throw Fault()
    }
  }

  /// Tells what is doubtful but no error.
  public func tellWarnings() {
    guard !diagnostics.entries.isEmpty else { return }
    StandardError.write(diagnostics.text(file: path, source: source))
  }
}
