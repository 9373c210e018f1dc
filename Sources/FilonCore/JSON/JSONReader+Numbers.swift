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

  /// Reads a number; one that a `Double` cannot hold is an error.
  public mutating func readDouble() throws(JSONError) -> Double {
    skipWhitespace()
    let range = try scanNumber()
    guard let value = Double(String(decoding: bytes[range], as: UTF8.self)), value.isFinite else {
      throw failure("number out of range", at: range.lowerBound)
    }
    return value
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
