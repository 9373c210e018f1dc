import ArgumentParser
import Filon
public import FilonPipeline
import Synchronization

/// The command line of Filon.
///
/// A program that adds stages of its own links this module and calls
/// ``main(registry:)`` with a registry of more stages; they are then commands too, and can be named
/// in pipeline files.
public enum FilonCommand {
  private static let current = Mutex<StageRegistry>(.standard)

  /// The stages that this program knows.
  static var registry: StageRegistry { current.withLock { $0 } }

  /// Runs the command line of the process with the standard stages.
  public static func main() async { await main(registry: .standard) }

  /// Runs the command line of the process.
  public static func main(registry: StageRegistry) async {
    current.withLock { $0 = registry }
    Interruption.install()
    do {
      try checkName(CommandLine.arguments.dropFirst().first)
      var command = try RootCommand.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      Failure.exit(error)
    }
  }

  /// A mistyped command gets a suggestion.
  private static func checkName(_ name: String?) throws {
    guard let name, !name.hasPrefix("-"), RootCommand.command(named: name) == nil, name != "help"
    else { return }
    let hint =
      EditDistance.nearest(to: name, among: RootCommand.commandNames)
      .map { "; did you mean \($0)?" } ?? ""
    throw ValidationError("there is no command \(name)\(hint)")
  }
}
