/// Small repairs of values found in markup.
extension String {
  /// White space runs, no-break spaces among them, as one space each, and none at the ends.
  var collapsedSpaces: String {
    if isPlainlySpaced { return self }
    var out: [UInt8] = []
    out.reserveCapacity(utf8.count)
    var isPending = false
    for scalar in unicodeScalars {
      let value = scalar.value
      if value <= 0x20 ? value == 0x20 || (0x09...0x0D).contains(value) : Self.isSpace(value) {
        isPending = true
      } else if value != 0xAD {
        if isPending, !out.isEmpty { out.append(UInt8(ascii: " ")) }
        isPending = false
        if value < 0x80 {
          out.append(UInt8(value))
        } else {
          out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// White space beyond ASCII, with the two that have no width.
  private static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// Whether there is nothing but ASCII, with single spaces inside.
  private var isPlainlySpaced: Bool {
    var previous: UInt8 = 0x20
    for byte in utf8 {
      if byte >= 0x80 || byte < 0x20 || byte == 0x20 && previous == 0x20 { return false }
      previous = byte
    }
    return previous != 0x20
  }

  /// No-break spaces as plain ones, and white space collapsed.
  var replacingNoBreakSpaces: String {
    utf8.contains(0xC2) || utf8.contains(0xE2) ? collapsedSpaces : self
  }

  /// Character references resolved once more, for values that were escaped twice.
  var unescapedReferences: String {
    guard utf8.contains(UInt8(ascii: "&")) || utf8.contains(0xC2) else { return self }
    let bytes = Array(utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    let span = bytes.span
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"),
        let match = CharacterReferences.shared.match(in: span, at: index)
      {
        out.append(contentsOf: match.utf8)
        index += match.length
      } else if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] < 0xA0 {
        // A C1 control stands for a windows-1252 character.
        let scalar = CharacterReferences.shared.repaired(UInt32(bytes[index + 1]))
        out.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
        index += 2
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Letters and digits alone, in small letters, for comparing.
  var looseForm: String {
    var out: [UInt8] = []
    out.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        let lower = value | 0x20
        if (0x30...0x39).contains(value) || (0x61...0x7A).contains(lower) {
          out.append(UInt8(value < 0x40 ? value : lower))
        }
      } else if value < 0x250 {
        out.append(contentsOf: Self.looseLetters[Int(value) - 0x80])
      } else if scalar.properties.isAlphabetic {
        out.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The letters U+0080 to U+024F as small letters; nothing for what is no letter.
  private static let looseLetters: [[UInt8]] = (0x80..<0x250).map { (value: UInt32) in
    guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { return [] }
    return Array(scalar.properties.lowercaseMapping.utf8)
  }
}

extension StringProtocol {
  /// The first place where `text` stands, byte by byte.
  func firstRange(of text: String) -> Range<Index>? {
    let bytes = utf8
    guard let first = text.utf8.first else { return nil }
    var start = bytes.startIndex
    while let place = bytes[start...].firstIndex(of: first) {
      if bytes[place...].starts(with: text.utf8) {
        return place..<bytes.index(place, offsetBy: text.utf8.count)
      }
      start = bytes.index(after: place)
    }
    return nil
  }
}
