import CFilonKernels

/// Frozen weights of a linear model over hashed features: 15 classes of eight bits a row.
///
/// A bucket is a cache line of four rows; the sixteenth byte of a row is a fingerprint of its
/// feature, so that a feature the model does not know contributes nothing (with probability 0.98)
/// instead of the weights of a stranger.
struct WeightTable: Sendable {
  static let classes = 15
  static let rowBytes = 16
  static let waysPerBucket = 4

  private let rows: ModelSection
  private let mask: UInt64

  init(_ section: ModelSection) {
    rows = section
    let buckets = section.count / 64
    var size = 1
    while size * 2 <= buckets { size *= 2 }
    mask = buckets == 0 ? 0 : UInt64(size - 1)
  }

  /// Whether there is a model at all.
  var isEmpty: Bool { rows.count < 64 }

  /// Adds the weights of the first `count` of `features` to the scores.
  func add(
    _ features: UnsafeMutableBufferPointer<UInt64>, _ count: Int, to scores: inout SIMD16<Int16>
  ) {
    guard let start = features.baseAddress, let table = rows.base.baseAddress else { return }
    withUnsafeMutableBytes(of: &scores) { sums in
      guard let lanes = sums.baseAddress?.assumingMemoryBound(to: Int16.self) else { return }
      filon_sum_bucketed(table, mask, start, count, lanes)
    }
  }

  @inline(__always)
  static func fingerprint(_ feature: UInt64) -> UInt8 {
    let byte = UInt8(truncatingIfNeeded: feature >> 56)
    return byte == 0 ? 1 : byte
  }

  /// Freezes rows, best first, into `buckets` (a power of two) of four; rows whose bucket is full
  /// are left out.
  static func build(_ ranked: [(feature: UInt64, weights: [Int8])], buckets: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: buckets * 64)
    for (feature, weights) in ranked {
      let offset = Int(truncatingIfNeeded: feature & UInt64(buckets - 1)) * 64
      let fingerprint = fingerprint(feature)
      for way in 0..<waysPerBucket {
        let row = offset + way * 16
        if bytes[row + 15] == fingerprint { break }
        guard bytes[row + 15] == 0 else { continue }
        for (index, weight) in weights.prefix(classes).enumerated() {
          bytes[row + index] = UInt8(bitPattern: weight)
        }
        bytes[row + 15] = fingerprint
        break
      }
    }
    return bytes
  }
}
