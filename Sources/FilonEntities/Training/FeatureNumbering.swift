/// Numbers feature hashes, after counting them, so that rare ones can be left out.
struct FeatureNumbering {
  private var keys: [UInt64]
  private var counts: [UInt32]
  private var used = 0
  private var mask: Int

  init() {
    keys = Array(repeating: 0, count: 1 << 16)
    counts = Array(repeating: 0, count: 1 << 16)
    mask = keys.count - 1
  }

  private func slot(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while counts[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  /// Counts one occurrence.
  mutating func count(_ key: UInt64) {
    let found = slot(key)
    if counts[found] == 0 {
      keys[found] = key
      used += 1
    }
    counts[found] += 1
    if used * 3 > keys.count * 2 { grow() }
  }

  private mutating func grow() {
    let old = (keys, counts)
    keys = Array(repeating: 0, count: old.0.count * 2)
    counts = Array(repeating: 0, count: old.0.count * 2)
    mask = keys.count - 1
    for index in old.0.indices where old.1[index] != 0 {
      let found = slot(old.0[index])
      keys[found] = old.0[index]
      counts[found] = old.1[index]
    }
  }

  /// Replaces the counts by numbers, in the order of the table, for the features seen at least
  /// `minimum` times, and returns their hashes. Others get the number `UInt32.max`.
  mutating func number(minimum: UInt32) -> [UInt64] {
    var hashes: [UInt64] = []
    for index in keys.indices where counts[index] != 0 {
      if counts[index] >= minimum {
        hashes.append(keys[index])
        counts[index] = UInt32(hashes.count)
      } else {
        counts[index] = UInt32.max
      }
    }
    return hashes
  }

  /// The number of a feature after ``number(minimum:)``, or nil.
  func number(of key: UInt64) -> UInt32? {
    let value = counts[slot(key)]
    return value == 0 || value == UInt32.max ? nil : value - 1
  }
}
