/// The Adam optimiser (Kingma and Ba 2015).
struct AdamOptimizer {
  private let mean: FloatStorage
  private let square: FloatStorage
  private var meanPower: Float = 1
  private var squarePower: Float = 1
  private var rate: Float = 0
  private static let meanDecay: Float = 0.9
  private static let squareDecay: Float = 0.98

  init(_ count: Int) {
    mean = FloatStorage(count)
    square = FloatStorage(count)
  }

  /// Starts a step at a learning rate.
  mutating func step(rate: Float) {
    meanPower *= Self.meanDecay
    squarePower *= Self.squareDecay
    self.rate = rate * (1 - squarePower).squareRoot() / (1 - meanPower)
  }

  /// Moves `count` parameters from `offset` on, and clears their gradients.
  func update(
    _ parameters: UnsafeMutablePointer<Float>, _ gradient: UnsafeMutablePointer<Float>,
    offset: Int, count: Int
  ) {
    let mean = mean.base + offset
    let square = square.base + offset
    for index in 0..<count {
      let slope = gradient[index]
      gradient[index] = 0
      mean[index] += (slope - mean[index]) * (1 - Self.meanDecay)
      square[index] += (slope * slope - square[index]) * (1 - Self.squareDecay)
      parameters[index] -= rate * mean[index] / (square[index].squareRoot() + 1e-8)
    }
  }
}
