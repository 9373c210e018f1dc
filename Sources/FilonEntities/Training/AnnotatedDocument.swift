public import FilonCore

/// A text with its named entities: an example to learn from.
public struct AnnotatedDocument: Sendable {
  /// The language of the text, `fr` or `en`.
  public var language: String
  /// The text.
  public var text: String
  /// The names in the text, sorted and apart, each with the kinds it may have.
  public var names: [Name]
  /// The kinds that the annotators marked; names of other kinds may hide in what is unmarked.
  public var marked: Set<Entity.Kind>
  /// How much the example counts.
  public var weight: Float

  /// A marked name.
  public struct Name: Sendable {
    /// Where it is.
    public var range: TextRange
    /// Its kind, or the kinds one of which it has.
    public var kinds: [Entity.Kind]

    /// Makes a name.
    public init(range: TextRange, kinds: [Entity.Kind]) {
      self.range = range
      self.kinds = kinds
    }
  }

  /// Makes an example.
  public init(
    language: String, text: String, names: [Name], marked: Set<Entity.Kind>, weight: Float = 1
  ) {
    self.language = language
    self.text = text
    self.names = names
    self.marked = marked
    self.weight = weight
  }
}
