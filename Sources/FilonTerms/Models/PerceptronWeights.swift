/// The weights of a multi-class averaged perceptron while it is trained (Freund and Schapire 1999;
/// Collins 2002), sixteen classes a row.
struct PerceptronWeights {
  private var weights: [SIMD16<Float>]
  private var corrections: [SIMD16<Float>]
  private var steps: Float = 1

  init(rows: Int) {
    weights = Array(repeating: SIMD16(), count: rows)
    corrections = Array(repeating: SIMD16(), count: rows)
  }

  /// The scores of the classes for a set of rows; rows below 0 count nothing.
  @inline(__always)
  func scores(_ rows: [Int32]) -> SIMD16<Float> {
    var sum = SIMD16<Float>()
    for row in rows where row >= 0 { sum += weights[Int(row)] }
    return sum
  }

  /// Moves the rows towards `gold` and away from `wrong`.
  mutating func update(_ rows: [Int32], gold: Int, wrong: Int) {
    var delta = SIMD16<Float>()
    delta[gold] = 1
    delta[wrong] = -1
    let weighted = delta * SIMD16(repeating: steps)
    for row in rows where row >= 0 {
      weights[Int(row)] += delta
      corrections[Int(row)] += weighted
    }
  }

  /// Counts one example.
  mutating func step() { steps += 1 }

  /// The averaged weights of a row.
  func averaged(_ row: Int) -> SIMD16<Float> {
    weights[row] - corrections[row] / SIMD16(repeating: steps)
  }

  /// Freezes the rows with the largest weights into a ``WeightTable``; `limit` is the largest sum
  /// that eight bits a weight have to bear.
  func freeze(_ features: [UInt64], counts: [UInt32], buckets: Int, classes: Int) -> [UInt8] {
    var magnitudes: [Float] = []
    var ranked: [(rank: Float, row: Int)] = []
    for row in features.indices {
      let average = averaged(row)
      var largest: Float = 0
      for index in 0..<classes { largest = max(largest, abs(average[index])) }
      guard largest > 0 else { continue }
      magnitudes.append(largest)
      ranked.append((largest * Float(counts[row]).squareRoot().squareRoot(), row))
    }
    magnitudes.sort()
    let top = magnitudes.isEmpty ? 1 : magnitudes[magnitudes.count * 999 / 1000]
    let scale = 127 / max(top, 1e-6)
    ranked.sort { $0.rank != $1.rank ? $0.rank > $1.rank : features[$0.row] < features[$1.row] }
    let rows = ranked.prefix(buckets * WeightTable.waysPerBucket).map { entry in
      let average = averaged(entry.row)
      let weights = (0..<classes).map { index in
        Int8(max(-127, min(127, (average[index] * scale).rounded())))
      }
      return (feature: features[entry.row], weights: weights)
    }
    return WeightTable.build(rows, buckets: buckets)
  }
}
