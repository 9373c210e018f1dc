/// A date, time, duration or set of times, with its TIMEX3 value (ISO-TimeML).
public struct TemporalExpression: Annotation, Hashable {
  public static let layer: LayerName = "dates"

  /// The TIMEX3 type.
  public enum Kind: String, Sendable, CaseIterable {
    case date = "DATE", time = "TIME", duration = "DURATION", set = "SET"
  }

  /// The identifier inside the document, `d1`.
  public var id: String
  /// The whole expression.
  public var range: TextRange
  /// The TIMEX3 type.
  public var kind: Kind
  /// The TIMEX3 value: `2025-03-04`, `2025-W10`, `P3D`, `2025-03-04/2025-03-07` for a range.
  public var timex: String
  /// The date that a relative expression was resolved from, `2025-03-04`.
  public var anchor: String?

  /// Makes an expression.
  public init(
    id: String = "", range: TextRange, kind: Kind, timex: String, anchor: String? = nil
  ) {
    self.id = id
    self.range = range
    self.kind = kind
    self.timex = timex
    self.anchor = anchor
  }
}
