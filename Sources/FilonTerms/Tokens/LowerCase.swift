/// Lower case by bytes, for letters whose case pairs have equal length in UTF-8.
enum LowerCase {
  /// Lower-cases valid UTF-8 in place: ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic.
  static func fold(_ bytes: inout [UInt8]) {
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte &- 0x41 < 26 { bytes[index] = byte | 0x20 }
        index += 1
      } else if byte < 0xE0, index + 1 < count {
        foldPair(&bytes, index)
        index += 2
      } else {
        index += byte < 0xE0 ? 1 : byte < 0xF0 ? 3 : 4
      }
    }
  }

  private static func foldPair(_ bytes: inout [UInt8], _ index: Int) {
    let scalar = UInt32(bytes[index] & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
    let folded = fold(scalar)
    guard folded != scalar else { return }
    bytes[index] = 0xC0 | UInt8(folded >> 6)
    bytes[index + 1] = 0x80 | UInt8(folded & 0x3F)
  }

  /// The lower case of a scalar of U+0080–U+07FF.
  private static func fold(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE: return scalar + 0x20
    case 0x100...0x12F, 0x132...0x137, 0x14A...0x177: return scalar | 1
    case 0x139...0x148, 0x179...0x17E: return scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x178: return 0xFF
    case 0x218...0x21B: return scalar | 1
    case 0x391...0x3A1, 0x3A3...0x3AB: return scalar + 0x20
    case 0x410...0x42F: return scalar + 0x20
    case 0x400...0x40F: return scalar + 0x50
    default: return scalar
    }
  }
}
