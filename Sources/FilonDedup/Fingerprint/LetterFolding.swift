// The standard library's own normaliser, as in FilonCore.
@_spi(_Unicode) import Swift

/// What a scalar becomes when case, accents and ligatures are folded away.
///
/// Latin letters with marks become their base letters, so that composed and decomposed text
/// (UAX #15) fold alike once combining marks are skipped.
struct LetterFolding: Sendable {
  static let standard = LetterFolding()

  /// What a table entry says, apart from one or two folded letters.
  enum Special {
    /// The scalar separates words.
    static let separator: UInt16 = 0
    /// The scalar belongs to a word and stays as it is.
    static let asIs: UInt16 = 0xFFFF
  }

  /// What a byte has in ``bytes`` when it begins or continues a scalar beyond ASCII.
  static let wide: UInt8 = 1

  /// For each byte: the lower-case letter or digit, 0 for a separator, ``wide`` beyond ASCII.
  let bytes: [UInt8]
  /// For each ASCII separator: what it is between two words.
  let gaps: [UInt8]
  /// For the scalars U+0080–U+024F, then U+1E00–U+1EFF: first letter, second letter << 8.
  let latin: [UInt16]
  /// For each lower-case letter: its class in a consonant skeleton, 0 for vowels and `h`.
  let skeleton: [UInt8]

  static let latinEnd: UInt32 = 0x250
  static let additional: Range<UInt32> = 0x1E00..<0x1F00

  private init() {
    bytes = (0...255).map { (byte: UInt8) in
      switch byte {
      case 0x30...0x39, 0x61...0x7A: byte
      case 0x41...0x5A: byte | 0x20
      case 0x80...0xFF: Self.wide
      default: 0
      }
    }
    var gaps = [WordGap](repeating: .joiner, count: 256)
    for (kind, bytes) in Self.separators {
      for byte in bytes.description.utf8 { gaps[Int(byte)] = kind }
    }
    self.gaps = gaps.map(\.rawValue)
    let scalars = Array(0x80..<Self.latinEnd) + Array(Self.additional)
    latin = scalars.map(Self.fold)
    var classes = [UInt8](repeating: 0, count: 128)
    for letter in "bcdfgjklmnpqrstvwxz".utf8 { classes[Int(letter)] = letter }
    for (letter, like) in zip("kqzw".utf8, "ccsv".utf8) { classes[Int(letter)] = like }
    skeleton = classes
  }

  private static let separators: [(kind: WordGap, bytes: StaticString)] = [
    (.space, " \t"), (.lineBreak, "\n\r"), (.comma, ","), (.point, "."), (.stop, "!?:;\"([*"),
  ]

  /// Whether a scalar up to U+024F is taken for a capital letter.
  @inline(__always)
  static func isUpper(_ scalar: Int) -> Bool {
    (0xC0...0xDE).contains(scalar) || scalar == 0x152
  }

  private static let ligatures: [(scalar: UInt32, letters: StaticString)] = [
    (0xDF, "ss"), (0xC6, "ae"), (0xE6, "ae"), (0x152, "oe"), (0x153, "oe"), (0xD8, "o"),
    (0xF8, "o"), (0x110, "d"), (0x111, "d"), (0x141, "l"), (0x142, "l"), (0x131, "i"),
    (0xAA, "a"), (0xBA, "o"), (0xD0, "d"), (0xF0, "d"), (0xDE, "th"), (0xFE, "th"),
  ]

  private static func fold(_ value: UInt32) -> UInt16 {
    if let entry = ligatures.first(where: { $0.scalar == value }) {
      return packed(Array(entry.letters.description.utf8))
    }
    guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else {
      return Special.separator
    }
    let base = String(String.UnicodeScalarView(String(scalar)._nfd)).unicodeScalars.first ?? scalar
    let lower = Array(base.properties.lowercaseMapping.utf8)
    return lower.count == 1 ? packed(lower) : Special.asIs
  }

  private static func packed(_ letters: [UInt8]) -> UInt16 {
    let second = letters.count > 1 ? UInt16(letters[1]) << 8 : 0
    return UInt16(letters[0]) | second
  }
}
