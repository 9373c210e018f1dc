/// A length of time in the units that the text uses.
struct TimeSpan {
  /// Amounts by unit code, in the order of the text.
  private(set) var parts: [(amount: Double, unit: String)] = []

  /// Adds an amount of a unit.
  mutating func add(_ amount: Double, _ unit: String) { parts.append((amount, unit)) }

  /// Whether hours, minutes or seconds are among the units.
  var hasTime: Bool { parts.contains { ["H", "MI", "S"].contains($0.unit) } }

  /// Months, days and seconds of the whole; nil when some unit has no length (a weekend).
  var lengths: (months: Double, days: Double, seconds: Double)? {
    var total = (months: 0.0, days: 0.0, seconds: 0.0)
    for part in parts {
      guard let length = Self.lengths[part.unit] else { return nil }
      total.months += part.amount * length.months
      total.days += part.amount * length.days
      total.seconds += part.amount * length.seconds
    }
    return total
  }

  private static let lengths: [String: (months: Double, days: Double, seconds: Double)] = [
    "S": (0, 0, 1), "MI": (0, 0, 60), "H": (0, 0, 3600), "D": (0, 1, 0), "W": (0, 7, 0),
    "F": (0, 14, 0), "M": (1, 0, 0), "Q": (3, 0, 0), "HY": (6, 0, 0), "Y": (12, 0, 0),
    "DE": (120, 0, 0), "C": (1200, 0, 0), "BD": (0, 1, 0), "WD": (0, 1, 0), "WE": (0, 7, 0),
    "SE": (3, 0, 0),
  ]

  /// Letter and factor of each unit in an ISO 8601 duration.
  private static let letters: [String: (letter: String, factor: Double, isTime: Bool)] = [
    "S": ("S", 1, true), "MI": ("M", 1, true), "H": ("H", 1, true), "D": ("D", 1, false),
    "W": ("W", 1, false), "F": ("W", 2, false), "M": ("M", 1, false), "Q": ("M", 3, false),
    "HY": ("M", 6, false), "Y": ("Y", 1, false), "DE": ("Y", 10, false), "C": ("Y", 100, false),
    "BD": ("BD", 1, false), "WD": ("WD", 1, false), "WE": ("WE", 1, false),
    "SE": ("M", 3, false),
  ]

  /// The ISO 8601 duration.
  var timex: String {
    var text = "P"
    var inTime = false
    for part in parts {
      guard let letter = Self.letters[part.unit] else { continue }
      if letter.isTime, !inTime {
        text += "T"
        inTime = true
      }
      text += Self.number(part.amount * letter.factor) + letter.letter
    }
    return text
  }

  /// A number without needless decimals.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
