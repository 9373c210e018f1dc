/// Finds the n-th smallest of hashes without sorting them all.
enum RankSelection {
  /// The value that `count` elements do not exceed; `count` is at least 1 and at most all.
  static func value(_ count: Int, of values: [UInt32]) -> UInt32 {
    var buckets = InlineArray<256, UInt16>(repeating: 0)
    for value in values { buckets[Int(value >> 24)] &+= 1 }
    var below = 0
    var bucket = 0
    while bucket < 255, below + Int(buckets[bucket]) < count {
      below += Int(buckets[bucket])
      bucket += 1
    }
    var rest = values.filter { Int($0 >> 24) == bucket }
    rest.sort()
    return rest[min(max(count - below - 1, 0), rest.count - 1)]
  }
}
