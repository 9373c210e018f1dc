import FilonCore

/// Trains the check-worthiness weights by logistic regression with weight decay.
///
/// Full-batch gradient steps in a fixed order: the same examples give the same text.
public struct CheckworthinessTrainer: Sendable {
  private var rows: [[Float]] = []
  private var labels: [Float] = []

  /// A trainer without examples.
  public init() {}

  /// Adds a sentence and whether it was worth checking.
  public mutating func add(_ input: ClaimInput, isWorthChecking: Bool) {
    let text = ClaimText(input)
    rows.append(
      CheckworthinessFeature.values(text, input, words: text.count > 0 ? [0..<text.count] : []))
    labels.append(isWorthChecking ? 1 : 0)
  }

  /// The weights as the text of a data file.
  public func train() -> String {
    let count = CheckworthinessFeature.allCases.count
    var weights = [Float](repeating: 0, count: count)
    var squares = [Float](repeating: 1e-6, count: count)
    guard !rows.isEmpty else { return "" }
    for _ in 0..<300 {
      var gradient = [Float](repeating: 0, count: count)
      for (values, label) in zip(rows, labels) {
        let sum = zip(weights, values).reduce(Float(0)) { $0 + $1.0 * $1.1 }
        let error = label - 1 / (1 + ChainLattice.exp(-sum))
        for index in 0..<count { gradient[index] += error * values[index] }
      }
      for index in 0..<count {
        let step = gradient[index] / Float(rows.count) - 0.0002 * weights[index]
        squares[index] += step * step
        weights[index] += 0.3 * step / squares[index].squareRoot()
      }
    }
    var text = "# feature\tweight\n"
    for (feature, weight) in zip(CheckworthinessFeature.allCases, weights) {
      text += "\(feature.rawValue)\t\((weight * 1_000).rounded() / 1_000)\n"
    }
    return text
  }
}
