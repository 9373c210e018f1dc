import ArgumentParser
import Filon
import FilonCore
import FilonPipeline

/// `filon match`
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "The claims that say the same as a sentence, or as each of a list of claims.",
    discussion: """
      Works within a language and between French and English. Input lines are claim records, or \
      any JSON with "id", "text" and "lang". Each line out has the identifier of what was looked \
      for and its matches, best first; claims whose numbers, names or negations differ rank lower.

      EXAMPLES
        filon match --text "Le chômage a reculé de 0,3 point" claims.jsonl
            the claims nearest to a sentence
        filon match --queries checked.jsonl claims.jsonl --top 3
            the nearest claims to each claim that was checked before
        filon match claims.jsonl --other-language
            for each claim, the nearest ones in the other language
      """)

  @Option(help: "A sentence to look for.")
  var text: String?

  @Option(help: "Claims to look for (JSON Lines).")
  var queries: String?

  @Option(help: "How many matches each.")
  var top = 5

  @Option(help: "Leave out matches below this score, 0 to 1.")
  var minScore = 0.0

  @Flag(help: "Only matches in another language.")
  var otherLanguage = false

  @Argument(help: "Claims to search (JSON Lines), or - for standard input.")
  var input: String?

  func run() throws {
    guard text == nil || queries == nil else {
      throw ValidationError("--text and --queries exclude each other")
    }
    let runner = DocumentRunner(plan: try plan())
    let claims = try runner.run(try read(input))
    let search = ClaimSearch(claims)
    var wanted = claims
    if let text {
      wanted = try runner.run([MatchedText(id: "text", text: text).document])
    } else if let queries {
      wanted = try runner.run(try read(queries))
    }
    for query in wanted {
      let found = search.matches(for: query, otherLanguage: otherLanguage, limit: top)
      print(line(query, found.filter { $0.score >= minScore }, claims))
    }
  }

  private func read(_ path: String?) throws -> [Document] {
    var lines = try RecordLines(path: path)
    return try lines.all { (bytes, number) throws(JSONError) in
      try MatchedText(json: bytes, fallbackID: "\(number)").document
    }
  }

  /// The stages that find quantities, dates and names.
  private func plan() throws -> PipelinePlan {
    let registry = FilonCommand.registry
    var diagnostics = Diagnostics()
    let requests = ["entities"].compactMap {
      registry[$0]?.prepare([], at: nil, diagnostics: &diagnostics)
    }.map { PipelinePlan.Request($0) }
    let plan = PipelinePlan(requests, registry: registry, diagnostics: &diagnostics)
    try FlagFault.check(diagnostics)
    return plan
  }

  private func line(
    _ query: Document, _ found: [ClaimSearch.Match], _ claims: [Document]
  ) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.field("id", query.id)
    writer.key("matches")
    writer.beginArray()
    for match in found {
      let claim = claims[match.index]
      writer.beginObject()
      writer.field("id", claim.id)
      writer.key("score")
      writer.double((match.score * 1000).rounded() / 1000)
      writer.field("language", claim.language?.code)
      writer.field("text", claim.text)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
