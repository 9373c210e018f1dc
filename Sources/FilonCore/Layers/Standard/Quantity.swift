/// A number with what it counts or measures, in one normal form for both languages.
public struct Quantity: Annotation, Hashable {
  public static let layer: LayerName = "quantities"

  /// What the number is.
  public enum Kind: String, Sendable, CaseIterable {
    case number, ordinal, fraction, percent, points, money, measure, age, count
  }

  /// How the number bounds the amount that is meant.
  public enum Bound: String, Sendable, CaseIterable {
    case equal = "=", atLeast = ">=", moreThan = ">", atMost = "<=", lessThan = "<"
  }

  /// The identifier inside the document, `q1`.
  public var id: String
  /// The whole expression, unit included.
  public var range: TextRange
  /// What the number is.
  public var kind: Kind
  /// The value, scale words applied: "1,5 milliard" is 1 500 000 000, "8 %" is 8.
  public var value: Double?
  /// The lower end of a range.
  public var low: Double?
  /// The upper end of a range.
  public var high: Double?
  /// How the value bounds the amount.
  public var bound: Bound
  /// The unit: `percent`, `point`, an ISO 4217 code, an SI or customary symbol (`km`, `kWh`), or the
  /// counted noun's lemma; a rate carries its period, `EUR/year`.
  public var unit: String?
  /// What the unit measures: `money`, `length`, `power`, `people`…
  public var dimension: String?
  /// The ISO 4217 code, for money.
  public var currency: String?
  /// Whether the text marks the value as approximate.
  public var isApproximate: Bool
  /// `increase` or `decrease` when the text gives a change.
  public var change: String?

  /// Makes a quantity.
  public init(
    id: String = "", range: TextRange, kind: Kind, value: Double? = nil, low: Double? = nil,
    high: Double? = nil, bound: Bound = .equal, unit: String? = nil, dimension: String? = nil,
    currency: String? = nil, isApproximate: Bool = false, change: String? = nil
  ) {
    self.id = id
    self.range = range
    self.kind = kind
    self.value = value
    self.low = low
    self.high = high
    self.bound = bound
    self.unit = unit
    self.dimension = dimension
    self.currency = currency
    self.isApproximate = isApproximate
    self.change = change
  }
}
