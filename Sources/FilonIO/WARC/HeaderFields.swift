/// Reads the named fields of a WARC or HTTP head: lines `name: value` up to an empty line.
///
/// Lenient as the web needs it: LF or CRLF, any case, blanks around names and values, continuation
/// lines (RFC 9112, 5.2). Lines without a colon are passed over.
struct HeaderFields {
  /// Where the next line starts; after the last field, the first byte behind the empty line.
  private(set) var position: Int
  private let end: Int

  /// Fields between `start` and `end`, which is the end of the head.
  init(from start: Int, to end: Int) {
    position = start
    self.end = end
  }

  /// The ranges of the next name and value, or `nil` after the last.
  mutating func next(_ bytes: [UInt8]) -> (name: Range<Int>, value: Range<Int>)? {
    while position < end {
      let start = position
      var stop = lineEnd(bytes, from: start)
      let isEmpty = Self.trim(bytes, start..<stop).isEmpty
      position = min(stop + 1, end)
      if isEmpty { continue }
      while position < end, Self.isBlank(bytes[position]),
        case let further = lineEnd(bytes, from: position),
        !Self.trim(bytes, position..<further).isEmpty
      {
        stop = further
        position = min(stop + 1, end)
      }
      guard let colon = bytes.firstIndex(of: 0x3A, in: start..<stop) else { continue }
      let name = Self.trim(bytes, start..<colon)
      if !name.isEmpty { return (name, Self.trim(bytes, colon + 1..<stop)) }
    }
    return nil
  }

  /// The end of the head that starts at `start`: the first byte behind the empty line.
  static func end(of bytes: [UInt8], from start: Int, to limit: Int) -> Int? {
    var position = start
    while let feed = bytes.firstIndex(of: 0x0A, in: position..<limit) {
      if feed + 1 < limit, bytes[feed + 1] == 0x0A { return feed + 2 }
      if feed + 2 < limit, bytes[feed + 1] == 0x0D, bytes[feed + 2] == 0x0A { return feed + 3 }
      position = feed + 1
    }
    return nil
  }

  /// Whether the bytes in `range` are `name`, which is in lower case, in any case.
  static func matches(_ bytes: [UInt8], _ range: Range<Int>, _ name: [UInt8]) -> Bool {
    guard range.count == name.count else { return false }
    for offset in name.indices where lower(bytes[range.lowerBound + offset]) != name[offset] {
      return false
    }
    return true
  }

  /// The text of a value: continuation line ends become blanks, invalid UTF-8 is replaced.
  static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    let slice = bytes[range]
    guard slice.contains(0x0A) else { return String(decoding: slice, as: UTF8.self) }
    var joined: [UInt8] = []
    for byte in slice {
      let isSpace = byte == 0x0A || byte == 0x0D || isBlank(byte)
      if !isSpace {
        joined.append(byte)
      } else if joined.last != 0x20 {
        joined.append(0x20)
      }
    }
    return String(decoding: joined, as: UTF8.self)
  }

  /// The number in `range`: digits only, no more than `Int` holds.
  static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    var value = 0
    for index in range {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(digit))
      if overflow || carry { return nil }
      value = sum
    }
    return value
  }

  static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// `range` without blanks and line ends at its edges.
  static func trim(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x0D || byte == 0x0A }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
    bytes.firstIndex(of: 0x0A, in: start..<end) ?? end
  }
}
