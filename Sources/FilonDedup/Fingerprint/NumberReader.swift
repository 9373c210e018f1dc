/// Puts the groups of a number together: `1 234,5` and `1,234.5` read alike.
struct NumberReader {
  private(set) var isOpen = false
  private var whole: UInt64 = 0
  private var fraction: UInt64 = 0
  private var digits = 0
  private var hasFraction = false

  /// Takes the next group of `count` digits, which spell `value`, and returns the number that it
  /// ends by beginning another.
  mutating func read(_ value: UInt64, digits count: Int, gap: WordGap) -> UInt32? {
    if isOpen, !hasFraction, digits <= 15 {
      if count == 3, gap == .space || gap == .comma || gap == .point {
        whole = whole &* 1000 &+ value
        digits += 3
        return nil
      }
      if gap == .comma || gap == .point {
        hasFraction = true
        fraction = value
        digits += count
        while fraction > 0, fraction % 10 == 0 { fraction /= 10 }
        return nil
      }
    }
    let before = finish()
    isOpen = true
    whole = value
    digits = count
    return before
  }

  /// Ends the number and returns its hash; nothing for a single digit, which says too little.
  mutating func finish() -> UInt32? {
    defer {
      isOpen = false
      hasFraction = false
      fraction = 0
    }
    guard isOpen, digits > 1 else { return nil }
    let salt: UInt64 = 0x6E75_6D62_6572
    return UInt32(truncatingIfNeeded: StableHash.mix(whole ^ StableHash.mix(fraction ^ salt)))
  }
}
