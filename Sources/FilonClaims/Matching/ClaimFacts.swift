/// What must agree for two claims to be the same: numbers, names, negation.
struct ClaimFacts: Hashable, Sendable {
  /// Normal forms of numbers and years, sorted.
  var numbers: [UInt32] = []
  /// Keys of named entities, sorted.
  var names: [UInt32] = []
  /// How many words of negation stand in the content.
  var negations = 0
  /// Whether the content is denied, by its own words or by its cue.
  var isDenied = false

  /// Whether two claims contradict each other: one is denied, or each has a number or a name that
  /// the other lacks. A claim that only says less is no contradiction.
  func contradicts(_ other: ClaimFacts) -> Bool {
    if isDenied != other.isDenied { return true }
    return Self.differ(numbers, other.numbers) || Self.differ(names, other.names)
  }

  private static func differ(_ first: [UInt32], _ second: [UInt32]) -> Bool {
    let (left, right) = exclusive(first, second)
    return left > 0 && right > 0
  }

  /// How many elements only the first and only the second of two sorted lists has.
  static func exclusive(_ first: [UInt32], _ second: [UInt32]) -> (Int, Int) {
    var (i, j) = (0, 0)
    var (left, right) = (0, 0)
    while i < first.count || j < second.count {
      if j >= second.count || i < first.count && first[i] < second[j] {
        i += 1
        left += 1
      } else if i >= first.count || second[j] < first[i] {
        j += 1
        right += 1
      } else {
        i += 1
        j += 1
      }
    }
    return (left, right)
  }
}
