/// The name of an annotation layer: `tokens`, `claims`, or a third party's `acme.emotions`.
public struct LayerName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name as configuration files and records spell it.
  public let rawValue: String

  /// Makes a name from its spelling.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// Makes a name from a literal.
  public init(stringLiteral value: String) { rawValue = value }
  /// The spelling.
  public var description: String { rawValue }

  /// The main text of the document itself.
  public static let text: LayerName = "text"
  /// The page as received, before extraction.
  public static let html: LayerName = "html"
  /// Title, authors, dates and the rest of the metadata.
  public static let metadata: LayerName = "metadata"
  /// The language of the document and its parts.
  public static let language: LayerName = "language"
  /// The duplicate verdict.
  public static let duplicates: LayerName = "duplicates"
}
