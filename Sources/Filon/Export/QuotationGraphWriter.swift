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
    for (key, value) in [
      ("date", document.metadata.published), ("url", document.metadata.url ?? document.source.url),
      ("title", document.metadata.title),
      ("lang", document.language.map { Self.names[$0.code] ?? $0.code.uppercased() }),
    ] {
      guard let value else { continue }
      writer.key(key)
      writer.string(value)
    }
    writer.key("quotes")
    writer.beginArray()
    for quotation in quotations {
      writer.beginObject()
      writer.key("pre")
      writer.string(quotation.before)
      writer.key("quote")
      writer.string(quotation.text)
      writer.key("post")
      writer.string(quotation.after)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.newline()
  }

  private static let names = ["fr": "FRENCH", "en": "ENGLISH"]
}
