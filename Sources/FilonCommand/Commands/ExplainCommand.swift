import ArgumentParser
import Filon
import FilonCore
import FilonIO
import FilonPipeline
import Glibc

/// `filon explain`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "The claims of one text with the rule or model that found each.",
    discussion: """
      In colour on a terminal (not with NO_COLOR set), or as an HTML page that loads nothing.

      EXAMPLES
        filon explain article.txt
        filon explain --html page.html article.txt
        echo '« Nous partons », a dit Ana Roy.' | filon explain
      """)

  @Option(help: "Write an HTML page to this file instead; - for standard output.")
  var html: String?

  @Option(help: "The language of the text, fr or en; detected without it.")
  var language: String?

  @Option(help: "The date of publication, for relative dates: 2026-03-10.")
  var published: String?

  @Argument(help: "A text file, or - for standard input.")
  var input: String?

  func run() throws {
    var lines = try LineReader(path: input)
    var text: [UInt8] = []
    while let event = try lines.next() {
      guard case .line(let line) = event else { continue }
      text += line.bytes + [0x0A]
    }
    let document = try document(String(decoding: text, as: UTF8.self))
    let claims = document[Claim.self].elements.map { ClaimExplanation($0, in: document) }
    guard let html else {
      let hasColour = isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
      print(TerminalExplanation(hasColour: hasColour).text(claims))
      return
    }
    let file = try OutputFile(path: html == "-" ? nil : html)
    try file.write(
      HTMLExplanation().page(
        claims, title: document.id, language: document.language?.code ?? "und"))
    try file.commit()
  }

  private func document(_ text: String) throws -> Document {
    let name = input.flatMap { $0 == "-" ? nil : $0 } ?? "text"
    var document = Document(
      id: String(name.split(separator: "/").last ?? "text"), text: text.canonicallyComposed)
    document.language = language.map { DocumentLanguage(code: $0, confidence: 1) }
    document.metadata.published = published
    let registry = FilonCommand.registry
    var diagnostics = Diagnostics()
    let requests = ["claims"].compactMap {
      registry[$0]?.prepare([], at: nil, diagnostics: &diagnostics)
    }.map { PipelinePlan.Request($0) }
    let plan = PipelinePlan(requests, registry: registry, diagnostics: &diagnostics)
    try FlagFault.check(diagnostics)
    return try DocumentRunner(plan: plan).run([document]).first ?? document
  }
}
