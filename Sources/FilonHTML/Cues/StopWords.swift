/// The function words of the commonest languages, as a set of hashes.
struct StopWords: Sendable {
  static let shared = StopWords(EmbeddedTable.stopWords)

  static let seed: UInt32 = 2_166_136_261
  private let slots: [UInt32]

  init(_ rows: [[String]]) {
    var slots = [UInt32](repeating: 0, count: 8192)
    for row in rows where row.count == 2 {
      for word in row[1].split(separator: " ") {
        var hash = Self.seed
        for byte in word.utf8 { hash = Self.add(byte, to: hash) }
        var slot = Int(hash >> 19)
        while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & 8191 }
        slots[slot] = hash
      }
    }
    self.slots = slots
  }

  /// The hash of a word with one byte more; ASCII capitals count as small letters.
  @inline(__always) static func add(_ byte: UInt8, to hash: UInt32) -> UInt32 {
    let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    return (hash ^ UInt32(folded)) &* 16_777_619
  }

  /// Whether a word with this hash is a function word.
  @inline(__always) func contains(_ hash: UInt32) -> Bool {
    var slot = Int(hash >> 19)
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & 8191
    }
    return false
  }
}
