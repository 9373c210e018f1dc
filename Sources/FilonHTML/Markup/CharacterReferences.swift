/// Named and numeric character references of HTML.
struct CharacterReferences: Sendable {
  private struct Entry: Sendable {
    let utf8: [UInt8]
    let countsWithoutSemicolon: Bool
  }

  /// A reference found in markup.
  struct Match {
    /// What it stands for.
    let utf8: [UInt8]
    /// Its length, from the ampersand on.
    let length: Int
  }

  static let shared = CharacterReferences()

  private let named: [String: Entry]
  /// Numeric references to the C1 controls mean the windows-1252 characters (HTML standard).
  private let c1: [UInt32]
  private static let longestName = 24

  private init() {
    var named: [String: Entry] = [:]
    for row in EmbeddedTable.entities where row.count >= 2 {
      var text = ""
      for cell in row[1].split(separator: " ") {
        guard let value = UInt32(cell, radix: 16), let scalar = Unicode.Scalar(value) else {
          continue
        }
        text.unicodeScalars.append(scalar)
      }
      named[row[0]] = Entry(
        utf8: Array(text.utf8), countsWithoutSemicolon: row.count > 2 && row[2] == "bare")
    }
    self.named = named
    if case .singleByte(let table) = Charset.windows1252.kind {
      c1 = Array(table.prefix(32))
    } else {
      c1 = []
    }
  }

  /// The character that a C1 control stands for, or the scalar itself.
  func repaired(_ scalar: UInt32) -> UInt32 {
    (0x80..<0xA0).contains(scalar) && !c1.isEmpty ? c1[Int(scalar) - 0x80] : scalar
  }

  /// The reference whose ampersand is at `index`, or nil.
  func match(in bytes: Span<UInt8>, at index: Int) -> Match? {
    guard index + 2 < bytes.count else { return nil }
    return bytes[index + 1] == UInt8(ascii: "#")
      ? numeric(in: bytes, at: index) : name(in: bytes, at: index)
  }

  private func numeric(in bytes: Span<UInt8>, at index: Int) -> Match? {
    var cursor = index + 2
    let isHexadecimal = bytes[cursor] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { cursor += 1 }
    let start = cursor
    var value: UInt32 = 0
    while cursor < bytes.count, cursor - start < 12 {
      let byte = bytes[cursor]
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte - 0x30)
      case 0x41...0x46 where isHexadecimal: digit = UInt32(byte - 0x41 + 10)
      case 0x61...0x66 where isHexadecimal: digit = UInt32(byte - 0x61 + 10)
      default: digit = 99
      }
      if digit == 99 { break }
      value = min(value &* (isHexadecimal ? 16 : 10) &+ digit, 0x11_0000)
      cursor += 1
    }
    guard cursor > start else { return nil }
    if cursor < bytes.count, bytes[cursor] == UInt8(ascii: ";") { cursor += 1 }
    let scalar = Unicode.Scalar(value == 0 ? 0xFFFD : repaired(value)) ?? "\u{FFFD}"
    return Match(utf8: Array(String(scalar).utf8), length: cursor - index)
  }

  private func name(in bytes: Span<UInt8>, at index: Int) -> Match? {
    var cursor = index + 1
    var name: [UInt8] = []
    while cursor < bytes.count, name.count < Self.longestName, isAlphanumeric(bytes[cursor]) {
      name.append(bytes[cursor])
      cursor += 1
    }
    guard name.count > 1 else { return nil }
    if cursor < bytes.count, bytes[cursor] == UInt8(ascii: ";") {
      guard let entry = named[String(decoding: name, as: UTF8.self)] else { return nil }
      return Match(utf8: entry.utf8, length: cursor + 1 - index)
    }
    // Without its semicolon the longest known prefix counts: "&copy2020".
    var length = min(name.count, 8)
    while length > 1 {
      let prefix = String(decoding: name[..<length], as: UTF8.self)
      if let entry = named[prefix], entry.countsWithoutSemicolon {
        return Match(utf8: entry.utf8, length: length + 1)
      }
      length -= 1
    }
    return nil
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
