import FilonCore

/// Expectations of tags and tag pairs over a segment, by the forward–backward algorithm in scaled
/// probabilities: with all sequences, and with those that the sets of allowed tags permit.
struct ForwardBackward {
  typealias Lanes = SIMD16<Float>

  var emissions: [Lanes] = []
  private(set) var gradients: [Lanes] = []
  private(set) var transitionGradients: [Lanes] = []
  private var potentials: [Lanes] = []
  private var forward: [Lanes] = []
  private var backward: [Lanes] = []
  private var scales: [Float] = []

  /// Lanes that hold a tag.
  private static let used: Lanes = {
    var lanes = Lanes.zero
    for tag in 0..<EntityTag.count { lanes[tag] = 1 }
    return lanes
  }()
  /// Tags that may follow each tag, and those that may come first.
  private static let follows: [Lanes] = (0...EntityTag.count).map { previous in
    var lanes = Lanes.zero
    for tag in 0..<EntityTag.count {
      let allowed =
        previous == EntityTag.count ? !EntityTag.isInside(tag) : EntityTag.allows(previous, tag)
      lanes[tag] = allowed ? 1 : 0
    }
    return lanes
  }
  private static let masks: [Lanes] = (0..<EntityTag.count).map { tag in
    var lanes = Lanes.zero
    lanes[tag] = 1
    return lanes
  }

  /// Makes room for a segment.
  mutating func reset(count: Int) {
    emissions = Array(repeating: .zero, count: count)
    gradients = emissions
    potentials = emissions
    forward = emissions
    backward = emissions
    scales = Array(repeating: 0, count: count)
    transitionGradients = Array(repeating: .zero, count: EntityTag.count + 1)
  }

  /// Computes the gradients of the log-likelihood of the allowed sequences.
  mutating func run(transitions: [Lanes], allowed: ArraySlice<UInt16>) {
    let table = zip(transitions, Self.follows).map { Self.exponential($0) * $1 }
    for index in emissions.indices {
      let top = (emissions[index] * Self.used).max()
      potentials[index] = Self.exponential(emissions[index] - top) * Self.used
    }
    accumulate(table, sign: -1)
    for (index, set) in allowed.enumerated() {
      var mask = Lanes.zero
      for tag in 0..<EntityTag.count where set >> UInt16(tag) & 1 != 0 { mask += Self.masks[tag] }
      potentials[index] *= mask
      // Never all zero, whatever the scores.
      potentials[index] += mask * 1e-20
    }
    accumulate(table, sign: 1)
  }

  private mutating func accumulate(_ table: [Lanes], sign: Float) {
    let count = emissions.count
    guard count > 0 else { return }
    var row = table[EntityTag.count] * potentials[0]
    for index in 0..<count {
      if index > 0 {
        var sum = Lanes.zero
        for tag in 0..<EntityTag.count { sum += table[tag] * forward[index - 1][tag] }
        row = sum * potentials[index]
      }
      let scale = 1 / max(row.sum(), 1e-30)
      scales[index] = scale
      forward[index] = row * scale
    }
    backward[count - 1] = Self.used
    for index in stride(from: count - 1, to: 0, by: -1) {
      let right = potentials[index] * backward[index] * scales[index]
      var left = Lanes.zero
      for tag in 0..<EntityTag.count { left[tag] = (table[tag] * right).sum() }
      backward[index - 1] = left
      for tag in 0..<EntityTag.count {
        let share = forward[index - 1][tag]
        if share > 1e-7 { transitionGradients[tag] += table[tag] * right * (share * sign) }
      }
    }
    for index in 0..<count { gradients[index] += forward[index] * backward[index] * sign }
    transitionGradients[EntityTag.count] += forward[0] * backward[0] * sign
  }

  private static func exponential(_ lanes: Lanes) -> Lanes {
    var result = Lanes.zero
    for index in 0..<EntityTag.count { result[index] = Exponential.of(lanes[index]) }
    return result
  }
}
