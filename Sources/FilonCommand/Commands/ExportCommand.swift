import ArgumentParser
import FilonCore
import FilonIO
import FilonPipeline
import FilonTerms

/// `filon export`
struct ExportCommand: ParsableCommand {
  /// The formats that can be written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case conllu
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Documents in the formats of other tools.",
    discussion: """
      EXAMPLES
        filon normalize articles.jsonl | filon export --to conllu > articles.conllu
            CoNLL-U; with --parse before, dependency trees too
      """)

  @Option(help: "The format: conllu.")
  var to: Format

  @Option(name: [.short, .customLong("output")], help: "Output file; standard output without it.")
  var output: String?

  @Argument(help: "Documents (JSON Lines), or - for standard input.")
  var input: String?

  func run() throws {
    var lines = try LineReader(path: input)
    let file = try OutputFile(path: output)
    while let event = try lines.next() {
      guard case .line(let line) = event else { continue }
      let document = try DocumentCodec().decode(line.bytes, fallbackID: "\(line.number)")
      guard document.present.contains(Token.layer) else {
        throw ValidationError(
          "document \(document.id) has no tokens; run filon normalize on it first")
      }
      try file.write(
        "# newdoc id = \(document.id.split(whereSeparator: \.isNewline).joined(separator: " "))\n")
      try file.write(
        CoNLLUWriter().write(
          text: document.text, sentences: document[Sentence.self].elements,
          tokens: document[Token.self].elements))
    }
    try file.commit()
  }
}
