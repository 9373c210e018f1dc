/// A read-only map from 64-bit hashes to small integers: open addressing, one probe as a rule.
struct FrozenTable: Sendable {
  private let keys: [UInt64]
  private let values: [Int32]
  private let mask: Int

  /// Builds the table; the first value of a repeated key wins.
  init(_ pairs: [(key: UInt64, value: Int32)]) {
    var slots = 16
    while slots < pairs.count * 2 { slots *= 2 }
    var keys = [UInt64](repeating: 0, count: slots)
    var values = [Int32](repeating: -1, count: slots)
    for pair in pairs {
      var slot = Int(truncatingIfNeeded: pair.key) & (slots - 1)
      while values[slot] >= 0, keys[slot] != pair.key { slot = (slot + 1) & (slots - 1) }
      if values[slot] < 0 {
        keys[slot] = pair.key
        values[slot] = pair.value
      }
    }
    self.keys = keys
    self.values = values
    mask = slots - 1
  }

  /// The value of `key`, or nil.
  subscript(key: UInt64) -> Int32? {
    var slot = Int(truncatingIfNeeded: key) & mask
    while values[slot] >= 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
