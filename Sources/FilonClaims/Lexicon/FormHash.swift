import FilonCore

/// A 64-bit hash of a word's surface that ignores case and the shape of apostrophes.
///
/// FNV-1a over lower-cased UTF-8: ASCII and Latin-1 letters are folded to lower case, `’` to `'`,
/// `Œ` to `œ`. It is the same in every process, unlike `Hasher`.
struct FormHash: Hashable, Sendable {
  var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  /// The hash of a word.
  init(_ word: String) {
    var copy = word
    copy.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        index += append(bytes[index], next, third)
      }
    }
  }

  /// The hash of the bytes of a range.
  init(_ bytes: [UInt8], _ range: TextRange) {
    var index = Int(range.start)
    let end = min(Int(range.end), bytes.count)
    while index < end {
      let next = index + 1 < end ? bytes[index + 1] : 0
      let third = index + 2 < end ? bytes[index + 2] : 0
      index += append(bytes[index], next, third)
    }
  }

  /// Adds a byte of a folded form.
  @inline(__always)
  mutating func append(_ byte: UInt8) { mix(byte) }

  /// Adds one scalar, or one byte of it; returns the number of bytes used.
  @inline(__always)
  private mutating func append(_ byte: UInt8, _ next: UInt8, _ third: UInt8) -> Int {
    switch byte {
    case 0x41...0x5A:
      mix(byte | 0x20)
      return 1
    case 0xC3 where next >= 0x80 && next <= 0x9E && next != 0x97:
      mix(0xC3)
      mix(next | 0x20)
      return 2
    case 0xC5 where next == 0x92:
      mix(0xC5)
      mix(0x93)
      return 2
    case 0xE2 where next == 0x80 && third == 0x99:
      mix(0x27)
      return 3
    default:
      mix(byte)
      return 1
    }
  }

  @inline(__always)
  private mutating func mix(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}
