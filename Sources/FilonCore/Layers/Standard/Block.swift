/// A block of a document's text: a paragraph, a heading, an item of a list.
public struct Block: Annotation, Hashable {
  public static let layer: LayerName = "blocks"

  /// What a block is on the page.
  public enum Kind: String, Sendable, CaseIterable {
    case heading, paragraph, item, quote, caption, table, code
  }

  /// The block's text.
  public var range: TextRange
  /// What it is on the page.
  public var kind: Kind
  /// The level of a heading (1–6) or the depth of a list item; 0 elsewhere.
  public var level: UInt8
  /// The bytes of the page, as received, that the block came from.
  public var html: Range<Int>?

  /// Makes a block.
  public init(range: TextRange, kind: Kind, level: UInt8 = 0, html: Range<Int>? = nil) {
    self.range = range
    self.kind = kind
    self.level = level
    self.html = html
  }
}
