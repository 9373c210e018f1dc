/// Eight bytes of text looked at together: which of the first ones are ASCII letters and digits.
///
/// Arithmetic on the bytes of one machine word (Lamport 1975, "Multiple byte processing with
/// full-word instructions").
struct LetterBlock {
  private let bytes: UInt64
  /// The high bit of each byte that is a letter.
  private let letters: UInt64
  /// How many of the bytes are letters and digits before the first that is neither.
  let count: Int

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits = ones << 7

  /// Looks at bytes, the first one lowest.
  @inline(__always)
  init(_ bytes: UInt64) {
    self.bytes = bytes
    letters = Self.between(bytes | Self.ones * 0x20, 0x61, 0x7B)
    let others = ~(letters | Self.between(bytes, 0x30, 0x3A)) & Self.highBits
    count = others.trailingZeroBitCount >> 3
  }

  /// Whether the first byte is a capital letter.
  @inline(__always)
  var startsUpper: Bool { letters & 0x80 != 0 && bytes & 0x20 == 0 }

  /// Whether there is a letter among the first `count` bytes, of which there is at least one.
  @inline(__always)
  func hasLetter(_ count: Int) -> Bool { letters << UInt64(64 - count * 8) != 0 }

  /// The first `count` letters and digits, at least one, in lower case, the last one lowest.
  @inline(__always)
  func folded(_ count: Int) -> UInt64 {
    (bytes | (letters >> 2 & (Self.ones * 0x20))).byteSwapped >> UInt64(64 - count * 8)
  }

  /// The high bit of each ASCII byte from `low` to below `high`.
  @inline(__always)
  private static func between(_ bytes: UInt64, _ low: UInt64, _ high: UInt64) -> UInt64 {
    let rest = bytes & ~highBits
    return (rest + ones * (0x80 - low)) & ~(rest + ones * (0x80 - high)) & ~bytes & highBits
  }
}
