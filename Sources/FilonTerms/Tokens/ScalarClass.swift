/// What a Unicode scalar is to the tokeniser.
enum ScalarClass: UInt8 {
  case space, letter, digit, mark, apostrophe, hyphen, punctuation, symbol

  /// Classes of the 128 ASCII bytes.
  private static let ascii: [ScalarClass] = (0..<128).map { (byte: Int) -> ScalarClass in
    let scalar = Unicode.Scalar(UInt8(byte))
    switch scalar {
    case "a"..."z", "A"..."Z": return .letter
    case "0"..."9": return .digit
    case "'", "`": return .apostrophe
    case "-": return .hyphen
    case "$", "%", "+", "<", "=", ">", "^", "|", "~", "#", "&", "@", "*": return .symbol
    case "\u{00}"..."\u{08}", "\u{0E}"..."\u{1B}", "\u{7F}": return .symbol
    case "\u{09}"..."\u{0D}", "\u{1C}"..."\u{20}": return .space
    default: return .punctuation
    }
  }

  /// The class and the byte length of the scalar that starts at `index`.
  @inline(__always)
  static func at(_ index: Int, _ bytes: [UInt8]) -> (scalarClass: ScalarClass, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (ascii[Int(lead)], 1) }
    return multibyte(index, bytes)
  }

  private static func multibyte(
    _ index: Int, _ bytes: [UInt8]
  ) -> (scalarClass: ScalarClass, length: Int) {
    let (scalar, length) = decode(index, bytes)
    return (of(scalar), length)
  }

  /// The scalar value and byte length at `index`; malformed bytes give a one-byte symbol.
  static func decode(_ index: Int, _ bytes: [UInt8]) -> (scalar: UInt32, length: Int) {
    let lead = bytes[index]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1 else { return (UInt32(lead), 1) }
    guard index + length <= bytes.count else { return (0xFFFD, 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (value, length)
  }

  /// The class of a scalar from U+0080 on, by block.
  private static func of(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF, 0x85:
      return .space
    case 0xAA, 0xB0, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA: return .letter
    case 0xA1, 0xA7, 0xAB, 0xB6, 0xB7, 0xBB, 0xBF: return .punctuation
    case 0x80...0xBF, 0xD7, 0xF7: return .symbol
    case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x64B...0x65F, 0x1AB0...0x1AFF,
      0x1DC0...0x1DFF, 0x200C...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x20D0...0x20FF,
      0xFE00...0xFE0F, 0xFE20...0xFE2F, 0x1F3FB...0x1F3FF, 0xE0000...0xE0FFF:
      return .mark
    case 0x2018, 0x2019, 0x201B, 0x2BC, 0x2032: return .apostrophe
    case 0x2010, 0x2011: return .hyphen
    case 0x2012...0x2027, 0x2030...0x205E, 0x2E00...0x2E7F, 0x3001...0x303F, 0xFF01...0xFF0F,
      0xFF1A...0xFF20, 0x55A...0x55F, 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x964, 0x965:
      return .punctuation
    case 0x2070...0x209F, 0x2100...0x2121, 0x2123...0x214F, 0x2150...0x218F: return .letter
    case 0x20A0...0x20CF, 0x2122, 0x2190...0x2BFF, 0xE000...0xF8FF, 0xFFF0...0xFFFF,
      0x1F000...0x1FAFF:
      return .symbol
    default: return .letter
    }
  }
}
