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
  public private(set) var position: Int
  private let end: Int
  private var depth = 0

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
    _ body: (inout JSONReader, String) throws(JSONError) -> Void
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
      let key = try readString()
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

  /// Reads an integer; fractions, exponents and what does not fit are errors.
  public mutating func readInt() throws(JSONError) -> Int {
    skipWhitespace()
    let start = position
    let negative = consume(UInt8(ascii: "-"))
    var value = 0
    var digits = 0
    while position < end, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10 {
      let (product, overflow1) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow2) = product.addingReportingOverflow(Int(digit))
      guard !overflow1, !overflow2 else { throw failure("integer out of range", at: start) }
      value = sum
      digits += 1
      position += 1
    }
    guard digits > 0 else { throw failure("expected an integer", at: start) }
    guard digits == 1 || bytes[position - digits] != UInt8(ascii: "0") else {
      throw failure("number with a leading zero", at: start)
    }
    if position < end,
      [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[position])
    {
      throw failure("expected an integer", at: start)
    }
    return negative ? -value : value
  }

  /// Reads a number; one that a `Double` cannot hold is an error.
  public mutating func readDouble() throws(JSONError) -> Double {
    skipWhitespace()
    let range = try scanNumber()
    guard let value = Double(String(decoding: bytes[range], as: UTF8.self)), value.isFinite else {
      throw failure("number out of range", at: range.lowerBound)
    }
    return value
  }

  /// Skips the next value, checking it, and returns its bytes' range.
  public mutating func skipValue() throws(JSONError) -> Range<Int> {
    skipWhitespace()
    let start = position
    switch try peek() {
    case .object: try readObject { (reader, _) throws(JSONError) in _ = try reader.skipValue() }
    case .array: try readArray { (reader) throws(JSONError) in _ = try reader.skipValue() }
    case .string: try skipString()
    case .number: _ = try scanNumber()
    case .bool: _ = try readBool()
    case .null: guard readNull() else { throw failure("expected null") }
    }
    return start..<position
  }

  /// Reads a string.
  public mutating func readString() throws(JSONError) -> String {
    skipWhitespace()
    guard consume(UInt8(ascii: "\"")) else { throw failure("expected a string") }
    let start = position
    var stop = JSONScanner.endOfPlainRun(bytes, from: position, to: end)
    if stop < end, bytes[stop] == UInt8(ascii: "\"") {
      position = stop + 1
      return try decode(bytes, start..<stop, reportedAt: start)
    }
    var decoded: [UInt8] = []
    while true {
      decoded.append(contentsOf: bytes[position..<stop])
      position = stop
      guard position < end else { throw failure("string without an end", at: start - 1) }
      if consume(UInt8(ascii: "\"")) { break }
      guard bytes[position] == UInt8(ascii: "\\") else {
        throw failure("control character in a string")
      }
      try readEscape(into: &decoded)
      stop = JSONScanner.endOfPlainRun(bytes, from: position, to: end)
    }
    return try decode(decoded, decoded.indices, reportedAt: start)
  }

  // MARK: - Parts

  private func decode(
    _ source: [UInt8], _ range: Range<Int>, reportedAt offset: Int
  ) throws(JSONError) -> String {
    let text = source.withUnsafeBufferPointer {
      String(validating: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
    }
    guard let text else { throw failure("string is not valid UTF-8", at: offset) }
    return text
  }

  private mutating func skipString() throws(JSONError) {
    let start = position
    position += 1
    var isASCII = true
    while true {
      let stop = JSONScanner.endOfPlainRun(bytes, from: position, to: end)
      if isASCII, !JSONScanner.isASCII(bytes, position..<stop) { isASCII = false }
      position = stop
      guard position < end else { throw failure("string without an end", at: start) }
      if consume(UInt8(ascii: "\"")) { break }
      guard bytes[position] == UInt8(ascii: "\\") else {
        throw failure("control character in a string")
      }
      var discarded: [UInt8] = []
      try readEscape(into: &discarded)
    }
    if !isASCII { _ = try decode(bytes, start..<position, reportedAt: start) }
  }

  private mutating func readEscape(into decoded: inout [UInt8]) throws(JSONError) {
    let start = position
    guard position + 1 < end else { throw failure("string without an end", at: start) }
    let letter = bytes[position + 1]
    position += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(letter)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      var unit = try readHexUnit(escapeAt: start)
      if unit & 0xFC00 == 0xD800, position + 1 < end, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      {
        let rewind = position
        position += 2
        let low = try readHexUnit(escapeAt: rewind)
        if low & 0xFC00 == 0xDC00 {
          unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        } else {
          position = rewind
        }
      }
      let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
      decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: throw failure("unknown escape '\\\(describe(letter))'", at: start)
    }
  }

  private mutating func readHexUnit(escapeAt start: Int) throws(JSONError) -> UInt32 {
    guard position + 4 <= end else { throw failure("incomplete \\u escape", at: start) }
    var unit: UInt32 = 0
    for index in position..<position + 4 {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
        throw failure("\\u escape needs four hexadecimal digits", at: start)
      }
      unit = unit << 4 | UInt32(digit)
    }
    position += 4
    return unit
  }

  private mutating func scanNumber() throws(JSONError) -> Range<Int> {
    let start = position
    _ = consume(UInt8(ascii: "-"))
    let integerStart = position
    let integerDigits = skipDigits()
    guard integerDigits > 0 else { throw failure("expected a number", at: start) }
    guard integerDigits == 1 || bytes[integerStart] != UInt8(ascii: "0") else {
      throw failure("number with a leading zero", at: start)
    }
    if consume(UInt8(ascii: ".")) {
      guard skipDigits() > 0 else { throw failure("number without digits after the point") }
    }
    if consume(UInt8(ascii: "e")) || consume(UInt8(ascii: "E")) {
      if !consume(UInt8(ascii: "+")) { _ = consume(UInt8(ascii: "-")) }
      guard skipDigits() > 0 else { throw failure("number without digits in the exponent") }
    }
    return start..<position
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while position < end, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
    return position - start
  }

  private mutating func enter(_ opening: UInt8, _ what: String) throws(JSONError) {
    skipWhitespace()
    guard consume(opening) else { throw failure("expected \(what)") }
    depth += 1
    guard depth <= Self.maximumDepth else {
      throw failure("nested deeper than \(Self.maximumDepth) levels", at: position - 1)
    }
  }

  @inline(__always) private mutating func skipWhitespace() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  @inline(__always) private mutating func consume(_ byte: UInt8) -> Bool {
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

  private func describe(_ byte: UInt8) -> String {
    (0x21...0x7E).contains(byte)
      ? "'\(Character(Unicode.Scalar(byte)))'" : "byte 0x\(String(byte, radix: 16))"
  }
}
