/// The sum over many words, in lanes of 32 bits: room for 80,000 words of the longest.
struct TextSum {
  private static let lanes = SIMD2<UInt64>(repeating: 0x0000_FFFF_0000_FFFF)

  private var sums = (
    SIMD2<UInt64>(repeating: 0), SIMD2<UInt64>(repeating: 0), SIMD2<UInt64>(repeating: 0),
    SIMD2<UInt64>(repeating: 0)
  )
  /// Features found.
  private(set) var hits: UInt64 = 0

  /// Adds the sum of a word.
  @inline(__always) mutating func add(_ word: WordSum) {
    sums.0 &+= word.even & Self.lanes
    sums.1 &+= word.odd & Self.lanes
    sums.2 &+= word.even &>> 16 & Self.lanes
    sums.3 &+= word.odd &>> 16 & Self.lanes
    hits &+= word.hits
  }

  /// The sum of the vectors, bias removed.
  var vector: SIMD16<Float> {
    var vector = SIMD16<Float>(repeating: 0)
    for (offset, sum) in [sums.0, sums.1, sums.2, sums.3].enumerated() {
      for half in 0..<2 {
        vector[half * 8 + offset] = Float(sum[half] & 0xFFFF_FFFF)
        vector[half * 8 + offset + 4] = Float(sum[half] >> 32)
      }
    }
    vector -= Float(FeatureTable.bias) * Float(hits)
    vector[15] = 0  // not part of a vector
    return vector
  }
}
