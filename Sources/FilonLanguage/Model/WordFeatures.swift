/// The features of a word: its n-grams of one to five codes, padded on both sides, and the whole.
///
/// A feature is a hash of 64 bits; what it stands for is never stored.
enum WordFeatures {
  /// Longest n-gram, in codes; the pads count.
  static let longest = 5

  /// Calls `body` with the hash of each feature; the second argument marks the whole word.
  ///
  /// Words of up to three codes have no feature of their own: a padded n-gram says the same.
  @inline(__always) static func forEach(_ word: borrowing Word, _ body: (UInt64, Bool) -> Void) {
    let script = UInt64(word.script.rawValue) << 44
    let count = min(word.count, Word.capacity)
    var window: UInt64 = 0
    var whole: UInt64 = 0xCBF2_9CE4_8422_2325
    // Position 0 is the left pad, which alone says nothing.
    for position in 1...(count &+ 1) {
      let code = position <= count ? UInt64(word.codes[position &- 1]) : 0
      window = window << 8 | code
      whole = (whole ^ code) &* 0x0000_0100_0000_01B3
      if code != 0 { body(hash(window & 0xFF | script | 1 << 40), false) }
      body(hash(window & 0xFFFF | script | 2 << 40), false)
      if position >= 2 { body(hash(window & 0xFF_FFFF | script | 3 << 40), false) }
      if position >= 3 { body(hash(window & 0xFFFF_FFFF | script | 4 << 40), false) }
      if position >= 4 { body(hash(window & 0xFF_FFFF_FFFF | script | 5 << 40), false) }
    }
    if count > 3 { body(hash(whole ^ script), true) }
  }

  /// Mixes a key so that all bits of the result depend on all bits of the key.
  @inline(__always) static func hash(_ key: UInt64) -> UInt64 {
    var value = key &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 32
    value = value &* 0xD6E8_FEB8_6659_FD93
    return value ^ value >> 32
  }
}
