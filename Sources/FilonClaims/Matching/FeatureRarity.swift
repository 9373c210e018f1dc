/// How rare each feature is among a set of claims (inverse document frequency).
struct FeatureRarity: Sendable {
  private let counts: [UInt32]
  private let shift: UInt32
  private let total: Float

  /// Counts the features of all claims.
  init(_ signatures: [ClaimSignature]) {
    let features = signatures.reduce(0) { $0 + $1.features.count }
    var bits: UInt32 = 12
    while bits < 24, 1 << bits < features { bits += 1 }
    shift = 24 - bits
    var counts = [UInt32](repeating: 0, count: 1 << Int(bits))
    for signature in signatures {
      for feature in signature.features { counts[Int(feature.hash >> (24 - bits))] += 1 }
    }
    self.counts = counts
    total = Float(max(2, signatures.count))
  }

  /// The number of claims with a feature, at least 1.
  @inline(__always)
  func count(_ feature: ClaimFeature) -> UInt32 {
    max(1, counts[Int(feature.hash >> shift)])
  }

  /// The weight of a feature: what it counts in its claim times how rare it is.
  @inline(__always)
  func weight(_ feature: ClaimFeature) -> Float {
    // Many occurrences count less than their number.
    let own = feature.weight <= 1 ? feature.weight : feature.weight.squareRoot()
    return own * Self.logarithm(1 + total / Float(count(feature)))
  }

  /// The norm of a claim's vector of weights.
  func norm(_ signature: ClaimSignature) -> Float {
    let sum = signature.features.reduce(Float(0)) { sum, feature in
      let weight = weight(feature)
      return sum + weight * weight
    }
    return max(sum.squareRoot(), 1e-6)
  }

  /// The sum of products of the weights of two claims' features; over their norms, the cosine.
  func product(_ a: [ClaimFeature], _ b: [ClaimFeature]) -> Float {
    var (i, j) = (0, 0)
    var sum: Float = 0
    while i < a.count, j < b.count {
      let (left, right) = (a[i].hash, b[j].hash)
      if left == right {
        sum += weight(a[i]) * weight(b[j])
        i += 1
        j += 1
      } else if left < right {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  /// The binary logarithm, from the exponent bits and a quadratic fit (error below 0.01).
  @inline(__always)
  static func logarithm(_ value: Float) -> Float {
    let exponent = Float(value.exponent)
    let rest = value.significand - 1
    return exponent + rest * (1.34 - 0.34 * rest)
  }
}
