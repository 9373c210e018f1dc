/// A value as a configuration gives it, with its place, before it is known what it should be.
public struct OptionValue: Sendable {
  /// The shapes of value.
  public indirect enum Shape: Sendable {
    case scalar(String)
    case list([OptionValue])
    case map([(key: OptionKey, value: OptionValue)])
  }

  /// A key with its place.
  public struct OptionKey: Sendable {
    /// The spelling.
    public var name: String
    /// Its place.
    public var position: SourcePosition?

    /// Makes a key.
    public init(name: String, position: SourcePosition? = nil) {
      self.name = name
      self.position = position
    }
  }

  /// The value.
  public var shape: Shape
  /// Its place; nil for a flag of the command line.
  public var position: SourcePosition?

  /// Makes a value.
  public init(_ shape: Shape, position: SourcePosition? = nil) {
    self.shape = shape
    self.position = position
  }

  /// The text of a scalar.
  public var scalar: String? {
    if case .scalar(let text) = shape { text } else { nil }
  }
}
