public import FilonCore

/// Writes quotations in the shapes of Quotebank (Vaucher et al. 2021).
///
/// Quotebank ranks speakers by probability; here the one speaker has the claim's confidence, and
/// the rest is given to "None".
public struct QuotebankWriter: Sendable {
  /// The two views of the corpus.
  public enum View: Sendable {
    /// A line a quotation.
    case quotations
    /// A line an article with its names and quotations.
    case articles
  }

  private let view: View

  /// A writer of one view.
  public init(_ view: View) { self.view = view }

  /// Writes the lines of a document.
  public func encode(_ document: Document, to writer: inout JSONWriter) {
    let quotations = QuotationView.quotations(of: document)
    switch view {
    case .quotations:
      for quotation in quotations {
        writer.beginObject()
        encode(quotation, document, to: &writer)
        writer.endObject()
        writer.newline()
      }
    case .articles: encodeArticle(document, quotations, to: &writer)
    }
  }

  private func encode(
    _ quotation: QuotationView, _ document: Document, to writer: inout JSONWriter
  ) {
    let url = document.metadata.url ?? document.source.url
    field("quoteID", quotation.claim.id, to: &writer)
    field("quotation", quotation.text, to: &writer)
    field("speaker", quotation.speaker ?? "None", to: &writer)
    writer.key("qids")
    strings([quotation.wikidata].compactMap { $0 }, to: &writer)
    field("date", document.metadata.published, to: &writer)
    writer.key("numOccurrences")
    writer.int(quotation.claim.cluster?.size ?? 1)
    writer.key("probas")
    probabilities(quotation, to: &writer)
    writer.key("urls")
    strings([url].compactMap { $0 }, to: &writer)
    writer.key("domains")
    strings([url.flatMap(Self.domain)].compactMap { $0 }, to: &writer)
  }

  private func encodeArticle(
    _ document: Document, _ quotations: [QuotationView], to writer: inout JSONWriter
  ) {
    let coordinates = TextCoordinates(document.text)
    writer.beginObject()
    field("articleID", document.id, to: &writer)
    writer.key("articleLength")
    writer.int(document.text.unicodeScalars.count)
    field("date", document.metadata.published, to: &writer)
    field("title", document.metadata.title, to: &writer)
    field("url", document.metadata.url ?? document.source.url, to: &writer)
    writer.key("names")
    writer.beginArray()
    for entity in document[Entity.self].elements where entity.kind == .person {
      writer.beginObject()
      field("name", entity.name, to: &writer)
      writer.key("ids")
      strings([entity.wikidata].compactMap { $0 }, to: &writer)
      writer.key("offsets")
      coordinates.write(entity.mentions.map(\.range), to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.key("quotations")
    writer.beginArray()
    for quotation in quotations {
      writer.beginObject()
      field("quoteID", quotation.claim.id, to: &writer)
      field("quotation", quotation.text, to: &writer)
      writer.key("quotationOffset")
      coordinates.write(quotation.claim.spans, to: &writer)
      field("leftContext", quotation.before, to: &writer)
      field("rightContext", quotation.after, to: &writer)
      field("globalTopSpeaker", quotation.speaker ?? "None", to: &writer)
      writer.key("globalProbas")
      probabilities(quotation, to: &writer)
      field("localTopSpeaker", quotation.speaker ?? "None", to: &writer)
      writer.key("localProbas")
      probabilities(quotation, to: &writer)
      writer.key("numOccurrences")
      writer.int(quotation.claim.cluster?.size ?? 1)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.newline()
  }

  /// Pairs of speaker and probability, as strings with four decimals.
  private func probabilities(_ quotation: QuotationView, to writer: inout JSONWriter) {
    let thousandths = Int((quotation.claim.confidence * 10_000).rounded())
    writer.beginArray()
    if let speaker = quotation.speaker {
      strings([speaker, Self.decimal(thousandths)], to: &writer)
      strings(["None", Self.decimal(10_000 - thousandths)], to: &writer)
    } else {
      strings(["None", Self.decimal(10_000)], to: &writer)
    }
    writer.endArray()
  }

  private static func decimal(_ value: Int) -> String {
    let digits = String(max(0, value) % 10_000)
    return "\(max(0, value) / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
  }

  private func field(_ key: StaticString, _ value: String?, to writer: inout JSONWriter) {
    guard let value else { return }
    writer.key(key)
    writer.string(value)
  }

  private func strings(_ values: [String], to writer: inout JSONWriter) {
    writer.beginArray()
    for value in values { writer.string(value) }
    writer.endArray()
  }

  private static func domain(_ url: String) -> String? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.isEmpty ? nil : host.lowercased()
  }
}
