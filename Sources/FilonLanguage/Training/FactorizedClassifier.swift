/// A linear classifier over the mean of feature vectors, trained by stochastic gradient descent with
/// the step sizes of AdaGrad (Duchi et al. 2011), one step size for each vector.
struct FactorizedClassifier {
  /// The vectors of the features.
  private(set) var vectors: [SIMD16<Float>]
  /// The weights of the labels.
  private(set) var head: [SIMD16<Float>]
  private var vectorSquares: [Float]
  private var headSquares: [Float]
  private var probabilities: [Float]

  /// Makes a classifier with small random vectors.
  init(features: Int, labels: Int, seed: UInt64) {
    var random = RandomSource(seed: seed)
    vectors = (0..<features).map { _ in
      var vector = SIMD16<Float>(repeating: 0)
      for lane in 0..<FeatureTable.dimensions { vector[lane] = (random.unit() - 0.5) / 8 }
      return vector
    }
    head = [SIMD16<Float>](repeating: SIMD16(repeating: 0), count: labels)
    vectorSquares = [Float](repeating: 1e-9, count: features)
    headSquares = [Float](repeating: 1e-6, count: labels)
    probabilities = [Float](repeating: 0, count: labels)
  }

  /// The mean of the vectors in `rows`.
  func mean(_ rows: [UInt32]) -> SIMD16<Float> {
    var sum = SIMD16<Float>(repeating: 0)
    for row in rows { sum += vectors[Int(row)] }
    return sum / Float(max(1, rows.count))
  }

  /// Learns that the features in `rows` are of `label`, one of `candidates`.
  mutating func learn(
    _ rows: [UInt32], _ label: Int, _ candidates: [Int], rate: Float, headRate: Float
  ) {
    guard !rows.isEmpty else { return }
    let mean = mean(rows)
    var best = -Float.infinity
    for candidate in candidates {
      let value = (head[candidate] * mean).total
      probabilities[candidate] = value
      best = max(best, value)
    }
    var total: Float = 0
    for candidate in candidates {
      let value = Exponential.exp(probabilities[candidate] - best)
      probabilities[candidate] = value
      total += value
    }
    var gradient = SIMD16<Float>(repeating: 0)
    let meanSquare = (mean * mean).total / Float(FeatureTable.dimensions)
    for candidate in candidates {
      let error = probabilities[candidate] / total - (candidate == label ? 1 : 0)
      gradient += error * head[candidate]
      headSquares[candidate] += error * error * meanSquare
      head[candidate] -= (headRate * error / headSquares[candidate].squareRoot()) * mean
    }
    gradient /= Float(rows.count)
    let square = (gradient * gradient).total / Float(FeatureTable.dimensions)
    for row in rows {
      vectorSquares[Int(row)] += square
      vectors[Int(row)] -= (rate / vectorSquares[Int(row)].squareRoot()) * gradient
    }
  }
}
