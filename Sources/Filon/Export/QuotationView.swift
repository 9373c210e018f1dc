import FilonCore

/// One quotation or reported speech with what quotation corpora give of it.
struct QuotationView {
  let claim: Claim
  /// The content; parts that the cue cuts apart are joined by a space.
  let text: String
  let before: String
  let after: String
  let speaker: String?
  let wikidata: String?

  /// How many characters of context are given before and after, as in the Global Quotation Graph.
  private static let contextScalars = 100

  init(_ claim: Claim, in document: Document) {
    self.claim = claim
    text = claim.spans.map { String(document.slice($0)) }.joined(separator: " ")
    let start = claim.spans.first?.start ?? 0
    let end = claim.spans.last?.end ?? start
    let whole = UInt32(document.text.utf8.count)
    before = String(
      document.slice(TextRange(start: 0, end: start)).unicodeScalars.suffix(Self.contextScalars))
    after = String(
      document.slice(TextRange(start: end, end: whole)).unicodeScalars.prefix(Self.contextScalars))
    let entity = claim.source?.entity.flatMap { id in
      document[Entity.self].elements.first { $0.id == id }
    }
    speaker = claim.source?.name ?? entity?.name
    wikidata = entity?.wikidata
  }

  /// The direct and mixed quotations of a document.
  static func quotations(of document: Document) -> [QuotationView] {
    document[Claim.self].elements.filter { $0.kind == .direct || $0.kind == .mixed }
      .map { QuotationView($0, in: document) }
  }
}
