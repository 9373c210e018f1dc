extension JSONReader {
  /// Reads a string.
  public mutating func readString() throws(JSONError) -> String {
    skipWhitespace()
    guard consume(UInt8(ascii: "\"")) else { throw failure("expected a string") }
    let start = position
    let run = JSONScanner.plainRun(bytes, from: position, to: end)
    if run.stop < end, bytes[run.stop] == UInt8(ascii: "\"") {
      position = run.stop + 1
      return try decode(bytes.span.extracting(start..<run.stop), reportedAt: start)
    }
    return try decodeEscapes(from: start, run.stop)
  }

  /// Reads a string that is a key, or one of few values.
  mutating func readKey() throws(JSONError) -> JSONKey {
    skipWhitespace()
    let offset = position
    let start = position + 1
    guard position < end, bytes[position] == UInt8(ascii: "\""), start + 16 <= end else {
      return JSONKey(try readString(), offset: offset)
    }
    let (low, high) = bytes.withUnsafeBytes { raw in
      (
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self)),
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
      )
    }
    let inLow = JSONScanner.specials(low) | low & JSONScanner.highs
    let inHigh = JSONScanner.specials(high) | high & JSONScanner.highs
    let count =
      inLow != 0 ? inLow.trailingZeroBitCount / 8 : 8 + inHigh.trailingZeroBitCount / 8
    guard count <= 15, bytes[start + count] == UInt8(ascii: "\"") else {
      return JSONKey(try readString(), offset: offset)
    }
    position = start + count + 1
    return JSONKey(low: low, high: high, count: count, offset: offset)
  }

  /// Reads an array of strings.
  mutating func readStrings() throws(JSONError) -> [String] {
    var strings: [String] = []
    try readArray { (reader) throws(JSONError) in strings.append(try reader.readString()) }
    return strings
  }

  // MARK: - Parts

  private mutating func decodeEscapes(from start: Int, _ stop: Int) throws(JSONError) -> String {
    var stop = stop
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
      stop = JSONScanner.plainRun(bytes, from: position, to: end).stop
    }
    return try decode(decoded.span, reportedAt: start)
  }

  private func decode(
    _ source: Span<UInt8>, reportedAt offset: Int
  ) throws(JSONError) -> String {
    do {
      return String(copying: try UTF8Span(validating: source))
    } catch {
      throw failure("string is not valid UTF-8", at: offset)
    }
  }

  /// Skips a string, checking it.
  mutating func skipString() throws(JSONError) {
    let start = position
    position += 1
    var isASCII = true
    while true {
      let run = JSONScanner.plainRun(bytes, from: position, to: end)
      isASCII = isASCII && run.isASCII
      position = run.stop
      guard position < end else { throw failure("string without an end", at: start) }
      if consume(UInt8(ascii: "\"")) { break }
      guard bytes[position] == UInt8(ascii: "\\") else {
        throw failure("control character in a string")
      }
      var discarded: [UInt8] = []
      try readEscape(into: &discarded)
    }
    guard isASCII || JSONScanner.isUTF8(bytes, start..<position) else {
      throw failure("string is not valid UTF-8", at: start)
    }
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
}
