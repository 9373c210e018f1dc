import ArgumentParser
import Filon
import FilonCore
import FilonIO
import FilonPipeline
import Glibc

/// `filon dedup`: the stage as a filter, or what is between two documents.
struct DedupCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    var configuration = StageCommand<DedupStage>.configuration
    configuration.discussion += """

        filon dedup --explain a.txt b.txt
            whether two texts are duplicates, and why or why not
        filon dedup --explain id-1 id-2 articles.jsonl
            the same for two documents of the input

      """
    return configuration
  }

  @OptionGroup(title: "Explanation") var explanation: Explanation
  @OptionGroup var stage: StageCommand<DedupStage>

  /// Flags of the explanation.
  struct Explanation: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "Explain two documents, this one and the one named next: files, or ids of the input.",
        valueName: "file or id> <file or id"))
    var explain: String?
  }

  func run() async throws {
    guard let one = explanation.explain else { return try await stage.run() }
    let flags = try StageFlags(stage.rest, of: DedupStage.Options.self)
    guard let other = flags.inputs.first else {
      throw ValidationError("--explain needs two documents: --explain A B")
    }
    var diagnostics = Diagnostics()
    let options = DedupStage.Options(
      reading: flags.options, stage: "dedup", diagnostics: &diagnostics)
    try FlagFault.check(diagnostics)
    let documents = try documents([one, other], Array(flags.inputs.dropFirst()))
    let lines = try DedupStage(options: options).explanation(of: documents[0], documents[1])
    print(lines.joined(separator: "\n"))
  }

  /// The documents of these names: files of one document, else documents of the input.
  private func documents(_ names: [String], _ inputs: [String]) throws -> [Document] {
    var found = [Document?](repeating: nil, count: names.count)
    for (place, name) in names.enumerated() where access(name, R_OK) == 0 {
      found[place] = try first(of: [name]) { _ in true }
    }
    for (place, name) in names.enumerated() where found[place] == nil {
      guard !inputs.isEmpty || isatty(STDIN_FILENO) == 0 else {
        throw IOFailure(
          code: .missing, path: name, message: "no such file, and no input has the id")
      }
      found[place] = try first(of: inputs) { $0.id == name }
    }
    return try zip(names, found).map { name, document in
      guard let document else {
        throw IOFailure(code: .missing, path: name, message: "no document has this id")
      }
      return document
    }
  }

  /// The first document of inputs that is wanted, with its text and language.
  private func first(
    of patterns: [String], where isWanted: (Document) -> Bool
  ) throws -> Document? {
    var documents = try InputDocuments(
      try stage.input.specification(patterns, standardInput: .jsonl), standardInput: .jsonl,
      maximumBytes: try stage.flags.settings().maximumDocumentBytes)
    while true {
      do {
        guard let document = try documents.next() else { return nil }
        guard isWanted(document) else { continue }
        let extracted =
          document.page == nil ? document : try FilonCommand.run("extract", on: document)
        return try extracted.flatMap {
          $0.language == nil ? try FilonCommand.run("detect", on: $0) : $0
        }
      } catch is RecordFailure {
        continue
      }
    }
  }
}
