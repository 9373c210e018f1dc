public import FilonCore

/// What claims are extracted from: a text with the layers that earlier stages made.
///
/// All ranges are UTF-8 bytes of ``text``, sorted. Empty layers are allowed: without tokens there
/// are no claims, without entities sources stay unresolved.
public struct ClaimInput: Sendable {
  /// The document's identifier, part of each claim's identifier.
  public var documentID: String
  /// The text, in NFC.
  public var text: String
  /// The language code; French and English are known.
  public var language: String
  /// The sentences.
  public var sentences: [Sentence]
  /// The words.
  public var tokens: [Token]
  /// Headings and paragraphs.
  public var blocks: [Block]
  /// The named entities.
  public var entities: [Entity]
  /// The quantities.
  public var quantities: [Quantity]
  /// The dates.
  public var dates: [TemporalExpression]
  /// The date of publication, `2025-03-04`.
  public var anchor: String?

  /// Makes an input.
  public init(
    documentID: String, text: String, language: String, sentences: [Sentence] = [],
    tokens: [Token] = [], blocks: [Block] = [], entities: [Entity] = [],
    quantities: [Quantity] = [], dates: [TemporalExpression] = [], anchor: String? = nil
  ) {
    self.documentID = documentID
    self.text = text
    self.language = language
    self.sentences = sentences
    self.tokens = tokens
    self.blocks = blocks
    self.entities = entities
    self.quantities = quantities
    self.dates = dates
    self.anchor = anchor
  }
}
