/// A page as received, before extraction.
public struct Page: Hashable, Sendable {
  /// The bytes, transfer and content encodings undone.
  public var bytes: [UInt8]
  /// The character encoding that the transport declared (HTTP header), if any.
  public var charset: String?

  /// Makes a page.
  public init(bytes: [UInt8], charset: String? = nil) {
    self.bytes = bytes
    self.charset = charset
  }
}
