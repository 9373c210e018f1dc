extension JSONReader {
  /// Reads an integer; fractions, exponents and what does not fit are errors.
  public mutating func readInt() throws(JSONError) -> Int {
    skipWhitespace()
    let start = position
    let isNegative = consume(UInt8(ascii: "-"))
    let first = position
    var value = 0
    while position < end, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10 {
      if position - first < 18 {
        value = value &* 10 &+ Int(digit)
      } else {
        let (product, overflow1) = value.multipliedReportingOverflow(by: 10)
        let (sum, overflow2) = product.addingReportingOverflow(Int(digit))
        guard !overflow1, !overflow2 else { throw failure("integer out of range", at: start) }
        value = sum
      }
      position += 1
    }
    guard position > first else { throw failure("expected an integer", at: start) }
    guard position == first + 1 || bytes[first] != UInt8(ascii: "0") else {
      throw failure("number with a leading zero", at: start)
    }
    if position < end, case let next = bytes[position],
      next == UInt8(ascii: ".") || next | 0x20 == UInt8(ascii: "e")
    {
      throw failure("expected an integer", at: start)
    }
    return isNegative ? -value : value
  }

  /// Reads an array of integers.
  mutating func readInts() throws(JSONError) -> [Int] {
    var integers: [Int] = []
    try readArray { (reader) throws(JSONError) in integers.append(try reader.readInt()) }
    return integers
  }

  /// Reads an array of two integers; nil for an array of another length.
  mutating func readPair() throws(JSONError) -> (first: Int, second: Int)? {
    var (first, second, count) = (0, 0, 0)
    try readArray { (reader) throws(JSONError) in
      (first, second, count) = (second, try reader.readInt(), count + 1)
    }
    return count == 2 ? (first, second) : nil
  }

  /// Reads a number; one that a `Double` cannot hold is an error.
  public mutating func readDouble() throws(JSONError) -> Double {
    skipWhitespace()
    let range = try scanNumber()
    if let value = shortDouble(range) { return value }
    guard let value = Double(String(decoding: bytes[range], as: UTF8.self)), value.isFinite else {
      throw failure("number out of range", at: range.lowerBound)
    }
    return value
  }

  /// The value of up to 15 digits with or without a point: both the digits and the power of ten are
  /// exact, so that their quotient is rounded once (W. D. Clinger, 1990, "How to read floating point
  /// numbers accurately").
  private func shortDouble(_ range: Range<Int>) -> Double? {
    guard range.count <= 16 else { return nil }
    var digits = 0
    var scale = 1.0
    var isFraction = false
    for byte in bytes[range] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
        if isFraction { scale *= 10 }
      case UInt8(ascii: "."): isFraction = true
      default: return nil
      }
    }
    guard digits < 1 << 53 else { return nil }
    return Double(digits) / scale
  }

  /// Checks a number and gives its bytes.
  mutating func scanNumber() throws(JSONError) -> Range<Int> {
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
}
