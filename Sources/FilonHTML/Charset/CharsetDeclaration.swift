/// Finds the character encoding that a page declares in its own bytes.
enum CharsetDeclaration {
  /// Most pages declare within 1 KB, one in eight later; a real declaration past this is unknown.
  private static let searchLimit = 256 << 10

  /// The label of the first `charset=` inside a `<meta`, or of the XML declaration.
  static func find(in bytes: [UInt8]) -> String? {
    let end = min(bytes.count, searchLimit)
    if let label = xmlDeclaration(in: bytes, end: min(end, 256)) { return label }
    var index = 0
    while index + 12 < end {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      guard matches("<meta", in: bytes, at: index) else {
        index += 1
        continue
      }
      var tagEnd = index + 5
      while tagEnd < end, bytes[tagEnd] != UInt8(ascii: ">") { tagEnd += 1 }
      if let label = value(of: "charset", in: bytes, from: index, to: tagEnd) { return label }
      index = tagEnd
    }
    return nil
  }

  private static func xmlDeclaration(in bytes: [UInt8], end: Int) -> String? {
    var start = 0
    while start < end, bytes[start] <= 0x20 { start += 1 }
    guard matches("<?xml", in: bytes, at: start) else { return nil }
    var close = start
    while close < end, bytes[close] != UInt8(ascii: ">") { close += 1 }
    return value(of: "encoding", in: bytes, from: start, to: close)
  }

  /// The value after `name`, optional white space, `=`, and an optional quotation mark.
  private static func value(
    of name: StaticString, in bytes: [UInt8], from start: Int, to end: Int
  ) -> String? {
    var index = start
    while index < end {
      guard matches(name, in: bytes, at: index) else {
        index += 1
        continue
      }
      index += name.utf8CodeUnitCount
      while index < end, bytes[index] <= 0x20 { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < end, bytes[index] <= 0x20 || bytes[index] == 0x22 || bytes[index] == 0x27 {
        index += 1
      }
      let valueStart = index
      while index < end, isLabelByte(bytes[index]) { index += 1 }
      if index > valueStart { return String(decoding: bytes[valueStart..<index], as: UTF8.self) }
    }
    return nil
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }

  /// Whether the bytes at `index` spell `word`, letter case aside.
  private static func matches(_ word: StaticString, in bytes: [UInt8], at index: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    return word.withUTF8Buffer { pattern in
      for offset in 0..<count {
        var byte = bytes[index + offset]
        if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
        if unsafe byte != pattern[offset] { return false }
      }
      return true
    }
  }
}
