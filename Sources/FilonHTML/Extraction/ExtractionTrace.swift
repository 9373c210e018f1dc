public import FilonCore

/// What extraction decided about every stretch of a page, and why.
public struct ExtractionTrace: Sendable {
  /// A stretch of the page's text.
  public struct Entry: Sendable {
    /// The text, white space collapsed.
    public var text: String
    /// What it is on the page.
    public var kind: Block.Kind
    /// Whether it is part of the main text.
    public var isKept: Bool
    /// Why: `kept`, or `outside`, `hidden`, `element`, `concept`, `links`, `phrase`, `metadata`,
    /// `caption`, `table`, `duplicate`, `tail`, `empty`, `rule`.
    public var reason: String
    /// The elements around it, outermost first: `article#main.entry > p`.
    public var path: String
    /// The bytes of the page as received that it was written as.
    public var html: Range<Int>
  }

  /// The stretches in the order of the page.
  public var entries: [Entry]
  /// The element chosen as the container of the main text, as a path.
  public var container: String
  /// What was extracted.
  public var page: ExtractedPage
}
