/// An occurrence of a term: a noun or a multiword unit that the text is about.
public struct Term: Annotation, Hashable {
  public static let layer: LayerName = "terms"
  /// The occurrence.
  public var range: TextRange
  /// The lemmatised, lower-case form that joins the variants.
  public var lemma: String
  /// The concept that the French and the English term share, or nil.
  public var concept: String?
  /// How often the term, with its variants, occurs in the document.
  public var count: Int

  /// Makes a term.
  public init(range: TextRange, lemma: String, concept: String? = nil, count: Int = 1) {
    self.range = range
    self.lemma = lemma
    self.concept = concept
    self.count = count
  }
}
