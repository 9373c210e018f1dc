public import FilonCore

/// What was extracted from a page.
public struct ExtractedPage: Sendable {
  /// The main text in Normalization Form C; blocks are two line feeds apart, items of a list one.
  public var text: String
  /// The blocks of ``text``, each with the bytes of the page as received that it came from.
  public var blocks: [Block]
  /// The links in ``text``, when they were asked for.
  public var links: [Link]
  /// What the page tells about itself, with the evidence for each value.
  public var metadata: Metadata
  /// The encoding that the page was decoded from, by its WHATWG name.
  public var charset: String

  /// A link in the text.
  public struct Link: Sendable, Hashable {
    /// The words that are the link.
    public var range: TextRange
    /// Where it leads, made absolute when the page's own address is known.
    public var url: String
  }

  /// Makes an extracted page.
  public init(
    text: String = "", blocks: [Block] = [], links: [Link] = [], metadata: Metadata = Metadata(),
    charset: String = "utf-8"
  ) {
    self.text = text
    self.blocks = blocks
    self.links = links
    self.metadata = metadata
    self.charset = charset
  }
}
