/// A test inside a pipeline file: a text, and what must come out.
public struct PipelineTest: Sendable {
  /// What the test is called.
  public var name: String
  /// The text that goes in, or…
  public var text: String?
  /// …the page.
  public var html: String?
  /// What is expected: a field of the outcome, and its value as text.
  public var expectations: [Expectation] = []
  /// Its place in the file.
  public var position: SourcePosition?

  /// One expected value.
  public struct Expectation: Sendable {
    /// A field: `claims`, `language`, `first.source`.
    public var field: String
    /// The value, or the values of which the outcome must have all.
    public var values: [String]
    /// Its place in the file.
    public var position: SourcePosition?

    /// Makes an expectation.
    public init(field: String, values: [String], position: SourcePosition? = nil) {
      self.field = field
      self.values = values
      self.position = position
    }
  }

  /// Makes a test.
  public init(name: String, position: SourcePosition? = nil) {
    self.name = name
    self.position = position
  }
}
