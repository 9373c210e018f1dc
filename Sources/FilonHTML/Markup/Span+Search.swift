internal import Glibc

/// Searches in the raw bytes of a page.
extension Span where Element == UInt8 {
  /// The offset of the first `byte` at or after `start`, or the end.
  func firstIndex(of byte: UInt8, from start: Int) -> Int {
    guard start < count else { return count }
    return unsafe withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
      else { return bytes.count }
      return unsafe UnsafeRawPointer(base).distance(to: found)
    }
  }

  /// The offset after the first `>` at or after `start`, or the end.
  func pastTag(from start: Int) -> Int {
    Swift.min(count, firstIndex(of: UInt8(ascii: ">"), from: start) + 1)
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
  func firstEndTag(_ name: TagName, from start: Int) -> Int {
    var index = start
    while true {
      index = firstIndex(of: UInt8(ascii: "<"), from: index)
      guard index + 2 < count else { return count }
      if self[index + 1] == UInt8(ascii: "/"), TagName(self, at: index + 2) == name { return index }
      index += 1
    }
  }

  /// The end of the comment, conditional section or document type that starts at `index`.
  func declarationEnd(at index: Int) -> Int {
    if hasPrefix("<!--", at: index) {
      if hasPrefix(">", at: index + 4) { return index + 5 }
      if hasPrefix("->", at: index + 4) { return index + 6 }
      var cursor = index + 4
      while true {
        cursor = firstIndex(of: UInt8(ascii: "-"), from: cursor)
        guard cursor < count else { return count }
        if hasPrefix("-->", at: cursor) { return cursor + 3 }
        if hasPrefix("--!>", at: cursor) { return cursor + 4 }
        cursor += 1
      }
    }
    return pastTag(from: index)
  }

  /// The end of a script's contents and of its end tag. Inside `<!--`, a nested `<script` must be
  /// closed first (HTML standard, script data double escaped state).
  func scriptEnd(from start: Int) -> (contentEnd: Int, end: Int) {
    var cursor = start
    var isCommented = false
    var isNested = false
    while cursor < count {
      if !isCommented {
        cursor = firstIndex(of: UInt8(ascii: "<"), from: cursor)
        guard cursor < count else { break }
      }
      let byte = self[cursor]
      if byte == UInt8(ascii: "<") {
        if hasPrefix("<!--", at: cursor) {
          isCommented = true
        } else if isCommented, hasPrefix("<script", at: cursor) {
          isNested = true
        } else if hasPrefix("</script", at: cursor) {
          if !isNested { return (cursor, pastTag(from: cursor)) }
          isNested = false
        }
      } else if byte == UInt8(ascii: "-"), hasPrefix("-->", at: cursor) {
        isCommented = false
        isNested = false
      }
      cursor += 1
    }
    // A commented script that is never closed: take the first end tag after all.
    guard isCommented || isNested else { return (count, count) }
    let close = firstEndTag(.script, from: start)
    return (close, pastTag(from: close))
  }

  /// Number of words between hyphens and underscores in a range.
  func wordCount(_ range: Range<Int>) -> Int {
    var words = 1
    for index in range where self[index] == 0x2D || self[index] == 0x5F { words += 1 }
    return words
  }

  /// Whether a style attribute hides its element: `display:none` or `visibility:hidden`.
  func hides(_ range: Range<Int>) -> Bool {
    for index in range {
      let byte = self[index] | 0x20
      if byte == UInt8(ascii: "d"), declares("display:none", in: index..<range.upperBound) {
        return true
      }
      if byte == UInt8(ascii: "v"), declares("visibility:hidden", in: index..<range.upperBound) {
        return true
      }
    }
    return false
  }

  /// Whether a range starts with `word`, white space and letter case aside.
  private func declares(_ word: StaticString, in range: Range<Int>) -> Bool {
    var offset = 0
    for index in range {
      var byte = self[index]
      if byte <= 0x20 { continue }
      if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
      guard unsafe byte == word.utf8Start[offset] else { return false }
      offset += 1
      if offset == word.utf8CodeUnitCount { return true }
    }
    return false
  }
}
