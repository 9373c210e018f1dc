/// Byte scanning in words of eight (SWAR) for the JSON reader and writer.
enum JSONScanner {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  @inline(__always) private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- ones) & ~word & highs
  }

  /// The high bit of each byte that is a quotation mark, a backslash or a control character.
  @inline(__always) static func specials(_ word: UInt64) -> UInt64 {
    zeroBytes(word ^ 0x2222_2222_2222_2222) | zeroBytes(word ^ 0x5C5C_5C5C_5C5C_5C5C)
      | ((word &- 0x2020_2020_2020_2020) & ~word & highs)
  }

  /// Offset of the first quotation mark, backslash or control character from `start` on, or `end`.
  static func endOfPlainRun(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    bytes.withUnsafeBytes { endOfPlainRun($0, from: start, to: end) }
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

  /// Whether all bytes of `range` are below 0x80.
  static func isASCII(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBytes { raw in
      var index = range.lowerBound
      while index + 8 <= range.upperBound {
        if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & highs != 0 { return false }
        index += 8
      }
      while index < range.upperBound {
        if raw[index] >= 0x80 { return false }
        index += 1
      }
      return true
    }
  }
}
