/// A hashed feature of a claim with its weight, in four bytes.
struct ClaimFeature: Hashable, Comparable, Sendable {
  /// 24 bits of hash, then the weight in eighths.
  let bits: UInt32

  /// A feature as it was packed.
  init(bits: UInt32) { self.bits = bits }

  /// Packs a feature; weights are cut to 0.125…31.875.
  init(hash: UInt64, weight: Float) {
    let eighths = max(1, min(255, (weight * 8).rounded()))
    bits = UInt32(truncatingIfNeeded: hash >> 40) << 8 | UInt32(eighths)
  }

  /// The hash, below 2²⁴.
  var hash: UInt32 { bits >> 8 }
  /// How much the feature counts before its rarity.
  var weight: Float { Float(bits & 0xFF) / 8 }

  static func < (first: Self, second: Self) -> Bool { first.bits < second.bits }

  /// Features sorted by hash, equal hashes added up.
  static func merged(_ weights: [(hash: UInt64, weight: Float)]) -> [ClaimFeature] {
    // One integer holds slot and weight, since the bits of positive numbers sort as they do.
    var sorted = weights.map { ($0.hash >> 40) << 32 | UInt64($0.weight.bitPattern) }
    sorted.sort()
    var features: [ClaimFeature] = []
    features.reserveCapacity(sorted.count)
    var index = 0
    while index < sorted.count {
      let slot = sorted[index] >> 32
      var sum: Float = 0
      while index < sorted.count, sorted[index] >> 32 == slot {
        sum += Float(bitPattern: UInt32(truncatingIfNeeded: sorted[index]))
        index += 1
      }
      features.append(ClaimFeature(hash: slot << 40, weight: sum))
    }
    return features
  }
}
