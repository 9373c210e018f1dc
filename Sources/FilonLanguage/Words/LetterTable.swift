/// What each scalar of the Basic Multilingual Plane is to the word scanner, by table.
///
/// Letters get a code of one byte within their script, lower and upper case the same one, so that
/// an n-gram of five letters fits in 40 bits whatever the script. Chinese characters and Hangul
/// syllables get two bytes.
struct LetterTable: Sendable {
  /// The kinds of scalars besides letters.
  enum Kind {
    /// White space and punctuation.
    static let gap: UInt16 = 0
    /// Digits of any script.
    static let digit: UInt16 = 0x1000
    /// Symbols: they count against a text's being in a language.
    static let symbol: UInt16 = 0x2000
    /// Marks and invisible characters inside words: passed over.
    static let mark: UInt16 = 0x3000
    /// Apostrophes of any shape.
    static let apostrophe: UInt16 = 0x4000
    /// Letters: the script is in bits 8 to 11, the code in the low byte.
    static let letter: UInt16 = 0x8000
    /// Added to a letter that is a capital.
    static let capital: UInt16 = 0x1000
    /// Letters whose code is two bytes, the high and the low byte of the scalar.
    static let wideLetter: UInt16 = 0xC000
  }

  /// Entries of U+0000–U+07FF.
  let low: [UInt16]
  /// Entries of U+1E00–U+1EFF.
  let latinAdditional: [UInt16]
  /// Entries of whole rows of 256 scalars, for the rest.
  let rows: [UInt16]

  /// The table.
  static let standard = LetterTable()

  private init() {
    var low = [UInt16](repeating: Kind.gap, count: 0x800)
    var additional = [UInt16](repeating: Self.letter(.latin, LatinAlphabet.otherLetter), count: 256)
    Self.fillSymbols(&low)
    for value in 0xC0..<0x250 where value != 0xD7 && value != 0xF7 {
      low[value] = Self.letter(.latin, LatinAlphabet.otherLetter)
    }
    for value in 0x300..<0x370 { low[value] = Kind.mark }
    for (index, scalar) in LatinAlphabet.letters.unicodeScalars.enumerated() where scalar != "'" {
      let entry = Self.letter(.latin, UInt8(index + 1))
      let upper = scalar.properties.uppercaseMapping.unicodeScalars
      for form in upper.count == 1 ? [scalar] + upper : [scalar] {
        switch form.value {
        case 0x49 where index > 26: break  // I is the capital of i, not of ı
        case 0..<0x800: low[Int(form.value)] = form == scalar ? entry : entry | Kind.capital
        case 0x1E00..<0x1F00:
          additional[Int(form.value) - 0x1E00] = form == scalar ? entry : entry | Kind.capital
        default: break
        }
      }
    }
    low[0x130] = low[0x49]  // İ folds to i; its lower-case mapping has two scalars
    additional[0x9E] = low[0xDF]  // capital ẞ
    Self.fillOtherAlphabets(&low)

    var rows = [UInt16](repeating: Self.letter(.other, 1), count: 256)
    for row in 0x20...0x2F { rows[row] = row < 0x2C ? Kind.symbol : Self.letter(.other, 1) }
    rows[0x20] = Kind.gap
    rows[0x09] = Self.letter(.devanagari, 0)
    rows[0x1F] = Self.letter(.greek, 0)
    rows[0x30] = Self.letter(.eastAsian, 0)
    for row in 0x34...0x9F { rows[row] = Kind.wideLetter | UInt16(Script.eastAsian.rawValue) << 8 }
    for row in 0xAC...0xD7 { rows[row] = Kind.wideLetter | UInt16(Script.hangul.rawValue) << 8 }
    for row in 0xD8...0xFF { rows[row] = Kind.symbol }
    rows[0xF9] = Kind.wideLetter | UInt16(Script.eastAsian.rawValue) << 8
    self.low = low
    latinAdditional = additional
    self.rows = rows
  }

