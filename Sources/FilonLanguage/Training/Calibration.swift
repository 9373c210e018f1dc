/// Fits the temperatures that turn scores into probabilities, one for each power of two of the number
/// of features found (Guo et al., "On Calibration of Modern Neural Networks", 2017).
struct Calibration {
  private struct Case {
    let scores: [Float]
    let label: Int
  }

  private var cases = [[Case]](repeating: [], count: ModelLayout.temperatureCount)

  /// Adds the scores of the candidates for one held-out text; `label` is the place of the right one.
  mutating func add(_ scores: [Float], label: Int, hits: Int) {
    let bucket = min(Int.bitWidth - 1 - hits.leadingZeroBitCount, ModelLayout.temperatureCount - 1)
    cases[bucket].append(Case(scores: scores, label: label))
  }

  /// The temperatures under which the held-out labels are the most likely.
  func temperatures() -> [Float] {
    var result: [Float] = []
    for bucket in cases {
      guard bucket.count >= 50 else {
        result.append(result.last ?? 1)
        continue
      }
      var (low, high): (Float, Float) = (0.2, 6)
      for _ in 0..<24 {
        let (left, right) = (low + (high - low) * 0.382, low + (high - low) * 0.618)
        if loss(bucket, left) < loss(bucket, right) { high = right } else { low = left }
      }
      result.append((low + high) / 2)
    }
    return result
  }

  private func loss(_ cases: [Case], _ temperature: Float) -> Float {
    var total: Float = 0
    for example in cases {
      let best = example.scores.max() ?? 0
      var sum: Float = 0
      for score in example.scores { sum += Exponential.exp((score - best) / temperature) }
      total += Exponential.log(sum) - (example.scores[example.label] - best) / temperature
    }
    return total / Float(cases.count)
  }
}
