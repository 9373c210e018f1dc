import FilonCore

/// The state of one tokenisation, with the small tests that its rules are made of.
struct TokenScan {
  let text: AnalyzedText
  let bytes: [UInt8]
  /// Where the text to tokenise ends.
  let end: Int
  /// Where the text to tokenise starts.
  private(set) var start: Int
  private(set) var pieces: [Surface]
  var chunkStart = 0
  /// Whether a single quotation mark was opened and not closed.
  private(set) var singleQuoteIsOpen = false
  private var afterSpace = true
  private var newlines = 0

  init(text: AnalyzedText, end: Int, pieces: [Surface]) {
    self.text = text
    bytes = text.bytes
    self.end = end
    self.pieces = pieces
    start = pieces.last?.end ?? 0
  }

  // MARK: Output

  mutating func noteSpace(_ byte: UInt8) {
    afterSpace = true
    if byte == 0x0A { newlines += 1 }
  }

  mutating func emit(
    _ start: Int, _ end: Int, _ kind: Surface.Kind, part: Surface.Part = .whole,
    abbreviation: UInt8 = 0
  ) {
    if kind == .punctuation, bytes[start] == 0x27 || isSingleQuote(start) {
      singleQuoteIsOpen = afterSpace && !isSpace(end)
    }
    var piece = Surface(start: start, end: end, kind: kind, part: part)
    piece.afterSpace = afterSpace
    piece.newlines = UInt8(clamping: newlines)
    piece.abbreviation = abbreviation
    pieces.append(piece)
    afterSpace = false
    newlines = 0
  }

  private func isSingleQuote(_ index: Int) -> Bool {
    bytes[index] == 0xE2 && byte(index + 1) == 0x80 && byte(index + 2) & 0xFE == 0x98
  }

  // MARK: Tests

  /// The byte at `index`, 0 past the end.
  @inline(__always)
  func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

  func isDigit(_ index: Int) -> Bool { byte(index) &- 0x30 < 10 }

  func isLetter(_ index: Int) -> Bool {
    index < end && ScalarClass.at(index, bytes).scalarClass == .letter
  }

  /// White space or the end.
  func isSpace(_ index: Int) -> Bool {
    index >= end || ScalarClass.at(index, bytes).scalarClass == .space
  }

  /// Anything that cannot go on with a word or a sign: white space, the end, a comma, a full stop.
  func isBoundary(_ index: Int) -> Bool {
    if index > end { return false }
    if isSpace(index) { return true }
    let byte = bytes[index]
    return byte == 0x2C || byte == 0x2E || byte == 0x3B || byte == 0x3A || byte == 0x21
      || byte == 0x3F
  }

  /// Whether the scalar whose first byte is at `index`, or whose last byte is, is a capital.
  func isCapital(_ index: Int) -> Bool {
    guard index >= 0, index < end else { return false }
    var first = index
    while first > 0, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    var position = first
    while position <= index {
      if bytes[position] != text.lower[position] { return true }
      position += 1
    }
    return bytes[first] >= 0xC0 && first + 1 < end && bytes[first + 1] != text.lower[first + 1]
  }

  func isSingleScalar(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    return ScalarClass.decode(start, bytes).length == end - start
  }

  /// Whether, after white space, a digit follows.
  func digitFollows(_ index: Int) -> Bool {
    guard let next = spaceEnd(index) else { return false }
    return isDigit(next)
  }

  /// Whether, after white space, a capital follows.
  func capitalFollows(_ index: Int) -> Bool {
    guard let next = spaceEnd(index) else { return false }
    return isCapital(next)
  }

  /// Where a short stretch of white space ends, or nil.
  private func spaceEnd(_ index: Int) -> Int? {
    var position = index
    while position < end, position < index + 4 {
      let (scalarClass, length) = ScalarClass.at(position, bytes)
      guard scalarClass == .space, bytes[position] != 0x0A else { return position }
      position += length
    }
    return nil
  }

  func sameScalar(_ first: Int, _ second: Int) -> Bool {
    second + 3 <= end && bytes[first] == bytes[second] && bytes[first + 1] == bytes[second + 1]
      && bytes[first + 2] == bytes[second + 2]
  }

  func matches(_ literal: StaticString, at index: Int) -> Bool {
    guard index + literal.utf8CodeUnitCount <= end else { return false }
    return literal.withUTF8Buffer { buffer in
      buffer.indices.allSatisfy { buffer[$0] == text.lower[index + $0] }
    }
  }

  // MARK: Runs

  func digitsEnd(_ index: Int) -> Int {
    var position = index
    while position < end, bytes[position] &- 0x30 < 10 { position += 1 }
    return position
  }

  /// The end of the letters from `index`, looked at no further than ``Tokenizer/reach``.
  func lettersEnd(_ index: Int) -> Int {
    var position = index
    while position < end, position - index < Tokenizer.reach {
      let (scalarClass, length) = ScalarClass.at(position, bytes)
      guard scalarClass == .letter || scalarClass == .mark else { break }
      position += length
    }
    return position
  }

