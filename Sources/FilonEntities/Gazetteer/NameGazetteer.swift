import FilonCore

/// Names from open lists, kept as 40-bit fingerprints with the set of their categories.
///
/// Format, little-endian: magic `FGAZ`, UInt32 version, UInt32 slots (a power of two), UInt32 zero;
/// then slots of 8 bytes: UInt32 fingerprint low, UInt8 fingerprint high, UInt8 zero, UInt16
/// categories. A slot without categories is empty. Linear probing.
struct NameGazetteer: Sendable {
  static let magic: UInt32 = 0x5A41_4746
  static let headerSize = 16
  private let bytes: EmbeddedBytes
  private let mask: Int

  /// Opens a compiled list; nil when the bytes are not one.
  init?(_ bytes: EmbeddedBytes) {
    guard bytes.count >= Self.headerSize, bytes.load(UInt32.self, at: 0) == Self.magic,
      bytes.load(UInt32.self, at: 4) == 1
    else { return nil }
    let slots = Int(bytes.load(UInt32.self, at: 8))
    guard slots > 0, slots & (slots - 1) == 0, bytes.count >= Self.headerSize + slots * 8 else {
      return nil
    }
    self.bytes = bytes
    mask = slots - 1
  }

  /// The categories of the name with this ``PhraseHash``, an empty set when it is in no list.
  func categories(_ hash: UInt64) -> UInt16 {
    let wanted = Self.fingerprint(hash)
    var slot = Self.slot(hash) & mask
    for _ in 0...mask {
      let entry = bytes.load(UInt64.self, at: Self.headerSize + slot * 8)
      let categories = UInt16(truncatingIfNeeded: entry >> 48)
      if categories == 0 { return 0 }
      if entry & 0xFF_FFFF_FFFF == wanted { return categories }
      slot = (slot + 1) & mask
    }
    return 0
  }

  private static func fingerprint(_ hash: UInt64) -> UInt64 { hash & 0xFF_FFFF_FFFF }
  private static func slot(_ hash: UInt64) -> Int { Int(hash >> 40) }

  /// Compiles names, by ``PhraseHash``, with their categories. The order of `names` is free.
  static func compile(_ names: [(hash: UInt64, categories: UInt16)]) -> [UInt8] {
    var merged: [(UInt64, UInt16)] = []
    for (hash, categories) in names.sorted(by: {
      ($0.hash, $0.categories) < ($1.hash, $1.categories)
    }) {
      if let last = merged.last, last.0 == hash {
        merged[merged.count - 1].1 |= categories
      } else {
        merged.append((hash, categories))
      }
    }
    var slots = 16
    while slots * 7 < merged.count * 10 { slots *= 2 }
    var table = [UInt64](repeating: 0, count: slots)
    for (hash, categories) in merged {
      var index = slot(hash) & (slots - 1)
      while table[index] >> 48 != 0 { index = (index + 1) & (slots - 1) }
      table[index] = fingerprint(hash) | UInt64(categories) << 48
    }
    var output = ByteWriter()
    for value in [magic, 1, UInt32(slots), 0] { output.append(value) }
    for entry in table { output.append(entry) }
    return output.bytes
  }
}
