/// Numbers features while a model is trained: an exact map from 64-bit hashes to rows.
struct FeatureIndex {
  private var keys: [UInt64]
  private var counts: [UInt32]
  private var rows: [Int32] = []
  private var used = 0
  /// The features that were kept, by row.
  private(set) var features: [UInt64] = []

  init() {
    keys = [UInt64](repeating: 0, count: 1 << 16)
    counts = [UInt32](repeating: 0, count: 1 << 16)
  }

  private func slot(_ feature: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: feature) & mask
    while keys[slot] != 0, keys[slot] != feature { slot = (slot + 1) & mask }
    return slot
  }

  /// Counts an occurrence.
  mutating func count(_ feature: UInt64) {
    let feature = feature == 0 ? 1 : feature
    if used * 2 > keys.count { grow() }
    let slot = slot(feature)
    if keys[slot] == 0 {
      keys[slot] = feature
      used += 1
    }
    counts[slot] += 1
  }

  private mutating func grow() {
    let (oldKeys, oldCounts) = (keys, counts)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    counts = [UInt32](repeating: 0, count: oldKeys.count * 2)
    for index in oldKeys.indices where oldKeys[index] != 0 {
      let slot = slot(oldKeys[index])
      keys[slot] = oldKeys[index]
      counts[slot] = oldCounts[index]
    }
  }

  /// Gives a row to every feature counted `minimum` times.
  mutating func keep(minimum: Int) {
    rows = [Int32](repeating: -1, count: keys.count)
    features = []
    for index in keys.indices where keys[index] != 0 && counts[index] >= minimum {
      rows[index] = Int32(features.count)
      features.append(keys[index])
    }
  }

  /// The row of a feature, or -1.
  @inline(__always)
  func row(_ feature: UInt64) -> Int32 { rows[slot(feature == 0 ? 1 : feature)] }

  /// How often the feature of each row was counted.
  func rowCounts() -> [UInt32] {
    var result = [UInt32](repeating: 0, count: features.count)
    for index in rows.indices where rows[index] >= 0 { result[Int(rows[index])] = counts[index] }
    return result
  }
}
