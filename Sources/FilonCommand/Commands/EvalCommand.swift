import ArgumentParser
import Filon
import FilonCore
import FilonIO
import FilonPipeline
import FilonTerms

/// `filon eval`
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Score documents against gold documents of the same record format.",
    discussion: """
      Without predictions, the stages run on the texts of the gold. Documents are matched by \
      identifier, else by address. Figures are percent; content of claims counts as found when 80 % \
      of the longer span is shared; source, cue, modality and polarity are judged on found contents.

      A treebank (CoNLL-U) scores parts of speech and the dependency parser on its own words.

      EXAMPLES
        filon eval corpora/news/gold.jsonl
            all stages on the gold texts
        filon run pipelines/news-to-claims.yaml corpora/news/news.warc.gz -o out.jsonl
        filon eval corpora/news/gold.jsonl out.jsonl
            the whole chain, extraction included
        filon eval --language fr fr_gsd-ud-dev.conllu
            tags and trees on a treebank
      """)

  @Argument(help: "Gold documents (JSON Lines), or a treebank (CoNLL-U).")
  var gold: String

  @Argument(help: "Predicted documents (JSON Lines).")
  var predictions: String?

  @Option(help: "The language of a treebank: fr, en.")
  var language = "fr"

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
    let evaluation = try evaluation()
    if json { printJSON(evaluation) } else { printTable(evaluation) }
    if !evaluation.missing.isEmpty {
      StandardError.write(
        "filon: \(evaluation.missing.count) gold documents have no prediction: "
          + evaluation.missing.prefix(5).joined(separator: ", ") + "\n")
    }
  }

  private func evaluation() throws -> Evaluation {
    if gold.contains(".conllu") {
      var input = try ByteInput(path: gold)
      return Evaluation(
        treebank: Treebank(conllu: try input.readAll(limit: 1 << 30)),
        language: AnalysisLanguage(code: language))
    }
    let expected = try documents(gold)
    let found = try predictions.map(documents) ?? predicted(from: expected)
    return Evaluation(gold: expected, predictions: found)
  }

  private func documents(_ path: String) throws -> [Document] {
    var lines = try RecordLines(path: path)
    return try lines.all { (bytes, number) throws(JSONError) in
      try DocumentCodec().decode(bytes, fallbackID: "\(number)")
    }
  }

  /// The stages' own outcome on the gold texts, with the gold's metadata for anchors.
  private func predicted(from gold: [Document]) throws -> [Document] {
    let registry = FilonCommand.registry
    var diagnostics = Diagnostics()
    let names = ["detect", "normalize", "entities", "claims", "dedup"]
    let requests = names.compactMap { name in
      registry[name]?.prepare([], at: nil, diagnostics: &diagnostics)
    }.map { PipelinePlan.Request($0) }
    let plan = PipelinePlan(requests, registry: registry, diagnostics: &diagnostics)
    let bare = gold.map { document in
      var copy = Document(id: document.id, text: document.text)
      copy.metadata = document.metadata
      copy[Block.self] = document[Block.self]
      return copy
    }
    return try DocumentRunner(plan: plan).run(bare)
  }

  private func printTable(_ evaluation: Evaluation) {
    print("measure              P      R     F1    gold")
    for (name, tally) in evaluation.tallies {
      let padding = String(repeating: " ", count: max(1, 16 - name.count))
      print(
        name + padding
          + [tally.precision, tally.recall, tally.f1].map(Self.figure).joined(separator: " ")
          + "  \(tally.gold)")
    }
  }

  private static func figure(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let text = "\(tenths / 10).\(tenths % 10)"
    return String(repeating: " ", count: max(0, 6 - text.count)) + text
  }

  private func printJSON(_ evaluation: Evaluation) {
    var writer = JSONWriter()
    writer.beginObject()
    for (name, tally) in evaluation.tallies {
      for (measure, value) in [
        ("precision", tally.precision), ("recall", tally.recall), ("f1", tally.f1),
      ] {
        writer.key("\(name).\(measure)")
        writer.double((value * 100).rounded() / 100)
      }
      writer.key("\(name).gold")
      writer.int(tally.gold)
    }
    writer.endObject()
    print(String(decoding: writer.bytes, as: UTF8.self))
  }
}
