/// A start tag or a stretch of text of a page, as the scanner read it.
struct MarkupToken: Sendable {
  /// The element, or `.text`.
  var tag: ElementTag
  var flags: NodeArena.Flags = []
  var attributeCount: UInt8 = 0
  /// What class, id, role and itemprop spell.
  var concepts: ConceptSet = []
  /// Where the parser stands in the skeleton when it reports the token.
  var position: UInt32
  /// Text: its range in the scanner's text. Tag: its first attribute.
  var start: UInt32 = 0
  var textEnd: UInt32 = 0
  /// The bytes of the page that it was written as.
  var rawStart: UInt32 = 0
  var rawEnd: UInt32 = 0
}