  /// The end of a run of letters, digits, hyphens, apostrophes and slashes.
  func compoundEnd(_ index: Int) -> Int {
    var position = index
    while position < end, position - index < Tokenizer.reach {
      let (scalarClass, length) = ScalarClass.at(position, bytes)
      if scalarClass == .space || scalarClass == .symbol { break }
      if scalarClass == .punctuation, bytes[position] != 0x2F { break }
      position += length
    }
    return position
  }

  /// The end of a number in groups of three digits, "1 234 567", whose first group ends at `index`.
  func groupedDigitsEnd(_ start: Int, _ index: Int) -> Int? {
    guard index - start <= 3 else { return nil }
    var position = index
    while position < end {
      let (scalarClass, length) = ScalarClass.at(position, bytes)
      guard scalarClass == .space, bytes[position] >= 0x20,
        digitsEnd(position + length) == position + length + 3
      else { break }
      position += length + 3
    }
    return position > index ? position : nil
  }

  /// The end of a sign: equal signs and end marks run together, emoji keep their modifiers.
  func signRunEnd(_ start: Int, _ scalarClass: ScalarClass, _ length: Int) -> Int {
    let byte = bytes[start]
    var index = start + length
    if byte == 0x2E || byte == 0x21 || byte == 0x3F {
      while index < end, bytes[index] == 0x2E || bytes[index] == 0x21 || bytes[index] == 0x3F {
        index += 1
      }
      return index
    }
    if byte < 0x80, scalarClass == .symbol || byte == 0x5F || byte == 0x2A {
      guard byte != 0x24, byte != 0x25, byte != 0x26 else { return index }
      while index < end, bytes[index] == byte { index += 1 }
      return index
    }
    return scalarClass == .symbol ? emojiEnd(start, index) : index
  }

  private func emojiEnd(_ start: Int, _ index: Int) -> Int {
    var position = index
    let isFlag = isRegionalIndicator(start)
    if isFlag, isRegionalIndicator(index) { position += 4 }
    while position < end {
      let (scalarClass, length) = ScalarClass.at(position, bytes)
      guard scalarClass == .mark else { break }
      let joins = bytes[position] == 0xE2 && length == 3 && bytes[position + 2] == 0x8D
      position += length
      if joins, position < end {
        let next = ScalarClass.at(position, bytes)
        if next.scalarClass == .symbol { position += next.length }
      }
    }
    return position
  }

  private func isRegionalIndicator(_ index: Int) -> Bool {
    guard index + 4 <= end, bytes[index] == 0xF0 else { return false }
    let scalar = ScalarClass.decode(index, bytes).scalar
    return scalar >= 0x1F1E6 && scalar <= 0x1F1FF
  }

  // MARK: Addresses

  /// The extent of the text up to the next white space, and whether it may hold an address.
  func chunk(from start: Int) -> (end: Int, mayHoldAddress: Bool) {
    var index = start
    var address = false
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0x20 || (0x09...0x0D).contains(byte) || (0x1C...0x1F).contains(byte) { break }
        if byte == 0x40 || byte == 0x3A && self.byte(index + 1) == 0x2F { address = true }
        if byte == 0x77, matches("www.", at: index) { address = true }
        index += 1
      } else {
        let (scalarClass, length) = ScalarClass.at(index, bytes)
        if scalarClass == .space { break }
        index += length
      }
    }
    return (index, address)
  }

  /// The end of a web or mail address that starts at `index`, or nil.
  func addressEnd(_ index: Int, chunkEnd: Int) -> Int? {
    if matches("http://", at: index) || matches("https://", at: index)
      || matches("ftp://", at: index) || matches("www.", at: index) || matches("mailto:", at: index)
    {
      return trimmedEnd(index, chunkEnd)
    }
    return mailEnd(index)
  }

  private func mailEnd(_ index: Int) -> Int? {
    func isPart(_ byte: UInt8) -> Bool {
      byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2E || byte == 0x2D
        || byte == 0x5F || byte == 0x2B
    }
    var position = index
    while position < end, position - index < 64, isPart(bytes[position]) { position += 1 }
    guard position > index, byte(position) == 0x40 else { return nil }
    let host = position + 1
    position = host
    while position < end, position - host < 255, isPart(bytes[position]) { position += 1 }
    while position > host, bytes[position - 1] == 0x2E || bytes[position - 1] == 0x2D {
      position -= 1
    }
    return position > host ? position : nil
  }

  /// `stop` without the punctuation that ends a sentence or closes a bracket.
  private func trimmedEnd(_ index: Int, _ stop: Int) -> Int {
    var position = stop
    while position > index + 4 {
      let byte = bytes[position - 1]
      let closes = byte == 0x29 && !bytes[index..<position].contains(0x28)
      if byte == 0x2E || byte == 0x2C || byte == 0x3B || byte == 0x3A || byte == 0x21
        || byte == 0x3F || byte == 0x22 || byte == 0x27 || byte == 0x3E || byte == 0x5D || closes
      {
        position -= 1
      } else if position >= 3, bytes[position - 3] == 0xE2, bytes[position - 2] == 0x80 {
        position -= 3
      } else if position >= 2, bytes[position - 2] == 0xC2, bytes[position - 1] == 0xBB {
        position -= 2
      } else {
        break
      }
    }
    return position
  }
}
