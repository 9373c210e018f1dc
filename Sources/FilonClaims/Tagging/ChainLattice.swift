/// Decoding and inference of a linear chain: Viterbi and forward–backward.
///
/// Scores are natural logarithms. Forward–backward is scaled by position, so it needs no logarithm.
struct ChainLattice {
  let classes: Int
  /// Emission scores, `classes` a position.
  var emissions: [Float]
  /// Transition tables, `classes × classes` each, row = label before.
  let transitions: [Float]
  /// The exponentials of the transitions.
  private let jump: [Float]
  let contexts: [UInt8]
  let count: Int

  init(
    classes: Int, emissions: [Float], transitions: [Float], jump: [Float]? = nil,
    contexts: [UInt8], fixed: [Bool]
  ) {
    self.jump = jump ?? transitions.map(Self.exp)
    self.classes = classes
    self.emissions = emissions
    self.transitions = transitions
    self.contexts = contexts
    count = contexts.count
    for position in 0..<count where fixed[position] {
      for label in 1..<classes { self.emissions[position * classes + label] = -1e4 }
    }
  }

  /// The best sequence of labels.
  func best() -> [UInt8] {
    // The numbers of classes that the models have, so that the loops over labels are unrolled.
    switch classes {
    case 3: best(classes: 3)
    case 5: best(classes: 5)
    default: best(classes: classes)
    }
  }

  @inline(__always)
  private func best(classes: Int) -> [UInt8] {
    guard count > 0 else { return [] }
    let labels = [UInt8](unsafeUninitializedCapacity: count) { labels, filled in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count * classes) { back in
        withUnsafeTemporaryAllocation(of: Float.self, capacity: classes * 2) { scores in
          emissions.withUnsafeBufferPointer { emissions in
            transitions.withUnsafeBufferPointer { transitions in
              for label in 0..<classes { scores[label] = emissions[label] }
              for position in 1..<max(1, count) {
                let table = Int(contexts[position]) * classes * classes
                let row = position * classes
                for to in 0..<classes {
                  var best = -Float.infinity
                  var argument = 0
                  for from in 0..<classes {
                    let score = scores[from] + transitions[table + from * classes + to]
                    if score > best { (best, argument) = (score, from) }
                  }
                  scores[classes + to] = best + emissions[row + to]
                  back[row + to] = UInt8(argument)
                }
                for label in 0..<classes { scores[label] = scores[classes + label] }
              }
            }
          }
          var label = 0
          for other in 1..<classes where scores[label] < scores[other] { label = other }
          for position in stride(from: count - 1, through: 0, by: -1) {
            labels[position] = UInt8(label)
            if position > 0 { label = Int(back[position * classes + label]) }
          }
        }
      }
      filled = count
    }
    return labels
  }

  /// The probability of each label at each position.
  func marginals() -> [Float] {
    var none: [Float] = []
    return marginals(subtractingPairsFrom: &none)
  }

  /// The probability of each label at each position; the expected number of each pair of
  /// neighbours is subtracted from `counts` (shaped like the transition tables, or empty).
  func marginals(subtractingPairsFrom counts: inout [Float]) -> [Float] {
    switch classes {
    case 3: marginals(classes: 3, &counts)
    case 5: marginals(classes: 5, &counts)
    default: marginals(classes: classes, &counts)
    }
  }

  @inline(__always)
  private func marginals(classes: Int, _ counts: inout [Float]) -> [Float] {
    guard count > 0 else { return [] }
    let size = count * classes
    let local = [Float](unsafeUninitializedCapacity: size) { local, filled in
      for position in 0..<count {
        let row = position * classes
        var top = emissions[row]
        for label in 1..<classes { top = max(top, emissions[row + label]) }
        for label in 0..<classes { local[row + label] = Self.exp(emissions[row + label] - top) }
      }
      filled = size
    }
    var alpha = [Float](unsafeUninitializedCapacity: size) { alpha, filled in
      for label in 0..<classes { alpha[label] = local[label] }
      Self.normalize(alpha, 0, classes)
      for position in 1..<max(1, count) {
        let table = Int(contexts[position]) * classes * classes
        let row = position * classes
        for to in 0..<classes {
          var sum: Float = 0
          for from in 0..<classes {
            sum += alpha[row - classes + from] * jump[table + from * classes + to]
          }
          alpha[row + to] = sum * local[row + to]
        }
        Self.normalize(alpha, row, classes)
      }
      filled = size
    }
    let beta = [Float](unsafeUninitializedCapacity: size) { beta, filled in
      for label in 0..<classes { beta[size - classes + label] = 1 }
      for position in stride(from: count - 2, through: 0, by: -1) {
        let table = Int(contexts[position + 1]) * classes * classes
        let row = position * classes
        for from in 0..<classes {
          var sum: Float = 0
          for to in 0..<classes {
            let next = row + classes + to
            sum += jump[table + from * classes + to] * local[next] * beta[next]
          }
          beta[row + from] = sum
        }
        Self.normalize(beta, row, classes)
      }
      filled = size
    }
    if !counts.isEmpty { subtractPairs(from: &counts, alpha, beta, local, jump) }
    alpha.withUnsafeMutableBufferPointer { alpha in
      for position in 0..<count {
        let row = position * classes
        for label in 0..<classes { alpha[row + label] *= beta[row + label] }
        Self.normalize(alpha, row, classes)
      }
    }
    return alpha
  }

  private func subtractPairs(
    from counts: inout [Float], _ alpha: [Float], _ beta: [Float], _ local: [Float],
    _ jump: [Float]
  ) {
    var values = [Float](repeating: 0, count: classes * classes)
    for position in 1..<max(1, count) {
      let table = Int(contexts[position]) * classes * classes
      var total: Float = 0
      for from in 0..<classes {
        for to in 0..<classes {
          let next = position * classes + to
          let value =
            alpha[(position - 1) * classes + from] * jump[table + from * classes + to]
            * local[next] * beta[next]
          values[from * classes + to] = value
          total += value
        }
      }
      guard total > 0 else { continue }
      for index in values.indices { counts[table + index] -= values[index] / total }
    }
  }

  @inline(__always)
  private static func normalize(
    _ values: UnsafeMutableBufferPointer<Float>, _ row: Int, _ classes: Int
  ) {
    var sum: Float = 0
    for label in 0..<classes { sum += values[row + label] }
    guard sum > 0 else {
      for label in 0..<classes { values[row + label] = 1 / Float(classes) }
      return
    }
    for label in 0..<classes { values[row + label] /= sum }
  }

  /// e to the x, the same on every machine: 2 to the integer part by the exponent bits, a
  /// polynomial for the rest (relative error below 1e-6).
  @inline(__always)
  static func exp(_ x: Float) -> Float {
    guard x > -80 else { return 0 }
    let scaled = min(x, 80) * 1.442695
    let whole = scaled.rounded(.down)
    let rest = (scaled - whole) * 0.6931472
    let power =
      1 + rest
      * (1 + rest
        * (0.5 + rest
          * (0.1666667 + rest * (0.04166667 + rest * (0.008333334 + rest * 0.001388889)))))
    return power * Float(bitPattern: UInt32(Int32(whole) + 127) << 23)
  }
}
