import ArgumentParser
import Filon
import FilonCore
import FilonPipeline

/// `filon`
struct RootCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "filon",
      abstract: "From news dumps in French and English to claim corpora.",
      discussion: """
        Who said what, about whom, how much, when; with every claim traceable to its page.

        EXAMPLES
          filon run pipelines/news-to-claims.yaml dump.warc.gz
              the whole chain, one claim a line
          filon read dump.warc.gz | filon extract | filon detect | filon claims --emit claims
              the same as a shell pipe; each stage is a filter on JSON Lines
          echo '{"id":"a","text":"« Nous partons », a dit Ana Roy."}' | filon claims
              one text; the stages before run by themselves
          filon validate pipeline.yaml --test
              checks a pipeline file and runs its tests
        """,
      version: Release.version,
      groupedSubcommands: groups)
  }

  private static var groups: [CommandGroup] {
    [
      CommandGroup(name: "Reading and stages", subcommands: [ReadCommand.self] + stageCommands),
      CommandGroup(
        name: "Pipelines",
        subcommands: [
          RunCommand.self, ValidateCommand.self, ShowCommand.self, ExplainCommand.self,
          MatchCommand.self, ExportCommand.self, MergeCommand.self,
        ]),
      CommandGroup(
        name: "Reference",
        subcommands: [
          StagesCommand.self, SchemaCommand.self, CompletionsCommand.self, LicencesCommand.self,
        ]),
      CommandGroup(
        name: "Models", subcommands: [EvalCommand.self, TrainCommand.self, GazetteerCommand.self]),
    ]
  }

  /// The names of the commands, in the order of the help.
  static var commandNames: [String] {
    groups.flatMap(\.subcommands).compactMap { $0.configuration.commandName } + ["help"]
  }

  /// The command with this name.
  static func command(named name: String) -> (any ParsableCommand.Type)? {
    groups.flatMap(\.subcommands).first { $0.configuration.commandName == name }
  }

  private static var stageCommands: [any ParsableCommand.Type] {
    FilonCommand.registry.entries.map { entry in
      switch entry.type {
      case is ExtractStage.Type: ExtractCommand.self
      case is DedupStage.Type: DedupCommand.self
      default: command(entry.type)
      }
    }
  }

  private static func command<S: StageDefinition>(_ type: S.Type) -> any ParsableCommand.Type {
    StageCommand<S>.self
  }
}
