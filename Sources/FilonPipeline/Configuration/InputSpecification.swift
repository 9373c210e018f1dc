/// What a run reads.
public struct InputSpecification: Sendable, Equatable {
  /// The formats that can be asked for.
  public enum Format: String, Sendable, CaseIterable {
    /// Told by the file's name and first bytes.
    case auto
    case warc, html, jsonl, text
  }

  /// The format.
  public var format: Format
  /// Files, folders and patterns; empty for standard input.
  public var patterns: [String]
  /// Names of fields in JSON Lines, where they are not ours: ours by theirs.
  public var fields: [String: String]
  /// Its place in the file.
  public var position: SourcePosition?

  /// Describes an input.
  public init(
    format: Format = .auto, patterns: [String] = [], fields: [String: String] = [:],
    position: SourcePosition? = nil
  ) {
    self.format = format
    self.patterns = patterns
    self.fields = fields
    self.position = position
  }
}
