/// The weights of a multi-class averaged perceptron while it is trained (Freund and Schapire 1999;
/// Collins 2002), a vector of class weights a row.
struct PerceptronWeights<Lanes: SIMD> where Lanes.Scalar == Float {
  private var weights: [Lanes]
  private var corrections: [Lanes]
  private var steps: Float = 1

  init(rows: Int) {
    weights = Array(repeating: Lanes(), count: rows)
    corrections = Array(repeating: Lanes(), count: rows)
  }

  /// Number of rows.
  var rows: Int { weights.count }

  /// The scores of the classes for a set of rows; rows below 0 count nothing.
  @inline(__always)
  func scores(_ rows: [Int32]) -> Lanes {
    var sum = Lanes()
    for row in rows where row >= 0 { sum += weights[Int(row)] }
    return sum
  }

  /// Moves the rows towards `gold` and away from `wrong`.
  mutating func update(_ rows: [Int32], gold: Int, wrong: Int) {
    var delta = Lanes()
    delta[gold] = 1
    delta[wrong] = -1
    let weighted = delta * Lanes(repeating: steps)
    for row in rows where row >= 0 {
      weights[Int(row)] += delta
      corrections[Int(row)] += weighted
    }
  }

  /// Counts one example.
  mutating func step() { steps += 1 }

  /// The averaged weights of a row.
  func averaged(_ row: Int) -> Lanes {
    weights[row] - corrections[row] / Lanes(repeating: steps)
  }

  /// The rows by falling importance, in eight bits a class.
  ///
  /// - Parameters:
  ///   - classes: How many lanes are classes.
  ///   - limit: How many rows to return at most.
  ///   - importance: What to multiply the largest weight of a row by.
  func ranked(
    classes: Int, limit: Int, importance: (Int) -> Float
  ) -> [(row: Int, weights: [Int8])] {
    var magnitudes: [Float] = []
    var ranked: [(rank: Float, row: Int)] = []
    for row in weights.indices {
      let average = averaged(row)
      var largest: Float = 0
      for index in 0..<classes { largest = max(largest, abs(average[index])) }
      guard largest > 0 else { continue }
      magnitudes.append(largest)
      ranked.append((largest * importance(row), row))
    }
    magnitudes.sort()
    let top = magnitudes.isEmpty ? 1 : magnitudes[magnitudes.count * 999 / 1000]
    let scale = 127 / max(top, 1e-6)
    ranked.sort { $0.rank != $1.rank ? $0.rank > $1.rank : $0.row < $1.row }
    return ranked.prefix(limit).map { entry in
      let average = averaged(entry.row)
      return (
        entry.row,
        (0..<classes).map { Int8(max(-127, min(127, (average[$0] * scale).rounded()))) }
      )
    }
  }
}
