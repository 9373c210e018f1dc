/// Mixes template numbers and values into feature hashes.
enum FeatureHash {
  /// The hash of a template's value; templates never share hashes by design of the mixer, only by
  /// chance in the table.
  @inline(__always)
  static func mix(_ template: UInt64, _ value: UInt64) -> UInt64 {
    var hash = (template &* 0x9E37_79B9_7F4A_7C15) ^ value
    hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ (hash >> 32)
  }

  @inline(__always)
  static func mix(_ template: UInt64, _ first: UInt64, _ second: UInt64) -> UInt64 {
    mix(template, mix(first &+ 0x51, second))
  }

  @inline(__always)
  static func mix(
    _ template: UInt64, _ first: UInt64, _ second: UInt64, _ third: UInt64
  ) -> UInt64 {
    mix(template, mix(first &+ 0x51, second), third)
  }
}
