/// Stable least-significant-digit radix sorts of unsigned keys.
enum RadixSort {
  private static let digitBits = 11
  private static let buckets = 1 << digitBits

  /// Sorts `keys` ascending and moves `values` along with them; both must have one length.
  static func sort<Key: FixedWidthInteger & UnsignedInteger>(
    _ keys: inout [Key], _ values: inout [UInt32]
  ) {
    guard keys.count > 1 else { return }
    var otherKeys = [Key](repeating: 0, count: keys.count)
    var otherValues = [UInt32](repeating: 0, count: keys.count)
    for shift in stride(from: 0, to: Key.bitWidth, by: digitBits) {
      guard var offsets = offsets(keys, shift) else { continue }
      for index in keys.indices {
        let key = keys[index]
        let bucket = digit(key, shift)
        let place = offsets[bucket]
        offsets[bucket] = place + 1
        otherKeys[place] = key
        otherValues[place] = values[index]
      }
      swap(&keys, &otherKeys)
      swap(&values, &otherValues)
    }
  }

  /// Sorts `keys` ascending.
  static func sort(_ keys: inout [UInt64]) {
    guard keys.count > 1 else { return }
    var others = [UInt64](repeating: 0, count: keys.count)
    for shift in stride(from: 0, to: 64, by: digitBits) {
      guard var offsets = offsets(keys, shift) else { continue }
      for key in keys {
        let bucket = digit(key, shift)
        others[offsets[bucket]] = key
        offsets[bucket] += 1
      }
      swap(&keys, &others)
    }
  }

  @inline(__always)
  private static func digit<Key: FixedWidthInteger>(_ key: Key, _ shift: Int) -> Int {
    Int(truncatingIfNeeded: key >> Key(truncatingIfNeeded: shift)) & (buckets - 1)
  }

  /// Where the keys of each bucket begin; nil when all are in one.
  private static func offsets<Key: FixedWidthInteger>(_ keys: [Key], _ shift: Int) -> [Int]? {
    var offsets = [Int](repeating: 0, count: buckets)
    for key in keys { offsets[digit(key, shift)] += 1 }
    guard !offsets.contains(keys.count) else { return nil }
    var total = 0
    for bucket in offsets.indices {
      let count = offsets[bucket]
      offsets[bucket] = total
      total += count
    }
    return offsets
  }
}
