import ArgumentParser
import FilonCore
import FilonIO

/// `filon show`
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Claims as text for people, the most worth checking first.",
    discussion: """
      Attributed claims with a named source come first, then by how much they are worth checking, \
      with figures, dates and company in other languages counting for more.

      EXAMPLES
        filon show --top 10 claims.jsonl
      """)

  @Option(help: "How many; one from each document first.")
  var top = 10

  @Argument(help: "Claims (JSON Lines), or - for standard input.")
  var input: String?

  func run() throws {
    var lines = try RecordLines(path: input)
    let claims = try lines.all { (bytes, _) throws(JSONError) in try ShownClaim(json: bytes) }
    let ranked = claims.enumerated().sorted {
      $0.element.interest != $1.element.interest
        ? $0.element.interest > $1.element.interest : $0.offset < $1.offset
    }.map(\.element)
    var seen: Set<String> = []
    let spread = ranked.filter { seen.insert($0.document).inserted }
    let first = Set(spread.map(\.id))
    let shown = (spread + ranked.filter { !first.contains($0.id) }).prefix(top)
    for claim in shown { print("\n" + claim.text) }
  }
}
