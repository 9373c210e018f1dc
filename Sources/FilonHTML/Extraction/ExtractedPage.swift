public import FilonCore

/// What was extracted from a page.
public struct ExtractedPage: Sendable {
  /// The main text in Normalization Form C; blocks are two line feeds apart, items of a list one.
  public var text: String
  /// The blocks of ``text``, each with the bytes of the page as received that it came from.
  public var blocks: [Block]
  /// What the page tells about itself, with the evidence for each value.
  public var metadata: Metadata
  /// The encoding that the page was decoded from, by its WHATWG name.
  public var charset: String

  /// Makes an extracted page.
  public init(
    text: String = "", blocks: [Block] = [], metadata: Metadata = Metadata(),
    charset: String = "utf-8"
  ) {
    self.text = text
    self.blocks = blocks
    self.metadata = metadata
    self.charset = charset
  }
}
