/// Decoding and inference of a linear chain: Viterbi and forward–backward.
///
/// Scores are natural logarithms. Forward–backward is scaled by position, so it needs no logarithm.
struct ChainLattice {
  let classes: Int
  /// Emission scores, `classes` a position.
  var emissions: [Float]
  /// Transition tables, `classes × classes` each, row = label before.
  let transitions: [Float]
  let contexts: [UInt8]
  let count: Int

  init(
    classes: Int, emissions: [Float], transitions: [Float], contexts: [UInt8], fixed: [Bool]
  ) {
    self.classes = classes
    self.emissions = emissions
    self.transitions = transitions
    self.contexts = contexts
    count = contexts.count
    for position in 0..<count where fixed[position] {
      for label in 1..<classes { self.emissions[position * classes + label] = -1e4 }
    }
  }

  @inline(__always)
  private func transition(_ position: Int, _ from: Int, _ to: Int) -> Float {
    transitions[(Int(contexts[position]) * classes + from) * classes + to]
  }

  /// The best sequence of labels.
  func best() -> [UInt8] {
    guard count > 0 else { return [] }
    var scores = Array(emissions[0..<classes])
    var back = [UInt8](repeating: 0, count: count * classes)
    var next = scores
    for position in 1..<max(1, count) {
      for to in 0..<classes {
        var best = -Float.infinity
        var argument = 0
        for from in 0..<classes {
          let score = scores[from] + transition(position, from, to)
          if score > best { (best, argument) = (score, from) }
        }
        next[to] = best + emissions[position * classes + to]
        back[position * classes + to] = UInt8(argument)
      }
      swap(&scores, &next)
    }
    var label = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    var labels = [UInt8](repeating: 0, count: count)
    for position in stride(from: count - 1, through: 0, by: -1) {
      labels[position] = UInt8(label)
      if position > 0 { label = Int(back[position * classes + label]) }
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
    guard count > 0 else { return [] }
    var local = [Float](repeating: 0, count: count * classes)
    for position in 0..<count {
      let row = position * classes
      let top = emissions[row..<(row + classes)].max() ?? 0
      for label in 0..<classes { local[row + label] = Self.exp(emissions[row + label] - top) }
    }
    let jump = transitions.map(Self.exp)
    var alpha = local
    normalize(&alpha, 0)
    for position in 1..<max(1, count) {
      let table = Int(contexts[position]) * classes * classes
      for to in 0..<classes {
        var sum: Float = 0
        for from in 0..<classes {
          sum += alpha[(position - 1) * classes + from] * jump[table + from * classes + to]
        }
        alpha[position * classes + to] = sum * local[position * classes + to]
      }
      normalize(&alpha, position)
    }
    var beta = [Float](repeating: 1, count: count * classes)
    for position in stride(from: count - 2, through: 0, by: -1) {
      let table = Int(contexts[position + 1]) * classes * classes
      for from in 0..<classes {
        var sum: Float = 0
        for to in 0..<classes {
          let next = (position + 1) * classes + to
          sum += jump[table + from * classes + to] * local[next] * beta[next]
        }
        beta[position * classes + from] = sum
      }
      normalize(&beta, position)
    }
    if !counts.isEmpty { subtractPairs(from: &counts, alpha, beta, local, jump) }
    for position in 0..<count {
      for label in 0..<classes {
        alpha[position * classes + label] *= beta[position * classes + label]
      }
      normalize(&alpha, position)
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

  private func normalize(_ values: inout [Float], _ position: Int) {
    let row = position * classes
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
