/// What a page tells about itself.
public struct Metadata: Hashable, Sendable {
  /// Title, without the name of the site.
  public var title: String?
  /// Subtitle or standfirst.
  public var subtitle: String?
  /// Clean names of the authors.
  public var authors: [String] = []
  /// When it was first published: ISO 8601, a day or a time with its zone.
  public var published: String?
  /// When it was last changed.
  public var modified: String?
  /// Name of the site.
  public var site: String?
  /// Section of the site.
  public var section: String?
  /// Keywords.
  public var tags: [String] = []
  /// The language that the page declares.
  public var language: String?
  /// Short description.
  public var description: String?
  /// Address of the main image.
  public var image: String?
  /// Canonical address.
  public var url: String?
  /// `article`, `live`, `home`, `list`, `error`…
  public var pageType: String?
  /// Whether the page declares that a part of it is paid for.
  public var isPaywalled: Bool?
  /// Where each value came from: `json-ld`, `opengraph`, `meta`, `markup`, `text`, `url`.
  public var evidence: [String: String] = [:]

  /// Fields that Filon does not know, written back untouched.
  public var unknownFields: [Document.UnknownField] = []

  /// Metadata that knows nothing.
  public init() {}
}
