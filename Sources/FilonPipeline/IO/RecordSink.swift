public import FilonCore

/// What an output file holds.
public enum OutputContent: String, Sendable, CaseIterable {
  /// One document a line.
  case documents
  /// One claim a line.
  case claims
}

/// An output of a run, before it is opened.
public struct SinkDescription: Sendable {
  /// Where it goes; nil for standard output.
  public var path: String?
  /// One document or one claim a line.
  public var content: OutputContent
  /// The layers that documents are written with; nil for all.
  public var layers: Set<LayerName>?
  /// Whether the page is written with documents that still have one.
  public var keepsPage: Bool

  /// Describes an output.
  public init(
    path: String?, content: OutputContent = .documents, layers: Set<LayerName>? = nil,
    keepsPage: Bool = false
  ) {
    self.path = path
    self.content = content
    self.layers = layers
    self.keepsPage = keepsPage
  }

  /// The layers that must be there to write the output.
  var neededLayers: Set<LayerName> {
    switch content {
    case .claims: [Claim.layer, Sentence.layer]
    case .documents: layers ?? []
    }
  }

  /// Writes one document's lines.
  func encode(_ document: Document, with codec: DocumentCodec, to writer: inout JSONWriter) {
    switch content {
    case .claims: ClaimRecordWriter().encode(document, to: &writer)
    case .documents:
      var codec = codec
      codec.writing = layers
      codec.writesPage = keepsPage
      codec.encode(document, to: &writer)
      writer.newline()
    }
  }
}
