/// Trains a linear-chain conditional random field (Lafferty et al. 2001) with hashed features by
/// stochastic gradient ascent with AdaGrad steps (Duchi et al. 2011).
///
/// The order of the examples in each epoch comes from a fixed seed, so the same examples give the
/// same bytes.
struct ChainTrainer {
  let log: Int
  let classes: Int
  let stride: Int
  let tables: Int
  var rate: Float = 0.25
  /// Weight decay at each step of a feature.
  var decay: Float = 1e-5

  private var weights: [Float]
  private var squares: [Float]
  private var transitions: [Float]
  private var transitionSquares: [Float]

  init(log: Int, classes: Int, stride: Int, tables: Int) {
    self.log = log
    self.classes = classes
    self.stride = stride
    self.tables = tables
    weights = [Float](repeating: 0, count: (1 << log) * stride)
    squares = [Float](repeating: 0, count: (1 << log) * stride)
    transitions = [Float](repeating: 0, count: tables * classes * classes)
    transitionSquares = transitions
  }

  /// Runs the epochs over the examples, which `example` makes by number (so that they need not all
  /// be in memory).
  mutating func train(
    count: Int, epochs: Int, example: (Int) -> (FeatureSequence, [UInt8], Float)
  ) {
    var random = SplitMix(seed: 0x46_696C_6F6E)
    var order = Array(0..<count)
    var sum = [Float](repeating: 0, count: weights.count)
    var transitionSum = [Float](repeating: 0, count: transitions.count)
    var summed: Float = 0
    for epoch in 0..<epochs {
      for index in Swift.stride(from: count - 1, to: 0, by: -1) {
        order.swapAt(index, random.below(index + 1))
      }
      for index in order {
        let (sequence, labels, weight) = example(index)
        update(sequence, labels, weight)
      }
      // The mean over the later epochs generalises better than the last (Polyak averaging).
      guard epoch * 2 + 1 >= epochs else { continue }
      for slot in sum.indices { sum[slot] += weights[slot] }
      for slot in transitionSum.indices { transitionSum[slot] += transitions[slot] }
      summed += 1
    }
    guard summed > 0 else { return }
    weights = sum.map { $0 / summed }
    transitions = transitionSum.map { $0 / summed }
  }

  private mutating func update(_ sequence: FeatureSequence, _ labels: [UInt8], _ weight: Float) {
    let shift = UInt64(64 - log)
    var emissions = [Float](repeating: 0, count: sequence.count * classes)
    for position in 0..<sequence.count {
      for index in sequence.range(position) {
        let row = Int(sequence.hashes[index] >> shift) * stride
        for label in 0..<classes { emissions[position * classes + label] += weights[row + label] }
      }
    }
    let lattice = ChainLattice(
      classes: classes, emissions: emissions, transitions: transitions,
      contexts: sequence.contexts, fixed: sequence.isFixed)
    var gradient = [Float](repeating: 0, count: transitions.count)
    let marginals = lattice.marginals(subtractingPairsFrom: &gradient)
    for position in 1..<max(1, sequence.count) {
      let table = Int(sequence.contexts[position]) * classes * classes
      gradient[table + Int(labels[position - 1]) * classes + Int(labels[position])] += 1
    }
    for index in gradient.indices where gradient[index] != 0 {
      let step = gradient[index] * weight
      transitionSquares[index] += step * step
      transitions[index] += rate * step / (1 + transitionSquares[index]).squareRoot()
    }
    for position in 0..<sequence.count where !sequence.isFixed[position] {
      for label in 0..<classes {
        let target: Float = Int(labels[position]) == label ? 1 : 0
        let step = (target - marginals[position * classes + label]) * weight
        guard abs(step) > 1e-4 else { continue }
        for index in sequence.range(position) {
          let slot = Int(sequence.hashes[index] >> shift) * stride + label
          squares[slot] += step * step
          weights[slot] +=
            rate * step / (1 + squares[slot]).squareRoot() - decay * weights[slot]
        }
      }
    }
  }

  /// The model as bytes.
  func bytes() -> [UInt8] {
    ChainModel.write(
      weights: weights, log: log, classes: classes, stride: stride, tables: tables,
      transitions: transitions)
  }
}

/// The generator of Steele, Lea and Flood (2014): small, seeded, the same everywhere.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number below `bound`.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next() % UInt64(max(1, bound)))
  }
}
