/// A sentence, without the white space around it.
public struct Sentence: Annotation, Hashable {
  public static let layer: LayerName = "sentences"
  /// First to last character, final punctuation included.
  public var range: TextRange

  /// Makes a sentence.
  public init(range: TextRange) { self.range = range }
}
