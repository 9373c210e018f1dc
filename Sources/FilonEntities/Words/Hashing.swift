/// The hash functions of the engine, fixed for ever: models and tables depend on them.
enum Hashing {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// One step of the FNV-1a hash.
  @inline(__always) static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// Spreads a value over all 64 bits (the finaliser of SplitMix64).
  @inline(__always) static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The hash of a byte string.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = step(hash, byte) }
    return mix(hash)
  }
}
