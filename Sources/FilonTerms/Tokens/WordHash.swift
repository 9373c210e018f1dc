/// The 64-bit hash of words used by every table and model of the analyser: FNV-1a with a final
/// mix. A typographic apostrophe (U+2019) hashes like the plain one.
enum WordHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  /// Hash of `bytes[start..<end]`.
  @inline(__always)
  static func of(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var hash = seed
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte == 0xE2, index + 2 < end, bytes[index + 1] == 0x80, bytes[index + 2] == 0x99 {
        hash = step(hash, 0x27)
        index += 3
      } else {
        hash = step(hash, byte)
        index += 1
      }
    }
    return finish(hash)
  }

  /// Hash of the UTF-8 of a string.
  static func of(_ text: some StringProtocol) -> UInt64 {
    let bytes = Array(text.utf8)
    return of(bytes, 0, bytes.count)
  }

  /// Adds one byte to an unfinished hash.
  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* prime }

  /// Spreads the entropy of a finished hash over all its bits (the finaliser of MurmurHash3).
  @inline(__always)
  static func finish(_ hash: UInt64) -> UInt64 {
    var value = hash
    value ^= value >> 33
    value = value &* 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 33
    return value
  }

  /// One hash of two.
  @inline(__always)
  static func combine(_ first: UInt64, _ second: UInt64) -> UInt64 {
    finish((first &+ 0x9E37_79B9_7F4A_7C15) &* 0xC2B2_AE3D_27D4_EB4F ^ second)
  }
}
