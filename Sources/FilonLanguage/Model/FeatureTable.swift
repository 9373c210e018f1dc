internal import FilonCore

/// The vectors of the features a model knows, in buckets of one cache line.
///
/// A bucket of 64 bytes holds the one-byte fingerprints of up to four features, then their vectors
/// of 15 bytes each, biased by 128. A look-up touches one line and needs no branch: a feature the
/// table does not hold adds zeros. (One in about sixty unknown features is taken for a known one.)
struct FeatureTable: Sendable {
  /// Size of a bucket in bytes.
  static let bucketSize = 64
  /// Features in a bucket.
  static let slots = 4
  /// Numbers in a vector.
  static let dimensions = 15
  /// What is added to a weight to store it in a byte.
  static let bias = 128

  private let bytes: EmbeddedBytes
  private let offset: Int
  private let bucketCount: UInt64

  /// Makes a table of `bucketCount` buckets from byte `offset` on; one byte must follow the last.
  init(_ bytes: EmbeddedBytes, offset: Int, bucketCount: Int) {
    self.bytes = bytes
    self.offset = offset
    self.bucketCount = UInt64(bucketCount)
  }

  /// The bucket of a feature, of `count` buckets.
  @inline(__always) static func bucket(_ hash: UInt64, of count: UInt64) -> Int {
    Int(truncatingIfNeeded: ((hash >> 32) &* count) >> 32)
  }

  /// The fingerprint of a feature, 1 to 255; 0 marks an empty slot.
  @inline(__always) static func fingerprint(_ hash: UInt64) -> UInt8 {
    let byte = UInt8(truncatingIfNeeded: hash >> 8)
    return byte == 0 ? 1 : byte
  }

  /// Adds up the vectors of the features of `word`.
  ///
  /// All look-ups come before all sums, and neither depends on one another: the memory is asked for
  /// many lines at once. `rows` is room to work in.
  @inline(__always) func sum(_ word: borrowing Word, _ rows: inout InlineArray<200, Int>) -> WordSum
  {
    var sum = WordSum()
    // The bytes live as long as the process.
    guard let start = bytes.withUnsafeBytes(\.baseAddress), bucketCount > 0 else { return sum }
    let base = start + offset
    var hits = 0
    WordFeatures.forEach(word) { hash, _ in
      let bucket = Self.bucket(hash, of: bucketCount) &* Self.bucketSize
      let fingerprints = UInt32(
        littleEndian: base.loadUnaligned(fromByteOffset: bucket, as: UInt32.self))
      let difference = fingerprints ^ (UInt32(Self.fingerprint(hash)) &* 0x0101_0101)
      let zeros = (difference &- 0x0101_0101) & ~difference & 0x8080_8080
      // Arithmetic in place of branches, which would be mispredicted half of the time.
      let slot = (zeros | 0x8000_0000).trailingZeroBitCount >> 3
      rows[hits] = bucket &+ Self.slots &+ slot &* Self.dimensions
      hits &+= Int((zeros | (0 &- zeros)) >> 31)
    }
    for index in 0..<hits {
      let row = base + rows[index]
      let low = UInt64(littleEndian: row.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
      let high = UInt64(littleEndian: row.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      sum.add(SIMD2(low, high))
    }
    return sum
  }
}
