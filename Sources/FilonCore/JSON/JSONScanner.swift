/// Byte scanning in words of eight (SWAR) for the JSON reader and writer.
enum JSONScanner {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highs: UInt64 = 0x8080_8080_8080_8080

  @inline(__always) private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- ones) & ~word & highs
  }

  /// The high bit of each byte that is a quotation mark, a backslash or a control character.
  @inline(__always) static func specials(_ word: UInt64) -> UInt64 {
    zeroBytes(word ^ 0x2222_2222_2222_2222) | zeroBytes(word ^ 0x5C5C_5C5C_5C5C_5C5C)
      | ((word &- 0x2020_2020_2020_2020) & ~word & highs)
  }

  /// Offset of the first quotation mark, backslash or control character from `start` on, or `end`,
  /// and whether all bytes before it are ASCII.
  static func plainRun(
    _ bytes: [UInt8], from start: Int, to end: Int
  ) -> (stop: Int, isASCII: Bool) {
    bytes.withUnsafeBytes { raw in
      var index = start
      var union: UInt64 = 0
      while index + 8 <= end {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let found = specials(word)
        guard found == 0 else {
          let count = found.trailingZeroBitCount & ~7
          union |= word & ((1 << UInt64(count)) - 1)
          return (index + count / 8, union & highs == 0)
        }
        union |= word
        index += 8
      }
      while index < end {
        let byte = raw[index]
        if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
        union |= UInt64(byte)
        index += 1
      }
      return (index, union & highs == 0)
    }
  }

  /// Offset of the first quotation mark, backslash or control character from `start` on, or `end`.
  static func endOfPlainRun(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
    var index = start
    while index + 8 <= end {
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found = specials(word)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end {
      let byte = bytes[index]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { return index }
      index += 1
    }
    return end
  }

  /// Offset of the quotation mark that ends a string, or `end`; `start` lies inside the string.
  static func endOfString(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    bytes.withUnsafeBytes { raw in
      var index = start
      while true {
        index = endOfPlainRun(raw, from: index, to: end)
        guard index < end, raw[index] != 0x22 else { return index }
        index = min(index + (raw[index] == 0x5C ? 2 : 1), end)
      }
    }
  }

  /// Whether the bytes of `range` are valid UTF-8.
  static func isUTF8(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    (try? UTF8Span(validating: bytes.span.extracting(range))) != nil
  }
}
