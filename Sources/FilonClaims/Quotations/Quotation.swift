import FilonCore

/// A stretch of text between quotation marks, possibly over several paragraphs.
struct Quotation: Hashable, Sendable {
  /// From the opening mark to the closing mark, both included.
  var range: TextRange
  /// The text without marks: one piece per paragraph.
  var pieces: [TextRange]
  /// Whether a closing mark was found.
  var isClosed: Bool
}
