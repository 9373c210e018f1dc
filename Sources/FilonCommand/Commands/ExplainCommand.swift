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

  @Argument(help: "A text or page, or - for standard input.")
  var input: String?

  func run() throws {
    let document = try document()
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

  /// The first document of the input with its claims.
  private func document() throws -> Document {
    let path = input.flatMap { $0 == "-" ? nil : $0 }
    var documents = try InputDocuments(
      InputSpecification(format: path == nil ? .text : .auto, patterns: [path].compactMap { $0 }),
      standardInput: .text, maximumBytes: RunSettings().maximumDocumentBytes)
    guard var document = try documents.next() else {
      throw ValidationError("\(path ?? "standard input") holds no text")
    }
    document.metadata.published = published ?? document.metadata.published
    guard var extracted = try FilonCommand.run("extract", on: document) else { return document }
    if let language { extracted.language = DocumentLanguage(code: language, confidence: 1) }
    return try FilonCommand.run("claims", on: extracted) ?? extracted
  }
}
