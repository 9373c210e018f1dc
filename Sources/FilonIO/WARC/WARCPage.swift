/// A page from a web archive: a response or resource record with its body decoded.
public struct WARCPage: Sendable {
  /// The kind of record.
  public enum Kind: String, Sendable {
    case response, resource
  }

  /// The kind of record.
  public var kind: Kind
  /// Where the record starts in the file: of its gzip member or zstd frame, else of the record.
  public var offset: Int
  /// Length in the file of the same, if known.
  public var length: Int?
  /// `WARC-Record-ID`, with its angle brackets.
  public var recordID: String?
  /// `WARC-Target-URI`.
  public var url: String?
  /// `WARC-Date`.
  public var date: String?
  /// HTTP status; `nil` for a resource.
  public var status: Int?
  /// Media type of the body in lower case, without parameters.
  public var contentType: String?
  /// The `charset` parameter of the content type, as it was given.
  public var charset: String?
  /// True if the crawler says that it cut the body (`WARC-Truncated`).
  public var isTruncated: Bool
  /// The body, transfer and content encodings undone.
  public var body: [UInt8]
}
