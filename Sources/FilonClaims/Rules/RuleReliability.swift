import CFilonClaimsData
import FilonCore

/// How far each rule can be trusted, from a data file.
struct RuleReliability: Sendable {
  /// The embedded table.
  static let standard = RuleReliability(
    EmbeddedBytes(
      filon_claims_rule_reliability_bytes(), count: filon_claims_rule_reliability_size()
    ).text)

  private let rows: [String: (french: Float, english: Float, isPreferred: Bool)]

  /// Reads the table.
  init(_ text: String) {
    rows = Dictionary(
      TabSeparatedTable(text).rows.filter { $0.count >= 4 }.map { row in
        (row[0], (Float(row[1]) ?? 0.5, Float(row[2]) ?? 0.5, row[3] == "yes"))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The share of right results of a rule, named with its language (`fr.incise`), and whether it is
  /// preferred to the tagger.
  subscript(rule: String, language: ClaimLanguage) -> (share: Float, isPreferred: Bool) {
    guard let row = rows[String(rule.dropFirst(3))] else { return (0.5, false) }
    return (language == .french ? row.french : row.english, row.isPreferred)
  }
}
