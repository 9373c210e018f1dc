/// One scalar of a text with case, accents and variants of dash and apostrophe folded away.
struct FoldedScalar {
  /// What the scalar is to the lexer.
  enum Kind { case space, letter, symbol }

  /// The folded scalar; for a ligature its two letters, the second in the upper half.
  var value: UInt32
  /// Bytes of the original.
  var length: Int
  /// What the scalar is.
  var kind: Kind
  /// Whether it is a capital letter.
  var isCapital: Bool

  /// Reads the scalar that starts at `index`; malformed bytes count as symbols of one byte.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) {
    let byte = bytes[index]
    if byte < 0x80 {
      length = 1
      if byte &- 0x61 < 26 {
        (value, kind, isCapital) = (UInt32(byte), .letter, false)
      } else if byte &- 0x41 < 26 {
        (value, kind, isCapital) = (UInt32(byte) + 32, .letter, true)
      } else {
        (value, kind, isCapital) = (UInt32(byte), byte <= 0x20 ? .space : .symbol, false)
      }
      return
    }
    self = Self.multibyte(bytes, index, end)
  }

  private init(value: UInt32, length: Int, kind: Kind) {
    (self.value, self.length, self.kind, isCapital) = (value, length, kind, false)
  }

  private static func multibyte(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int)
    -> FoldedScalar
  {
    let byte = bytes[index]
    let wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    let length = byte < 0xC0 ? 1 : min(wanted, end - index)
    var scalar = UInt32(byte) & (wanted == 4 ? 0x07 : wanted == 3 ? 0x0F : 0x1F)
    for offset in 1..<max(1, length) { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
    switch scalar {
    case 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      return FoldedScalar(value: 0x20, length: length, kind: .space)
    case 0xB5, 0x3BC:
      return FoldedScalar(value: 0x75, length: length, kind: .letter)
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D:
      return FoldedScalar(value: 0x2D, length: length, kind: .symbol)
    case 0x2018, 0x2019, 0x2BC, 0xB4:
      return FoldedScalar(value: 0x27, length: length, kind: .symbol)
    case 0x80..<0xC0, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3001...0x303F, 0xFF00...0xFF20,
      0x1F000...0x1FFFF:
      return FoldedScalar(value: scalar, length: length, kind: .symbol)
    case 0xC0...0x17F:
      let folded = latin[Int(scalar - 0xC0)]
      var letter = FoldedScalar(value: folded == 0 ? scalar : folded, length: length, kind: .letter)
      letter.isCapital = scalar < 0xE0 || (scalar >= 0x100 && scalar & 1 == 0)
      return letter
    default:
      return FoldedScalar(value: scalar, length: length, kind: .letter)
    }
  }

  /// Base letters of U+00C0 to U+017F; a ligature holds its second letter in the upper half.
  private static let latin: [UInt32] = {
    let plain =
      "aaaaaa*ceeeeiiiidnooooo.ouuuuyts" + "aaaaaa*ceeeeiiiidnooooo.ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllllllln"
      + "nnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    var table = plain.unicodeScalars.map { scalar -> UInt32 in
      scalar == "*" || scalar == "." ? 0 : scalar.value
    }
    let pairs: [(Int, UInt32)] = [
      (0xC6, 0x65_0061), (0xE6, 0x65_0061), (0x152, 0x65_006F), (0x153, 0x65_006F),
    ]
    for (scalar, value) in pairs where scalar - 0xC0 < table.count { table[scalar - 0xC0] = value }
    while table.count < 0xC0 { table.append(0) }
    return table
  }()
}