  private static func letter(_ script: Script, _ code: UInt8) -> UInt16 {
    Kind.letter | UInt16(script.rawValue) << 8 | UInt16(code)
  }

  private static func fillSymbols(_ low: inout [UInt16]) {
    for scalar in "+*=<>%$#@^~|\\/_{}[]&`¢£¤¥¦§¨©¬®¯°±´µ¶¸×÷".unicodeScalars {
      low[Int(scalar.value)] = Kind.symbol
    }
    for scalar in "0123456789²³¹¼½¾".unicodeScalars { low[Int(scalar.value)] = Kind.digit }
    for value in [0x27, 0x60, 0xB4, 0x92, 0x2BC, 0x2B9] { low[value] = Kind.apostrophe }
    low[0xAD] = Kind.mark  // soft hyphen
  }

  private static func fillOtherAlphabets(_ low: inout [UInt16]) {
    for value in 0x370..<0x400 {
      let lower = (0x391...0x3A9).contains(value) ? value + 0x20 : value
      low[value] = letter(.greek, UInt8(lower - 0x36F))
    }
    for value in 0x400..<0x530 {
      let code =
        switch value {
        case 0x400..<0x410: value + 0x50 - 0x42F
        case 0x410..<0x430: value + 0x20 - 0x42F
        case 0x430..<0x460: value - 0x42F
        default: 0x31 + (value - 0x460) / 2
        }
      low[value] = letter(.cyrillic, UInt8(code)) | (value < 0x430 ? Kind.capital : 0)
    }
    for value in 0x483..<0x48A { low[value] = Kind.mark }
    for value in 0x531..<0x590 { low[value] = letter(.other, 1) }
    for value in 0x591..<0x5D0 { low[value] = Kind.mark }
    for value in 0x5D0..<0x5F3 { low[value] = letter(.hebrew, UInt8(value - 0x5CF)) }
    for value in 0x620..<0x700 { low[value] = letter(.arabic, UInt8(value - 0x600)) }
    for value in [0x640, 0x670] + Array(0x64B..<0x660) { low[value] = Kind.mark }
    for value in Array(0x660..<0x66A) + Array(0x6F0..<0x6FA) { low[value] = Kind.digit }
    for value in [0x66A, 0x66B, 0x66C, 0x66D, 0x6D4] { low[value] = Kind.gap }
    for value in 0x6D6..<0x6EE { low[value] = Kind.mark }
    for value in 0x700..<0x800 { low[value] = letter(.other, 1) }
  }

  /// The entry of a scalar of three UTF-8 bytes, U+0800–U+FFFF.
  @inline(__always) func threeByteEntry(_ scalar: Int) -> UInt16 {
    let row = scalar >> 8
    if row == 0x1E { return latinAdditional[scalar & 0xFF] }
    let entry = rows[row]
    switch row {
    case 0x20: return Self.generalPunctuation(scalar)
    case 0x09:
      if scalar >= 0x980 { return Self.letter(.other, 1) }
      return scalar >= 0x964 && scalar <= 0x96F ? Kind.gap : entry | UInt16(scalar & 0x7F)
    case 0x1F: return entry | UInt16(max(1, scalar & 0xFF))
    case 0x30: return scalar < 0x3041 ? Kind.gap : entry | UInt16(scalar & 0xFF)
    default: return entry
    }
  }

  private static func generalPunctuation(_ scalar: Int) -> UInt16 {
    switch scalar {
    case 0x2018, 0x2019, 0x201B, 0x2032: Kind.apostrophe
    case 0x200B, 0x200D, 0x2060: Kind.mark
    case 0x2020...0x2023, 0x2030...0x205F, 0x2070...0x20FF:
      scalar == 0x2039 || scalar == 0x203A ? Kind.gap : Kind.symbol
    default: Kind.gap
    }
  }
}
