/// The sum of the vectors of one word, in lanes of 16 bits.
///
/// A word has at most 199 features of at most 255, so no lane overflows.
struct WordSum {
  private static let lanes = SIMD2<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)

  /// Sums of the bytes 0, 2, 4…
  private(set) var even = SIMD2<UInt64>(repeating: 0)
  /// Sums of the bytes 1, 3, 5…
  private(set) var odd = SIMD2<UInt64>(repeating: 0)
  /// Features found.
  private(set) var hits: UInt64 = 0

  /// Adds a vector.
  @inline(__always) mutating func add(_ vector: SIMD2<UInt64>) {
    even &+= vector & Self.lanes
    odd &+= vector &>> 8 & Self.lanes
    hits &+= 1
  }
}
