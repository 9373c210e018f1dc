extension JSONReader {
  /// Skips the next value, checking it, and returns its bytes' range.
  public mutating func skipValue() throws(JSONError) -> Range<Int> {
    skipWhitespace()
    let start = position
    // One bit a level that is open: whether it is an object.
    var levels: [Bool] = []
    repeat {
      switch try peek() {
      case .object:
        position += 1
        skipWhitespace()
        if !consume(UInt8(ascii: "}")) {
          try open(isObject: true, &levels)
          try skipKey()
          continue
        }
      case .array:
        position += 1
        skipWhitespace()
        if !consume(UInt8(ascii: "]")) {
          try open(isObject: false, &levels)
          continue
        }
      case .string: try skipString()
      case .number: _ = try scanNumber()
      case .bool: _ = try readBool()
      case .null: guard readNull() else { throw failure("expected null") }
      }
      try closeLevels(&levels)
    } while !levels.isEmpty
    return start..<position
  }

  /// Skips an object or array that will be read, and so checked, later: looks at brackets and
  /// strings only. Another value is skipped as ``skipValue()`` does.
  mutating func skipUnchecked() throws(JSONError) -> Range<Int> {
    let kind = try peek()
    guard kind == .object || kind == .array else { return try skipValue() }
    let start = position
    var open = 0
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): open += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        open -= 1
        if open == 0 {
          position += 1
          return start..<position
        }
      case UInt8(ascii: "\""):
        position = JSONScanner.endOfString(bytes, from: position + 1, to: end)
      default: break
      }
      position += 1
    }
    throw failure("unexpected end of JSON")
  }

  private func open(isObject: Bool, _ levels: inout [Bool]) throws(JSONError) {
    levels.append(isObject)
    guard depth + levels.count <= Self.maximumDepth else {
      throw failure("nested deeper than \(Self.maximumDepth) levels", at: position - 1)
    }
  }

  private mutating func skipKey() throws(JSONError) {
    skipWhitespace()
    guard position < end, bytes[position] == UInt8(ascii: "\"") else {
      throw failure("expected a key in quotation marks")
    }
    try skipString()
    skipWhitespace()
    guard consume(UInt8(ascii: ":")) else { throw failure("expected ':' after the key") }
  }

  /// Behind a value: takes the comma and the next key, or closes what ends here.
  private mutating func closeLevels(_ levels: inout [Bool]) throws(JSONError) {
    while let isObject = levels.last {
      skipWhitespace()
      if consume(UInt8(ascii: ",")) {
        if isObject { try skipKey() }
        return
      }
      if isObject {
        guard consume(UInt8(ascii: "}")) else {
          throw failure("expected ',' or '}' in the object")
        }
      } else {
        guard consume(UInt8(ascii: "]")) else {
          throw failure("expected ',' or ']' in the array")
        }
      }
      levels.removeLast()
    }
  }
}
