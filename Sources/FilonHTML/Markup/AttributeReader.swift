/// Reads the attributes of one start tag, after the HTML standard (13.2.5.32 to 13.2.5.40).
struct AttributeReader {
  /// An attribute that extraction looks at.
  struct Attribute {
    var key: AttributeKey
    /// Its value as a range of the page, or nil when it has none.
    var value: Range<Int>?
  }

  /// Where the reader stands; at the end, past the `>`.
  private(set) var index: Int
  /// Whether the tag ended in `/>`.
  private(set) var closesItself = false
  /// Keys met: the first of several attributes with one name counts.
  private var seen: UInt32 = 0

  init(at index: Int) { self.index = index }

  /// The next attribute that extraction looks at, or nil at the end of the tag.
  mutating func next(_ page: Span<UInt8>) -> Attribute? {
    let count = page.count
    var isAfterSlash = false
    while index < count {
      let byte = page[index]
      if byte == UInt8(ascii: ">") {
        closesItself = isAfterSlash
        index += 1
        return nil
      }
      if byte <= 0x20 || byte == UInt8(ascii: "/") {
        isAfterSlash = byte == UInt8(ascii: "/")
        index += 1
        continue
      }
      isAfterSlash = false
      let start = index
      repeat { index += 1 } while index < count && !Self.endsName(page[index])
      let name = start..<index
      let value = value(page)
      guard let key = AttributeKey(page, name), seen & 1 << UInt32(key.rawValue) == 0 else {
        continue
      }
      seen |= 1 << UInt32(key.rawValue)
      return Attribute(key: key, value: value)
    }
    return nil
  }

  /// The end of a start tag, past its `>`.
  static func tagEnd(_ page: Span<UInt8>, from nameEnd: Int) -> Int {
    var reader = AttributeReader(at: nameEnd)
    while reader.next(page) != nil {}
    return reader.index
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "/")
  }

  private mutating func value(_ page: Span<UInt8>) -> Range<Int>? {
    let count = page.count
    var cursor = index
    while cursor < count, page[cursor] <= 0x20 { cursor += 1 }
    guard cursor < count, page[cursor] == UInt8(ascii: "=") else { return nil }
    cursor += 1
    while cursor < count, page[cursor] <= 0x20 { cursor += 1 }
    guard cursor < count else {
      index = count
      return nil
    }
    let quote = page[cursor]
    if quote == 0x22 || quote == 0x27 {
      let end = page.firstIndex(of: quote, from: cursor + 1)
      index = min(count, end + 1)
      return cursor + 1..<end
    }
    let start = cursor
    while cursor < count, page[cursor] > 0x20, page[cursor] != UInt8(ascii: ">") { cursor += 1 }
    index = cursor
    return start..<cursor
  }
}
