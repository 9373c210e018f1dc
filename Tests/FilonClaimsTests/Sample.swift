import FilonClaims
import FilonCore
import FilonTerms

/// Analyses a text and extracts its claims, as the pipeline does.
struct Sample {
  let text: String
  let input: ClaimInput
  let claims: [Claim]

  init(
    _ text: String, _ language: String, entities: [Entity] = [],
    options: ClaimOptions = ClaimOptions(statements: false)
  ) {
    var analyzer = TextAnalyzer()
    let analysis = analyzer.analyze(text, blocks: [], language: AnalysisLanguage(code: language))
    self.text = text
    input = ClaimInput(
      documentID: "sample", text: text, language: language, sentences: analysis.sentences,
      tokens: analysis.tokens, entities: entities)
    claims = ClaimExtractor(options: options).claims(in: input)
  }

  func string(_ spans: [TextRange]) -> String {
    spans.map { String(text.slice($0)) }.joined(separator: " | ")
  }

  func content(_ claim: Claim) -> String { string(claim.spans) }
  func source(_ claim: Claim) -> String { string(claim.source?.spans ?? []) }
  func cue(_ claim: Claim) -> String { string(claim.cue?.spans ?? []) }

  /// The first claim whose content holds a text.
  func claim(holding part: String) -> Claim? { claims.first { content($0).contains(part) } }
}
