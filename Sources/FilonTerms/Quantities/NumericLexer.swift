/// Cuts text into words, runs of digits and symbols, folding words on the way.
///
/// Words are cut after an apostrophe, which they keep ("l'", "d'"), and at every change between
/// letters and digits. White space is dropped; a line break becomes a lexeme of its own.
struct NumericLexer {
  /// Adds the lexemes of `bytes[range]` to `lexemes`.
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, to lexemes: inout [NumericLexeme]
  ) {
    var index = range.lowerBound
    let end = range.upperBound
    var spaces = 0
    while index < end {
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x09 {
        spaces += 1
        index += 1
        continue
      }
      if byte == 0x0A || byte == 0x0D {
        lexemes.append(symbol(0x0A, index, index + 1, spaces, kind: .stop))
        spaces = 0
        index += 1
        continue
      }
      if byte &- 0x30 < 10 {
        index = appendDigits(bytes, index, end, spaces, &lexemes)
        spaces = 0
        continue
      }
      let scalar = FoldedScalar(bytes, index, end)
      switch scalar.kind {
      case .space:
        spaces += 1
        index += scalar.length
      case .symbol:
        lexemes.append(symbol(scalar.value, index, index + scalar.length, spaces))
        spaces = 0
        index += scalar.length
      case .letter:
        index = appendWord(bytes, index, end, spaces, &lexemes)
        spaces = 0
      }
    }
  }

  /// Whether an apostrophe before `index` cuts an elided word ("l'an"), not a possessive ("'s").
  private static func isElision(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int)
    -> Bool
  {
    guard index < end else { return true }
    guard FoldedScalar(bytes, index, end).kind == .letter else { return false }
    guard bytes[index] | 0x20 == 0x73 else { return true }
    return index + 1 < end && FoldedScalar(bytes, index + 1, end).kind == .letter
  }

  private static func symbol(
    _ scalar: UInt32, _ start: Int, _ end: Int, _ spaces: Int,
    kind: NumericLexeme.Kind = .symbol
  ) -> NumericLexeme {
    NumericLexeme(
      start: Int32(start), end: Int32(end), kind: kind, spaced: spaces > 0,
      singleSpace: spaces == 1, capital: false, symbol: scalar,
      hash: (UInt64(scalar) | 1 << 40) &* 0x9E37_79B9_7F4A_7C15, value: 0, mask: 0, node: 0)
  }

  private static func appendDigits(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ spaces: Int,
    _ lexemes: inout [NumericLexeme]
  ) -> Int {
    var index = start
    var value = 0.0
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while index < end, bytes[index] &- 0x30 < 10 {
      if index - start < 15 { value = value * 10 + Double(bytes[index] &- 0x30) }
      hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
      index += 1
    }
    lexemes.append(
      NumericLexeme(
        start: Int32(start), end: Int32(index), kind: .digits, spaced: spaces > 0,
        singleSpace: spaces == 1, capital: false, symbol: 0, hash: hash, value: value, mask: 0,
        node: 0))
    return index
  }

  private static func appendWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ spaces: Int,
    _ lexemes: inout [NumericLexeme]
  ) -> Int {
    var index = start
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var capital = false
    while index < end {
      let scalar = FoldedScalar(bytes, index, end)
      if scalar.kind == .letter {
        if index == start { capital = scalar.isCapital }
        hash = (hash ^ UInt64(scalar.value & 0xFFFF)) &* 0x100_0000_01B3
        if scalar.value > 0xFFFF { hash = (hash ^ UInt64(scalar.value >> 16)) &* 0x100_0000_01B3 }
        index += scalar.length
        continue
      }
      if scalar.kind == .symbol, scalar.value == 0x27,
        isElision(bytes, index + scalar.length, end)
      {
        hash = (hash ^ 0x27) &* 0x100_0000_01B3
        index += scalar.length
      }
      break
    }
    lexemes.append(
      NumericLexeme(
        start: Int32(start), end: Int32(index), kind: .word, spaced: spaces > 0,
        singleSpace: spaces == 1, capital: capital, symbol: 0, hash: hash, value: 0, mask: 0,
        node: 0))
    return index
  }
}
