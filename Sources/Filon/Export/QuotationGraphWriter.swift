public import FilonCore

/// Writes quotations in the shape of GDELT's Global Quotation Graph: one article a line with its
/// quotations, each with the text before and after it.
public struct QuotationGraphWriter: Sendable {
  /// A writer.
  public init() {}

  /// Writes the line of a document; nothing when it has no quotations.
  public func encode(_ document: Document, to writer: inout JSONWriter) {
    let quotations = QuotationView.quotations(of: document)
    guard !quotations.isEmpty else { return }
    writer.beginObject()
    writer.field("date", document.metadata.published)
    writer.field("url", document.address)
    writer.field("title", document.metadata.title)
    writer.field("lang", document.language.map { Self.names[$0.code] ?? $0.code.uppercased() })
    writer.key("quotes")
    writer.beginArray()
    for quotation in quotations {
      writer.beginObject()
      writer.field("pre", quotation.before)
      writer.field("quote", quotation.text)
      writer.field("post", quotation.after)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.newline()
  }

  private static let names = ["fr": "FRENCH", "en": "ENGLISH"]
}
