/// Small repairs of values found in markup.
extension String {
  /// White space runs, no-break spaces among them, as one space each, and none at the ends.
  var collapsedSpaces: String {
    var out: [UInt8] = []
    out.reserveCapacity(utf8.count)
    var isPending = false
    for scalar in unicodeScalars {
      let value = scalar.value
      if value == 0x20 || (0x09...0x0D).contains(value)
        || (value >= 0x85 && (scalar.properties.isWhitespace || value == 0x200B || value == 0xFEFF))
      {
        isPending = true
      } else if value != 0xAD {
        if isPending, !out.isEmpty { out.append(UInt8(ascii: " ")) }
        isPending = false
        if value < 0x80 {
          out.append(UInt8(value))
        } else {
          out.append(contentsOf: String(scalar).utf8)
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
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

  /// Letters and digits alone, in small letters without marks, for comparing.
  var looseForm: String {
    var out = ""
    for scalar in unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        let lower = value | 0x20
        if (0x30...0x39).contains(value) {
          out.unicodeScalars.append(scalar)
        } else if (0x61...0x7A).contains(lower) {
          out.unicodeScalars.append(Unicode.Scalar(UInt8(lower)))
        }
      } else if scalar.properties.isAlphabetic {
        out += scalar.properties.lowercaseMapping
      }
    }
    return out
  }
}
