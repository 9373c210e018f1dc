/// A pull parser for one JSON text (RFC 8259) on bytes.
///
/// The caller asks for what it expects and gets typed values; what it does not want is skipped, but
/// checked all the same. Lone surrogate escapes decode to U+FFFD, since they have no UTF-8; nesting
/// deeper than ``maximumDepth`` is an error, as are numbers that a `Double` cannot hold.
public struct JSONReader {
  /// The kinds of JSON value.
  public enum Kind: String, Sendable { case object, array, string, number, bool, null }

  /// How deep arrays and objects may nest.
  public static let maximumDepth = 512

  /// The bytes that are read.
  public let bytes: [UInt8]
  /// Offset of the next byte.
  public internal(set) var position: Int
  let end: Int
  private(set) var depth = 0

  /// Reads from `bytes`, which hold one JSON value.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = 0
    end = bytes.count
  }

  /// Reads a part of `bytes`, keeping offsets relative to the whole.
  public init(_ bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// An error at the present position, or at `offset`.
  public func failure(_ message: String, at offset: Int? = nil) -> JSONError {
    JSONError(offset: offset ?? position, message: message)
  }

  /// The kind of the next value, which is not consumed.
  public mutating func peek() throws(JSONError) -> Kind {
    skipWhitespace()
    guard position < end else { throw failure("unexpected end of JSON") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: throw failure("unexpected \(describe(bytes[position]))")
    }
  }

  /// Checks that nothing but white space is left.
  public mutating func finish() throws(JSONError) {
    skipWhitespace()
    guard position == end else { throw failure("unexpected text after the value") }
  }

  /// Enters an object, calls `body` with each key, and leaves it. `body` must consume the value.
  public mutating func readObject(
    _ body: (inout JSONReader, JSONKey) throws(JSONError) -> Void
  ) throws(JSONError) {
    try enter(UInt8(ascii: "{"), "an object")
    skipWhitespace()
    if consume(UInt8(ascii: "}")) {
      depth -= 1
      return
    }
    while true {
      skipWhitespace()
      guard position < end, bytes[position] == UInt8(ascii: "\"") else {
        throw failure("expected a key in quotation marks")
      }
      let key = try readKey()
      skipWhitespace()
      guard consume(UInt8(ascii: ":")) else { throw failure("expected ':' after the key") }
      try body(&self, key)
      skipWhitespace()
      if consume(UInt8(ascii: ",")) { continue }
      guard consume(UInt8(ascii: "}")) else { throw failure("expected ',' or '}' in the object") }
      depth -= 1
      return
    }
  }

  /// Enters an array, calls `body` before each element, and leaves it. `body` must consume it.
  public mutating func readArray(
    _ body: (inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try enter(UInt8(ascii: "["), "an array")
    skipWhitespace()
    if consume(UInt8(ascii: "]")) {
      depth -= 1
      return
    }
    while true {
      try body(&self)
      skipWhitespace()
      if consume(UInt8(ascii: ",")) { continue }
      guard consume(UInt8(ascii: "]")) else { throw failure("expected ',' or ']' in the array") }
      depth -= 1
      return
    }
  }

  /// Reads `true` or `false`.
  public mutating func readBool() throws(JSONError) -> Bool {
    skipWhitespace()
    if consume(literal: "true") { return true }
    if consume(literal: "false") { return false }
    throw failure("expected true or false")
  }

  /// Consumes `null` if it is next.
  public mutating func readNull() -> Bool {
    skipWhitespace()
    return consume(literal: "null")
  }

  // MARK: - Parts

  private mutating func enter(_ opening: UInt8, _ what: String) throws(JSONError) {
    skipWhitespace()
    guard consume(opening) else { throw failure("expected \(what)") }
    depth += 1
    guard depth <= Self.maximumDepth else {
      throw failure("nested deeper than \(Self.maximumDepth) levels", at: position - 1)
    }
  }

  @inline(__always) mutating func skipWhitespace() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  @inline(__always) mutating func consume(_ byte: UInt8) -> Bool {
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func consume(literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard position + count <= end else { return false }
    let matches = literal.withUTF8Buffer { wanted in
      (0..<count).allSatisfy { bytes[position + $0] == wanted[$0] }
    }
    if matches { position += count }
    return matches
  }

  func describe(_ byte: UInt8) -> String {
    (0x21...0x7E).contains(byte)
      ? "'\(Character(Unicode.Scalar(byte)))'" : "byte 0x\(String(byte, radix: 16))"
  }
}
