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
    let url = document.address
    writer.field("quoteID", quotation.claim.id)
    writer.field("quotation", quotation.text)
    writer.field("speaker", quotation.speaker ?? "None")
    writer.key("qids")
    writer.strings([quotation.wikidata].compactMap { $0 })
    writer.field("date", document.metadata.published)
    writer.key("numOccurrences")
    writer.int(quotation.claim.cluster?.size ?? 1)
    writer.key("probas")
    probabilities(quotation, to: &writer)
    writer.key("urls")
    writer.strings([url].compactMap { $0 })
    writer.key("domains")
    writer.strings([document.host].compactMap { $0 })
  }

  private func encodeArticle(
    _ document: Document, _ quotations: [QuotationView], to writer: inout JSONWriter
  ) {
    let coordinates = TextCoordinates(document.text)
    writer.beginObject()
    writer.field("articleID", document.id)
    writer.key("articleLength")
    writer.int(document.text.unicodeScalars.count)
    writer.field("date", document.metadata.published)
    writer.field("title", document.metadata.title)
    writer.field("url", document.address)
    writer.key("names")
    writer.beginArray()
    for entity in document[Entity.self].elements where entity.kind == .person {
      writer.beginObject()
      writer.field("name", entity.name)
      writer.key("ids")
      writer.strings([entity.wikidata].compactMap { $0 })
      writer.key("offsets")
      coordinates.write(entity.mentions.map(\.range), to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.key("quotations")
    writer.beginArray()
    for quotation in quotations {
      writer.beginObject()
      writer.field("quoteID", quotation.claim.id)
      writer.field("quotation", quotation.text)
      writer.key("quotationOffset")
      coordinates.write(quotation.claim.spans, to: &writer)
      writer.field("leftContext", quotation.before)
      writer.field("rightContext", quotation.after)
      writer.field("globalTopSpeaker", quotation.speaker ?? "None")
      writer.key("globalProbas")
      probabilities(quotation, to: &writer)
      writer.field("localTopSpeaker", quotation.speaker ?? "None")
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
      writer.strings([speaker, Self.decimal(thousandths)])
      writer.strings(["None", Self.decimal(10_000 - thousandths)])
    } else {
      writer.strings(["None", Self.decimal(10_000)])
    }
    writer.endArray()
  }

  private static func decimal(_ value: Int) -> String {
    let digits = String(max(0, value) % 10_000)
    return "\(max(0, value) / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
