/// Searches in the raw bytes of a page.
extension Span where Element == UInt8 {
  /// The offset of the first `byte` at or after `start`, or the end.
  func firstIndex(of byte: UInt8, from start: Int) -> Int {
    var index = start
    while index < count, self[index] != byte { index += 1 }
    return Swift.min(index, count)
  }

  /// Whether the bytes at `index` spell `word` (which is in lower case), letter case aside.
  func hasPrefix(_ word: StaticString, at index: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard index + length <= count else { return false }
    for offset in 0..<length {
      var byte = self[index + offset]
      if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
      if unsafe byte != word.utf8Start[offset] { return false }
    }
    return true
  }

  /// Whether `word` occurs inside the range, letter case aside.
  func contains(_ word: StaticString, from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end {
      if hasPrefix(word, at: index) { return true }
      index += 1
    }
    return false
  }

  /// The offset of the first end tag of that name at or after `start`, or the end.
  func firstEndTag(_ name: String, from start: Int) -> Int {
    let pattern = Array(name.utf8)
    var index = start
    while true {
      index = firstIndex(of: UInt8(ascii: "<"), from: index)
      guard index + 2 + pattern.count <= count else { return count }
      if self[index + 1] == UInt8(ascii: "/") {
        var offset = 0
        while offset < pattern.count {
          var byte = self[index + 2 + offset]
          if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
          if byte != pattern[offset] { break }
          offset += 1
        }
        let next = index + 2 + offset
        if offset == pattern.count, next >= count || !isNameByte(self[next]) { return index }
      }
      index += 1
    }
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D
  }
}
