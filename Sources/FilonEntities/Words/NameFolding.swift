/// Folds Latin letters for comparing names: case and diacritics go, œ, æ and ß become two letters.
///
/// One table lookup per scalar of the Latin blocks; other scripts pass unchanged.
enum NameFolding {
  /// Folded letters of U+00C0–U+017F; 0 where the scalar is kept as it is.
  private static let latin: [UInt8] = {
    let spelling =
      "aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkk"
      + "llllllllllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    return spelling.utf8.map { $0 == 0x2A ? 0 : $0 }
  }()

  /// Folded forms of the letters that become two.
  private static func pair(_ scalar: UInt32) -> (UInt8, UInt8)? {
    switch scalar {
    case 0xC6, 0xE6: (0x61, 0x65)
    case 0xDE, 0xFE: (0x74, 0x68)
    case 0xDF: (0x73, 0x73)
    case 0x132, 0x133: (0x69, 0x6A)
    case 0x152, 0x153: (0x6F, 0x65)
    default: nil
    }
  }

  /// Appends the folded bytes of `bytes` to `output`.
  static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 {
        output.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      } else if byte >= 0xC3, byte <= 0xC5, index + 1 < range.upperBound {
        let next = bytes[index + 1]
        let scalar = UInt32(byte & 0x1F) << 6 | UInt32(next & 0x3F)
        let folded = latin[Int(scalar - 0xC0)]
        if folded != 0 {
          output.append(folded)
        } else if let (first, second) = pair(scalar) {
          output.append(first)
          output.append(second)
        } else {
          output.append(byte)
          output.append(next)
        }
        index += 2
      } else if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x99
      {
        output.append(0x27)
        index += 3
      } else {
        output.append(byte)
        index += 1
      }
    }
  }

  /// The folded form of `text`.
  static func fold(_ text: some StringProtocol) -> [UInt8] {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    append(bytes.span, 0..<bytes.count, to: &output)
    return output
  }
}
