/// Small repairs of values found in markup.
extension String {
  /// White space runs, no-break spaces among them, as one space each, and none at the ends.
  var collapsedSpaces: String {
    var out = ""
    var isPending = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace || scalar.value == 0x200B || scalar.value == 0xFEFF {
        isPending = true
      } else if scalar.value == 0xAD {
        continue
      } else {
        if isPending, !out.isEmpty { out.unicodeScalars.append(" ") }
        isPending = false
        out.unicodeScalars.append(scalar)
      }
    }
    return out
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
        if scalar.properties.isAlphabetic || (0x30...0x39).contains(value) {
          out += scalar.properties.lowercaseMapping
        }
      } else if scalar.properties.isAlphabetic {
        out += scalar.properties.lowercaseMapping
      }
    }
    return out
  }
}
