public import FilonCore

/// What there is to say of one claim, for people: the passage with its parts marked, and where each
/// value comes from.
public struct ClaimExplanation: Sendable {
  /// What a piece of the passage is.
  public enum Role: String, Sendable, CaseIterable { case content, source, cue, other }

  /// The passage from the first to the last word of the claim, cut by role; never empty pieces.
  public let pieces: [(role: Role, text: String)]
  /// Names and values, in the order in which they are shown.
  public let facts: [(name: String, value: String)]
  /// The kind and the rule or model that found the claim.
  public let heading: String

  /// Explains a claim of a document.
  public init(_ claim: Claim, in document: Document) {
    pieces = Self.pieces(claim, document)
    heading = "\(claim.kind.rawValue), \(claim.rule), \(Self.percent(claim.confidence))"
    facts = Self.facts(claim, document)
  }

  private static func pieces(_ claim: Claim, _ document: Document) -> [(role: Role, text: String)] {
    let roles: [(Role, [TextRange])] = [
      (.cue, claim.cue?.spans ?? []), (.source, claim.source?.spans ?? []),
      (.content, claim.spans),
    ]
    let borders = roles.flatMap { $0.1.flatMap { [$0.start, $0.end] } }.sorted()
    var pieces: [(role: Role, text: String)] = []
    for (start, end) in zip(borders, borders.dropFirst()) where start < end {
      let role = roles.first { $0.1.contains { $0.start <= start && end <= $0.end } }?.0 ?? .other
      pieces.append((role, String(document.slice(TextRange(start: start, end: end)))))
    }
    return pieces
  }

  private static func facts(_ claim: Claim, _ document: Document) -> [(name: String, value: String)]
  {
    var facts: [(name: String, value: String)] = []
    if let source = claim.source {
      let words = [
        source.name ?? source.role, source.type?.rawValue, source.mention.rawValue,
        source.anonymity?.rawValue, source.inheritedFrom.map { "inherited from \($0)" },
      ]
      facts.append(("source", words.compactMap { $0 }.joined(separator: ", ")))
    }
    if let cue = claim.cue {
      let words = [cue.lemma, cue.concept, cue.polarity == .negative ? "negated" : nil]
      facts.append(("cue", words.compactMap { $0 }.joined(separator: ", ")))
    }
    var meaning = [claim.modality.rawValue]
    meaning.append(claim.polarity == .negative ? "denied" : "affirmed")
    meaning.append("certainty \(claim.certainty.rawValue)")
    if let horizon = claim.horizon { meaning.append("by \(horizon)") }
    facts.append(("meaning", meaning.joined(separator: ", ")))
    let markers = claim.markers.map { "\(document.slice($0.range)) (\($0.kind))" }
    facts.append(("markers", markers.joined(separator: ", ")))
    let quantities = document[Quantity.self].elements.filter { claim.quantities.contains($0.id) }
      .map { quantity in
        let value = quantity.value.map { "\($0)" } ?? ""
        let unit = quantity.currency ?? quantity.unit ?? ""
        return "\(document.slice(quantity.range)) = \(value) \(unit)"
      }
    facts.append(("quantities", quantities.joined(separator: "; ")))
    let dates = document[TemporalExpression.self].elements.filter { claim.dates.contains($0.id) }
      .map { "\(document.slice($0.range)) = \($0.timex)" }
    facts.append(("dates", dates.joined(separator: "; ")))
    if let worth = claim.checkworthiness { facts.append(("worth checking", percent(worth))) }
    return facts.filter { !$0.value.isEmpty }
  }

  private static func percent(_ value: Double) -> String { "\(Int((value * 100).rounded())) %" }
}
