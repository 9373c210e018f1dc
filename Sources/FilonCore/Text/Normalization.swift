// The standard library's own normaliser; Foundation's is an order of magnitude slower to load.
@_spi(_Unicode) import Swift

extension String {
  /// The text in Unicode Normalization Form C (UAX #15).
  ///
  /// Text that can be seen to be in NFC already is returned as it is: only scalars from U+0300 on
  /// can be changed by NFC, and of those the general-purpose Latin, Greek and Cyrillic letters and
  /// punctuation up to U+0EFF are left alone unless a combining mark follows.
  public var canonicallyComposed: String {
    needsComposition ? String(String.UnicodeScalarView(_nfc)) : self
  }

  /// Whether some scalar of the text may be changed by NFC (a cheap test, never wrongly false).
  private var needsComposition: Bool {
    var copy = self
    return copy.withUTF8 { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var index = 0
      while index < bytes.count {
        // Eight bytes at once: the high bit of each that is 0xCC or more.
        if index + 8 <= bytes.count {
          let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
          let leads =
            (word & 0x7F7F_7F7F_7F7F_7F7F &+ 0x3434_3434_3434_3434) & word & 0x8080_8080_8080_8080
          if leads == 0 {
            index += 8
            continue
          }
          index += leads.trailingZeroBitCount / 8
        }
        let lead = bytes[index]
        if lead < 0xCC {  // ASCII, continuation bytes, and lead bytes up to U+02FF
          index += 1
          continue
        }
        guard index + 2 < bytes.count else { return lead < 0xCE || lead > 0xD1 || lead == 0xCE }
        let (second, third) = (bytes[index + 1], bytes[index + 2])
        switch lead {
        case 0xCE where second != 0x87, 0xCF...0xD1: index += 2  // Greek and Cyrillic letters
        case 0xE2 where !Self.changesUnderNFC(second, third): index += 3  // punctuation, symbols
        case 0xE4...0xE9: index += 3  // CJK ideographs
        case 0xEF where second >= 0xBC: index += 3  // full-width forms, U+FFFD
        case 0xF0 where second == 0x9F: index += 4  // emoji
        default: return true
        }
      }
      return false
    }
  }

  /// Whether a scalar of the block U+2000–U+2FFF, given the two bytes after E2, is a singleton or a
  /// combining mark: en and em quads, ohm, kelvin, ångström, angle brackets, marks for symbols.
  private static func changesUnderNFC(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: third <= 0x81
    case 0x83: third >= 0x90
    case 0x84: third == 0xA6 || third == 0xAA || third == 0xAB
    case 0x8C: third == 0xA9 || third == 0xAA
    default: second >= 0xAB
    }
  }
}
