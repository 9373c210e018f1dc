/// Writes claim records: one claim a line, with what is needed of its document.
public struct ClaimRecordWriter: Sendable {
  /// How many bytes of context are given before and after the claim, at most.
  public static let contextBytes = 300

  /// A writer.
  public init() {}

  /// Writes every claim of a document, each with the end of its line.
  public func encode(_ document: Document, to writer: inout JSONWriter) {
    guard !document[Claim.self].isEmpty else { return }
    let text = TextCoordinates(document.text)
    var head = JSONWriter()
    encodeHead(of: document, to: &head)
    for claim in document[Claim.self].elements {
      writer.beginObject()
      writer.key("filon")
      writer.int(Release.schema)
      writer.field("type", "claim")
      writer.field("id", claim.id)
      writer.key("doc")
      writer.raw(head.bytes)
      claim.encodeFields(
        to: &writer, in: text, context: context(of: claim, in: document), includingID: false)
      writer.endObject()
      writer.newline()
    }
  }

  private func encodeHead(of document: Document, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("id", document.id)
    writer.field("url", document.address)
    writer.field("title", document.metadata.title)
    writer.field("site", document.metadata.site)
    writer.field("published", document.metadata.published)
    writer.field("language", document.language?.code)
    writer.field("text_sha256", SHA256.hex(document.text))
    if let duplication = document.duplication { writer.field("cluster", duplication.cluster) }
    writer.endObject()
  }

  /// The sentence before and after the claim, cut at ``contextBytes`` on a scalar boundary.
  private func context(
    of claim: Claim, in document: Document
  ) -> (before: Substring, after: Substring) {
    let range = claim.range
    let sentences = document[Sentence.self].elements
    let first = claim.sentences.first.flatMap { sentences.indices.contains($0) ? $0 : nil }
    let last = claim.sentences.last.flatMap { sentences.indices.contains($0) ? $0 : nil }
    let limit = UInt32(Self.contextBytes)
    var start = range.start > limit ? range.start - limit : 0
    var end = range.end &+ limit
    if let first { start = max(start, sentences[max(0, first - 1)].range.start) }
    if let last { end = min(end, sentences[min(sentences.count - 1, last + 1)].range.end) }
    let before = document.slice(TextRange(start: min(start, range.start), end: range.start))
    let after = document.slice(TextRange(start: range.end, end: max(end, range.end)))
    return (before, after)
  }
}
