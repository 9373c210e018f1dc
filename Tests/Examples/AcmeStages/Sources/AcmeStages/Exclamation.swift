public import FilonCore

/// A sentence that ends with an exclamation mark.
public struct Exclamation: Annotation, Hashable {
  public static let layer: LayerName = "acme.exclamations"
  /// The mark.
  public var range: TextRange

  /// Makes an annotation.
  public init(range: TextRange) { self.range = range }
}
