/// A frozen map from words, by their ``WordHash``, to small numbers: open addressing, no strings.
struct WordTable: Sendable {
  private let keys: [UInt64]
  private let values: [UInt32]
  private let mask: Int

  /// Makes a table; a word given twice keeps its first value.
  init(_ entries: [(word: String, value: UInt32)]) {
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var values = [UInt32](repeating: 0, count: size)
    for entry in entries {
      let key = WordHash.of(entry.word) | 1
      var slot = Int(truncatingIfNeeded: key >> 1) & (size - 1)
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (size - 1) }
      if keys[slot] == 0 {
        keys[slot] = key
        values[slot] = entry.value
      }
    }
    self.keys = keys
    self.values = values
    mask = size - 1
  }

  /// A set of words.
  init(words: [String]) { self.init(words.map { ($0, 1) }) }

  /// The value of the word with this hash.
  @inline(__always)
  func value(_ hash: UInt64) -> UInt32? {
    let key = hash | 1
    var slot = Int(truncatingIfNeeded: key >> 1) & mask
    while true {
      let found = keys[slot]
      if found == key { return values[slot] }
      if found == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }

  /// Whether the table has the word with this hash.
  @inline(__always)
  func contains(_ hash: UInt64) -> Bool { value(hash) != nil }
}
