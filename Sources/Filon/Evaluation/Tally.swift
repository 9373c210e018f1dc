/// Right, wrong and missed: precision, recall and F1.
public struct Tally: Sendable, Equatable {
  /// Predictions that are right.
  public var right = 0
  /// Predictions.
  public var predicted = 0
  /// What the gold has.
  public var gold = 0

  /// Share of the predictions that are right, in percent.
  public var precision: Double { predicted == 0 ? 0 : 100 * Double(right) / Double(predicted) }
  /// Share of the gold that was found, in percent.
  public var recall: Double { gold == 0 ? 0 : 100 * Double(right) / Double(gold) }
  /// Harmonic mean of precision and recall, in percent.
  public var f1: Double {
    predicted + gold == 0 ? 0 : 200 * Double(right) / Double(predicted + gold)
  }

  /// Adds another tally.
  public static func += (lhs: inout Tally, rhs: Tally) {
    lhs.right += rhs.right
    lhs.predicted += rhs.predicted
    lhs.gold += rhs.gold
  }
}
