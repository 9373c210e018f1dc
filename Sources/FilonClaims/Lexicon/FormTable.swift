/// A frozen table from word forms to numbers: open addressing, linear probing.
struct FormTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private let mask: Int

  /// Builds the table; of two entries with the same form the first stays.
  init(_ entries: [(FormHash, UInt32)]) {
    var capacity = 16
    while capacity < entries.count * 2 { capacity *= 2 }
    mask = capacity - 1
    keys = [UInt64](repeating: 0, count: capacity)
    values = [UInt32](repeating: 0, count: capacity)
    for (form, value) in entries {
      var slot = Int(truncatingIfNeeded: form.value ^ (form.value >> 32)) & mask
      while keys[slot] != 0, keys[slot] != form.value { slot = (slot + 1) & mask }
      guard keys[slot] == 0 else { continue }
      keys[slot] = form.value
      values[slot] = value
    }
  }

  /// The number of a form, or nil.
  @inline(__always)
  subscript(form: FormHash) -> UInt32? {
    var slot = Int(truncatingIfNeeded: form.value ^ (form.value >> 32)) & mask
    while keys[slot] != 0 {
      if keys[slot] == form.value { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
