/// Folding keys: the text without the differences of case, accents, apostrophes, hyphens, spaces and
/// ligatures that do not tell words apart.
///
/// A key stands beside the text, never in its place: ``FoldedText`` knows the way back.
public enum Folding {
  /// The key of a text: "L’Œuvre d’État" gives "l'oeuvre d'etat".
  public static func key(_ text: some StringProtocol) -> String {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      index += fold(bytes, index, &output)
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the folded form of the scalar at `index`; returns the scalar's length in bytes.
  static func fold(_ bytes: [UInt8], _ index: Int, _ output: inout [UInt8]) -> Int {
    let byte = bytes[index]
    if byte < 0x80 {
      output.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      return 1
    }
    let (scalar, length) = ScalarClass.decode(index, bytes)
    if let folded = replacement(scalar) {
      output.append(contentsOf: folded)
    } else {
      var copy = Array(bytes[index..<index + length])
      LowerCase.fold(&copy)
      output.append(contentsOf: copy)
    }
    return length
  }

  /// What a scalar folds to, nil for itself in lower case.
  private static func replacement(_ scalar: UInt32) -> [UInt8]? {
    switch scalar {
    case 0xC0...0x17F: return latin[Int(scalar - 0xC0)]
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0x300...0x36F, 0xFE00...0xFE0F: return []
    case 0x2018, 0x2019, 0x201B, 0x2BC, 0x2032, 0xB4: return [0x27]
    case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: return [0x22]
    case 0x2010...0x2015, 0x2212: return [0x2D]
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return [0x20]
    case 0x2026: return [0x2E, 0x2E, 0x2E]
    case 0x218, 0x219: return [0x73]
    case 0x21A, 0x21B: return [0x74]
    case 0xFB00: return Array("ff".utf8)
    case 0xFB01: return Array("fi".utf8)
    case 0xFB02: return Array("fl".utf8)
    case 0xFB03: return Array("ffi".utf8)
    case 0xFB04: return Array("ffl".utf8)
    default: return nil
    }
  }

  /// Base letters of U+00C0–U+017F, the original where there is none.
  private static let latin: [[UInt8]?] = {
    let letters =
      "a a a a a a ae c e e e e i i i i d n o o o o o × o u u u u y th ss "
      + "a a a a a a ae c e e e e i i i i d n o o o o o ÷ o u u u u y th y "
      + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h "
      + "i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n "
      + "o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t "
      + "u u u u u u u u u u u u w w y y y z z z z z z s"
    return letters.split(separator: " ").map { Array($0.utf8) }
  }()
}
