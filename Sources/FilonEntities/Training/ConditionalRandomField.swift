/// A linear-chain conditional random field in training (J. Lafferty and others, 2001).
///
/// Stochastic gradient ascent with AdaGrad steps (J. Duchi and others, 2011), L2 regularisation on
/// the features met, and random omission of features. A word may have a set of tags instead of one;
/// the likelihood then sums over the sequences that the sets allow.
struct ConditionalRandomField {
  typealias Lanes = SIMD16<Float>

  private(set) var weights: [Lanes]
  private(set) var transitions: [Lanes]
  private var squares: [Lanes]
  private var transitionSquares: [Lanes]
  private var lattice = ForwardBackward()

  /// A field without knowledge, for this many features.
  init(features: Int) {
    weights = Array(repeating: .zero, count: features)
    squares = weights
    transitions = Array(repeating: .zero, count: EntityTag.count + 1)
    transitionSquares = transitions
  }

  /// Learns from the segments of `set` whose document `uses` accepts.
  mutating func train(_ set: TrainingSet, settings: EntityTrainer.Settings, uses: (Int32) -> Bool) {
    var generator = SeededGenerator(seed: settings.seed)
    var order = set.segmentEnds.indices.filter { uses(set.documents[$0]) }
    var kept: [UInt32] = []
    var keptEnds: [Int] = []
    let threshold = UInt64(settings.omission * 4_294_967_296)
    let wordThreshold = UInt64(settings.wordOmission * 4_294_967_296)
    var sums: (weights: [Lanes], transitions: [Lanes], count: Float) = ([], [], 0)
    for epoch in 0..<settings.epochs {
      generator.shuffle(&order)
      let rate = settings.rate * (1 - 0.9 * Float(epoch) / Float(settings.epochs))
      for segment in order {
        let words = set.words(of: segment)
        kept.removeAll(keepingCapacity: true)
        keptEnds.removeAll(keepingCapacity: true)
        for word in words {
          let unknown = generator.next() >> 32 < wordThreshold
          for index in set.features(of: word) where generator.next() >> 32 >= threshold {
            let feature = set.features[index]
            if feature & TrainingSet.lexical == 0 {
              kept.append(feature)
            } else if !unknown {
              kept.append(feature & ~TrainingSet.lexical)
            }
          }
          keptEnds.append(kept.count)
        }
        step(
          set.allowed[words], features: kept, ends: keptEnds, weight: set.weights[segment],
          rate: rate, decay: settings.decay)
      }
      if epoch >= settings.epochs / 2 { accumulate(&sums) }
    }
    average(sums)
  }

  /// Adds the weights to `sums`, whose last element counts.
  private func accumulate(_ sums: inout (weights: [Lanes], transitions: [Lanes], count: Float)) {
    if sums.weights.isEmpty {
      sums = (weights, transitions, 1)
      return
    }
    for index in weights.indices { sums.weights[index] += weights[index] }
    for index in transitions.indices { sums.transitions[index] += transitions[index] }
    sums.count += 1
  }

  /// Replaces the weights by their mean over the passes of the second half, which forgets the
  /// chance order of the last examples (B. Polyak and A. Juditsky, 1992).
  private mutating func average(_ sums: (weights: [Lanes], transitions: [Lanes], count: Float)) {
    guard sums.count > 0 else { return }
    for index in weights.indices { weights[index] = sums.weights[index] / sums.count }
    for index in transitions.indices { transitions[index] = sums.transitions[index] / sums.count }
  }

  private mutating func step(
    _ allowed: ArraySlice<UInt16>, features: [UInt32], ends: [Int], weight: Float, rate: Float,
    decay: Float
  ) {
    lattice.reset(count: allowed.count)
    var start = 0
    for (word, end) in ends.enumerated() {
      var sum = Lanes.zero
      for index in start..<end { sum += weights[Int(features[index])] }
      lattice.emissions[word] = sum
      start = end
    }
    lattice.run(transitions: transitions, allowed: allowed)
    start = 0
    for (word, end) in ends.enumerated() {
      let gradient = lattice.gradients[word] * weight
      if gradient.max() > 0.0005 || gradient.min() < -0.0005 {
        for index in start..<end {
          let feature = Int(features[index])
          Self.update(
            &weights[feature], &squares[feature], gradient - weights[feature] * decay, rate)
        }
      }
      start = end
    }
    for row in transitions.indices {
      Self.update(
        &transitions[row], &transitionSquares[row], lattice.transitionGradients[row] * weight, rate)
    }
  }

  @inline(__always) private static func update(
    _ value: inout Lanes, _ squares: inout Lanes, _ gradient: Lanes, _ rate: Float
  ) {
    squares += gradient * gradient
    value += gradient * rate / (squares + 0.05).squareRoot()
  }

  /// The scores of the tags of a word, before transitions.
  func emissions(_ features: ArraySlice<UInt32>) -> Lanes {
    var sum = Lanes.zero
    for feature in features { sum += weights[Int(feature)] }
    return sum
  }
}
