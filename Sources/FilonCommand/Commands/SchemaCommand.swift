import ArgumentParser
import FilonCore
import FilonPipeline

/// `filon schema`
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "JSON Schema of pipeline files, or of one stage's options.",
    discussion: """
      EXAMPLES
        filon schema > filon.schema.json
            editors complete and check pipeline files with it
        filon schema claims
            the options of one stage
      """)

  @Argument(help: "A stage.")
  var stage: String?

  func run() throws {
    let registry = FilonCommand.registry
    guard let stage else {
      print(PipelineSchema(registry).json)
      return
    }
    guard let entry = registry[stage] else {
      let hint =
        EditDistance.nearest(to: stage, among: registry.names)
        .map { "; did you mean \($0)?" } ?? ""
      throw ValidationError("unknown stage \(stage)\(hint)")
    }
    print(PipelineSchema.options(of: entry.type))
  }
}
