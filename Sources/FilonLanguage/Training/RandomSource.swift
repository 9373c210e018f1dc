/// A seeded source of random numbers (SplitMix64, Steele et al. 2014): the same on every machine.
struct RandomSource {
  private var state: UInt64

  /// A source that always gives the same numbers for the same seed.
  init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  @inline(__always) mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// A number from 0 up to `bound`, which must be positive.
  @inline(__always) mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number from 0 up to 1.
  @inline(__always) mutating func unit() -> Float { Float(next() >> 40) * (1 / 16_777_216) }
}
