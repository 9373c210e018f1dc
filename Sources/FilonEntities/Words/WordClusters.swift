import FilonCore

/// Classes of words that occur in like contexts, learnt from raw text, at two grains.
///
/// Format, little-endian: magic `FCLU`, UInt32 version, UInt32 slots (a power of two), UInt32 zero;
/// then slots of 8 bytes: UInt32 fingerprint of the word (0 for an empty slot), UInt16 fine class,
/// UInt16 coarse class. Linear probing.
struct WordClusters: Sendable {
  static let magic: UInt32 = 0x554C_4346
  static let headerSize = 16
  /// The class of words that are in no class.
  static let none: UInt16 = 0xFFFF
  private let bytes: EmbeddedBytes
  private let mask: Int

  /// Opens a table; nil when the bytes are not one.
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

  /// The fine and the coarse class of the word whose surface has this hash.
  func classes(exact hash: UInt64) -> (fine: UInt16, coarse: UInt16) {
    let wanted = Self.fingerprint(hash)
    var slot = Int(hash >> 32) & mask
    for _ in 0...mask {
      let entry = bytes.load(UInt64.self, at: Self.headerSize + slot * 8)
      let found = UInt32(truncatingIfNeeded: entry)
      if found == 0 { break }
      if found == wanted {
        return (UInt16(truncatingIfNeeded: entry >> 32), UInt16(truncatingIfNeeded: entry >> 48))
      }
      slot = (slot + 1) & mask
    }
    return (Self.none, Self.none)
  }

  private static func fingerprint(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) | 1 }

  /// Compiles words, by the hash of their surface, with their classes.
  static func compile(_ words: [(hash: UInt64, fine: UInt16, coarse: UInt16)]) -> [UInt8] {
    var slots = 16
    while slots * 3 < words.count * 4 { slots *= 2 }
    var table = [UInt64](repeating: 0, count: slots)
    for word in words {
      var slot = Int(word.hash >> 32) & (slots - 1)
      while table[slot] != 0 { slot = (slot + 1) & (slots - 1) }
      table[slot] =
        UInt64(fingerprint(word.hash)) | UInt64(word.fine) << 32 | UInt64(word.coarse) << 48
    }
    var output = ByteWriter()
    for value in [magic, 1, UInt32(slots), 0] { output.append(value) }
    for entry in table { output.append(entry) }
    return output.bytes
  }
}
