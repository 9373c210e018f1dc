/// Reads JSON as pages really write it.
///
/// Raw control characters in strings, trailing commas, comments, markup around the document and a
/// missing end are all forgiven: whatever was read until then is the value. Bounded in depth.
struct TolerantJSONReader {
  private static let maximumDepth = 64
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  /// Reads from a slice of a page.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The values of the document, usually one.
  mutating func readAll() -> [JSONValue] {
    var values: [JSONValue] = []
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        if let value = value(depth: 0) { values.append(value) }
      } else {
        index += 1
      }
    }
    return values
  }

  private mutating func skipBlank() {
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") {
        index += 1
      } else if byte == UInt8(ascii: "/"), index + 1 < bytes.endIndex,
        bytes[index + 1] == UInt8(ascii: "*")
      {
        index += 2
        while index + 1 < bytes.endIndex,
          bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/")
        { index += 1 }
        index = min(index + 2, bytes.endIndex)
      } else if byte == UInt8(ascii: "/"), index + 1 < bytes.endIndex,
        bytes[index + 1] == UInt8(ascii: "/")
      {
        while index < bytes.endIndex, bytes[index] != 0x0A { index += 1 }
      } else {
        return
      }
    }
  }

  private mutating func value(depth: Int) -> JSONValue? {
    skipBlank()
    guard index < bytes.endIndex, depth < Self.maximumDepth else {
      index = bytes.endIndex
      return nil
    }
    switch bytes[index] {
    case UInt8(ascii: "{"):
      index += 1
      return object(depth: depth)
    case UInt8(ascii: "["):
      index += 1
      return array(depth: depth)
    case UInt8(ascii: "\""):
      index += 1
      return .string(string())
    default: return word()
    }
  }

  private mutating func object(depth: Int) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = []
    while true {
      skipBlank()
      guard index < bytes.endIndex else { return .object(members) }
      let byte = bytes[index]
      if byte == UInt8(ascii: "}") {
        index += 1
        return .object(members)
      }
      guard byte == UInt8(ascii: "\"") else {
        index += 1
        continue
      }
      index += 1
      let key = string()
      skipBlank()
      guard index < bytes.endIndex, bytes[index] == UInt8(ascii: ":") else { continue }
      index += 1
      guard let value = value(depth: depth + 1) else { return .object(members) }
      members.append((key, value))
    }
  }

  private mutating func array(depth: Int) -> JSONValue {
    var elements: [JSONValue] = []
    while true {
      skipBlank()
      guard index < bytes.endIndex else { return .array(elements) }
      if bytes[index] == UInt8(ascii: "]") {
        index += 1
        return .array(elements)
      }
      if bytes[index] == UInt8(ascii: "}") { return .array(elements) }
      guard let value = value(depth: depth + 1) else { return .array(elements) }
      elements.append(value)
    }
  }

  private mutating func word() -> JSONValue {
    let start = index
    while index < bytes.endIndex {
      switch bytes[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F, 0x80...0xFF: index += 1
      default:
        if index == start { index += 1 }
        return named(bytes[start..<index])
      }
    }
    return named(bytes[start..<index])
  }

  private func named(_ word: ArraySlice<UInt8>) -> JSONValue {
    let text = String(decoding: word, as: UTF8.self)
    switch text.lowercased() {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null", "undefined": return .null
    default: return .number(text)
    }
  }

  /// The string whose opening quotation mark has been read.
  private mutating func string() -> String {
    var out: [UInt8] = []
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\"), index < bytes.endIndex {
        escape(into: &out)
      } else {
        out.append(byte < 0x20 ? 0x20 : byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private mutating func escape(into out: inout [UInt8]) {
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"):
      out.append(0x20)
    case UInt8(ascii: "u"):
      guard var unit = hexadecimal() else { return }
      if (0xD800..<0xDC00).contains(unit), index + 1 < bytes.endIndex,
        bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
      {
        index += 2
        guard let low = hexadecimal() else { return }
        if (0xDC00..<0xE000).contains(low) {
          unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        }
      }
      out.append(contentsOf: String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
    default: out.append(byte)
    }
  }

  private mutating func hexadecimal() -> UInt32? {
    guard index + 4 <= bytes.endIndex else { return nil }
    let digits = String(decoding: bytes[index..<(index + 4)], as: UTF8.self)
    guard let value = UInt32(digits, radix: 16) else { return nil }
    index += 4
    return value
  }
}
