/// Hash functions whose values are the same in every process and on every machine.
enum StableHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  static let prime: UInt64 = 0x0000_0100_0000_01B3

  /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014): every input bit reaches all others.
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A hash with eight more bytes; quick, to be finished by ``mix(_:)``.
  @inline(__always)
  static func join(_ hash: UInt64, _ bytes: UInt64) -> UInt64 {
    let bits = (hash ^ bytes) &* 0x9E37_79B9_7F4A_7C15
    return bits ^ (bits >> 32)
  }

  /// One step of FNV-1a.
  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* prime }

  /// The hash of a string's UTF-8 bytes.
  static func of(_ text: String) -> UInt64 {
    var hash = seed
    for byte in text.utf8 { hash = step(hash, byte) }
    return mix(hash)
  }
}
