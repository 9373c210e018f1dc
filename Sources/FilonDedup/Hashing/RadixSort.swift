/// Stable least-significant-digit radix sort of 64-bit keys that carry a value each.
enum RadixSort {
  private static let digitBits = 11
  private static let buckets = 1 << digitBits

  /// Sorts `keys` ascending and moves `values` along with them; both must have one length.
  static func sort(_ keys: inout [UInt64], _ values: inout [UInt32]) {
    guard keys.count > 1 else { return }
    var otherKeys = [UInt64](repeating: 0, count: keys.count)
    var otherValues = [UInt32](repeating: 0, count: keys.count)
    for shift in stride(from: 0, to: 64, by: digitBits) {
      var offsets = [Int](repeating: 0, count: buckets)
      for key in keys { offsets[Int((key >> UInt64(shift)) & UInt64(buckets - 1))] += 1 }
      if offsets.contains(keys.count) { continue }
      var total = 0
      for bucket in offsets.indices {
        let count = offsets[bucket]
        offsets[bucket] = total
        total += count
      }
      for index in keys.indices {
        let key = keys[index]
        let bucket = Int((key >> UInt64(shift)) & UInt64(buckets - 1))
        let place = offsets[bucket]
        offsets[bucket] = place + 1
        otherKeys[place] = key
        otherValues[place] = values[index]
      }
      swap(&keys, &otherKeys)
      swap(&values, &otherValues)
    }
  }
}
