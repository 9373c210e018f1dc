import ArgumentParser
import Filon
import FilonCore
import FilonIO
import FilonPipeline
import Glibc

/// `filon extract`: the stage as a filter, or what it decides on one page.
struct ExtractCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    var configuration = StageCommand<ExtractStage>.configuration
    configuration.discussion += """

        filon extract --explain page.html
            what is kept and dropped on one page, and why
        filon extract --explain urn:uuid:1 dump.warc.gz --explain-html why.html
            the same for one record, as an HTML page

      """
    return configuration
  }

  /// When the explanation is coloured.
  enum Colour: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @OptionGroup(title: "Explanation") var explanation: Explanation
  @OptionGroup var stage: StageCommand<ExtractStage>

  /// Flags of the explanation.
  struct Explanation: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "Explain one page: a file, or the id or address of a record of the input.",
        valueName: "file or id"))
    var explain: String?

    @Option(help: ArgumentHelp("Write the explanation as an HTML page.", valueName: "file"))
    var explainHtml: String?

    @Option(help: "Colour the explanation: auto, always, never.")
    var color = Colour.auto
  }

  func run() async throws {
    guard let wanted = explanation.explain else {
      guard explanation.explainHtml == nil else {
        throw ValidationError("--explain-html needs --explain")
      }
      return try await stage.run()
    }
    let flags = try StageFlags(stage.rest, of: ExtractStage.Options.self)
    var diagnostics = Diagnostics()
    let options = ExtractStage.Options(
      reading: flags.options, stage: "extract", diagnostics: &diagnostics)
    try FlagFault.check(diagnostics)
    var worker = try ExtractStage(options: options).makeWorker()
    let document = try page(wanted, flags.inputs)
    if let path = explanation.explainHtml {
      let file = try OutputFile(path: path)
      try file.write(worker.explanationPage(of: document, name: wanted))
      try file.commit()
    } else {
      print(try worker.explanation(of: document, isColoured: isColoured), terminator: "")
    }
  }

  private var isColoured: Bool {
    switch explanation.color {
    case .always: true
    case .never: false
    case .auto: isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
    }
  }

  /// The page to explain: the first of a file of that name, else the record of that name.
  private func page(_ wanted: String, _ inputs: [String]) throws -> Document {
    let isFile = access(wanted, R_OK) == 0
    let patterns = isFile ? [wanted] : inputs
    let limit = try stage.flags.settings().maximumDocumentBytes
    var documents = try InputDocuments(
      try stage.input.specification(patterns, standardInput: .auto), standardInput: .auto,
      maximumBytes: limit)
    while true {
      let document: Document
      do {
        guard let next = try documents.next() else { break }
        document = next
      } catch is RecordFailure {
        continue
      }
      guard document.page != nil else { continue }
      if isFile || document.id == wanted || document.source.url == wanted { return document }
    }
    throw ValidationError(
      isFile ? "\(wanted) holds no page" : "no page with the id or address \(wanted)")
  }
}
