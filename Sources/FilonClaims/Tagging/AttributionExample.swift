public import FilonCore

/// An annotated text to train on.
public struct AttributionExample: Sendable {
  /// One attribution of the annotation; ranges are UTF-8 bytes of the text.
  public struct Attribution: Sendable {
    /// Whoever says it; may be empty.
    public var source: [TextRange]
    /// What signals it; may be empty.
    public var cue: [TextRange]
    /// What is said.
    public var content: [TextRange]

    /// Makes an attribution.
    public init(source: [TextRange], cue: [TextRange], content: [TextRange]) {
      self.source = source
      self.cue = cue
      self.content = content
    }
  }

  /// The text with its words.
  public var input: ClaimInput
  /// The annotation.
  public var attributions: [Attribution]

  /// Makes an example.
  public init(input: ClaimInput, attributions: [Attribution]) {
    self.input = input
    self.attributions = attributions
  }
}
