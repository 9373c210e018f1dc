/// Where a document's bytes came from.
public struct Source: Hashable, Sendable {
  /// `warc`, `html`, `jsonl`, `text`, `europresse`, `feed`.
  public var kind: String?
  /// The file as it was named.
  public var file: String?
  /// Offset of the record in the file: of the gzip member for a compressed WARC, else of the record.
  public var offset: Int?
  /// Length of the record in the file.
  public var length: Int?
  /// Line of the file, from 1.
  public var line: Int?
  /// WARC-Record-ID.
  public var record: String?
  /// Address of the page.
  public var url: String?
  /// When it was fetched, ISO 8601.
  public var fetched: String?
  /// The character encoding that the page was decoded from.
  public var charset: String?
  /// SHA-256 of the payload as received.
  public var sha256: String?

  /// Fields that Filon does not know, written back untouched.
  public var unknownFields: [Document.UnknownField] = []

  /// A source that knows nothing.
  public init() {}
}
