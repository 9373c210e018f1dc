internal import FilonCore

/// A stretch of text between two line breaks of the layout: a paragraph, a heading, a list item.
struct Segment: Sendable {
  /// The text nodes lie in `first..<last`.
  var first: Int32
  var last: Int32
  /// The nearest block-level ancestor.
  var block: Int32
  var kind: Block.Kind = .paragraph
  var level: UInt8 = 0
  /// Characters, white space collapsed.
  var characters: Int32 = 0
  var linkCharacters: Int32 = 0
  var boldCharacters: Int32 = 0
  var words: Int32 = 0
  var stopWords: Int32 = 0
  var commas: Int32 = 0
  var sentenceEnds: Int32 = 0
  var links: Int32 = 0
  /// Whether the last visible character ends a sentence.
  var endsSentence = false
  /// Whether it lies in a paragraph element.
  var isInParagraph = false
  var isInTable = false
  /// Why it is left out, or none.
  var verdict: Verdict = .kept

  var linkDensity: Double {
    characters > 0 ? Double(linkCharacters) / Double(characters) : 0
  }
  var plainCharacters: Int32 { characters - linkCharacters }
  var stopWordDensity: Double { words > 0 ? Double(stopWords) / Double(words) : 0 }
}
