import ArgumentParser
import Filon
import FilonCore
import FilonIO
import FilonPipeline
import FilonTerms

/// `filon export`
struct ExportCommand: ParsableCommand {
  /// The formats that can be written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case conllu, gdelt, quotebank
    case quotebankArticles = "quotebank-articles"

    /// The layer that documents must have.
    var layer: LayerName { self == .conllu ? Token.layer : Claim.layer }
    /// The command that makes it.
    var maker: String { self == .conllu ? "normalize" : "claims" }
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Documents in the formats of other tools.",
    discussion: """
      EXAMPLES
        filon normalize articles.jsonl | filon export --to conllu > articles.conllu
            CoNLL-U; with --parse before, dependency trees too
        filon claims articles.jsonl | filon export --to gdelt
            quotations an article, as GDELT's Global Quotation Graph has them
        filon claims articles.jsonl | filon export --to quotebank
            a quotation a line with its speaker, as Quotebank has them; quotebank-articles for its
            other view, an article a line
      """)

  @Option(help: "The format: conllu, gdelt, quotebank or quotebank-articles.")
  var to: Format

  @Option(name: [.short, .customLong("output")], help: "Output file; standard output without it.")
  var output: String?

  @Argument(help: "Documents (JSON Lines), or - for standard input.")
  var input: String?

  func run() throws {
    var lines = try RecordLines(path: input)
    let file = try OutputFile(path: output)
    let read = { (bytes: [UInt8], number: Int) throws(JSONError) in
      try DocumentCodec().decode(bytes, fallbackID: "\(number)")
    }
    while let document = try lines.next(read) {
      guard document.present.contains(to.layer) else {
        throw ValidationError(
          "document \(document.id) has no \(to.layer.rawValue); run filon \(to.maker) on it first")
      }
      var writer = JSONWriter()
      switch to {
      case .conllu: try write(document, to: file)
      case .gdelt: QuotationGraphWriter().encode(document, to: &writer)
      case .quotebank: QuotebankWriter(.quotations).encode(document, to: &writer)
      case .quotebankArticles: QuotebankWriter(.articles).encode(document, to: &writer)
      }
      try file.write(writer.bytes)
    }
    try file.commit()
  }

  private func write(_ document: Document, to file: OutputFile) throws {
    let id = document.id.split(whereSeparator: \.isNewline).joined(separator: " ")
    try file.write("# newdoc id = \(id)\n")
    try file.write(
      CoNLLUWriter().write(
        text: document.text, sentences: document[Sentence.self].elements,
        tokens: document[Token.self].elements))
  }
}
