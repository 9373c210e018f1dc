/// Who says what, as ranges of words, before semantics.
struct Attribution: Sendable {
  /// The words of the source; empty when nobody is named.
  var source: [Range<Int>]
  /// The words of the cue; empty for a continued quotation.
  var cue: [Range<Int>]
  /// The words of the content, quotation marks included.
  var content: [Range<Int>]
  /// Index of the reporting concept, or nil.
  var concept: Int?
  /// The concept's identifier when the cue is no verb, `src.according_to`.
  var conceptID: String?
  /// The dictionary form of the cue.
  var lemma: String?
  /// Whether the saying is negated.
  var isNegated: Bool
  /// The rule or model that found it.
  var rule: String
  /// How sure the finder is, 0 to 1.
  var confidence: Float
  /// For a continued quotation, the index of the attribution whose source it shares.
  var inheritsFrom: Int?
  /// Whether the content is told as hearsay by its mood or adverb.
  var isHearsay = false

  init(
    source: [Range<Int>], cue: [Range<Int>], content: [Range<Int>], concept: Int? = nil,
    conceptID: String? = nil, lemma: String? = nil, isNegated: Bool = false, rule: String,
    confidence: Float, inheritsFrom: Int? = nil
  ) {
    self.source = source
    self.cue = cue
    self.content = content
    self.concept = concept
    self.conceptID = conceptID
    self.lemma = lemma
    self.isNegated = isNegated
    self.rule = rule
    self.confidence = confidence
    self.inheritsFrom = inheritsFrom
  }

  /// The first word of the cue, or of the content.
  var anchor: Int { cue.first?.lowerBound ?? content.first?.lowerBound ?? 0 }
}
