/// Counts what tells prose from lists of links: words, function words, commas, sentence ends.
enum TextMeasure {
  private enum ByteClass: UInt8 {
    case letter, space, comma, stop, other
  }

  private static let classes: [UInt8] = (0...255).map { (byte: Int) -> UInt8 in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: ByteClass.letter.rawValue
    case 0...0x20: ByteClass.space.rawValue
    case 0x2C, 0x3B: ByteClass.comma.rawValue
    case 0x2E, 0x21, 0x3F: ByteClass.stop.rawValue
    default: ByteClass.other.rawValue
    }
  }

  /// The ASCII mark that an East Asian one stands for, or 0.
  private static func eastAsianMark(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8 {
    switch (first, second, third) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): 0x2E
    case (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B): 0x2C
    default: 0
    }
  }

  /// Adds the measures of a text to those of its segment.
  static func add(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to segment: inout Segment, _ isLink: Bool,
    _ isBold: Bool
  ) {
    let stopWords = StopWords.shared
    let classes = classes.span
    var hash = StopWords.seed
    var isInWord = false
    var isAfterSpace = segment.characters == 0
    var characters: Int32 = 0
    var words: Int32 = 0
    var stops: Int32 = 0
    var commas: Int32 = 0
    var sentenceEnds: Int32 = 0
    var ideographs: Int32 = 0
    var last: UInt8 = 0
    for index in range {
      let byte = bytes[index]
      let kind = classes[Int(byte)]
      if kind == ByteClass.letter.rawValue {
        // Quotation marks, dashes and no-break spaces are no letters.
        if byte == 0xE2 || (byte == 0xC2 && index + 1 < range.upperBound && bytes[index + 1] < 0xC0)
        {
          if isInWord {
            isInWord = false
            words += 1
            if stopWords.contains(hash) { stops += 1 }
            hash = StopWords.seed
          }
          characters += 1
          isAfterSpace = false
          if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 2] == 0xA6 { last = 0x2E }
          continue
        }
        if byte >= 0xE3, byte <= 0xEF, index + 2 < range.upperBound {
          // An ideograph says as much as several letters; East Asian marks end sentences.
          characters += byte <= 0xE9 ? 2 : 1
          let mark = Self.eastAsianMark(byte, bytes[index + 1], bytes[index + 2])
          if mark == 0x2C { commas += 1 }
          if mark == 0x2E { sentenceEnds += 1 }
          if byte <= 0xE9, mark == 0 { ideographs += 1 }
          if mark != 0 { last = mark } else { last = byte }
          isInWord = true
          isAfterSpace = false
          continue
        }
        if byte < 0x80 || byte >= 0xC0 { characters += 1 }
        if !isInWord, byte >= 0x80, byte < 0xC0 { continue }
        hash = StopWords.add(byte, to: hash)
        isInWord = true
        isAfterSpace = false
        if byte < 0x80 || byte >= 0xC0 { last = byte }
        continue
      }
      if isInWord {
        isInWord = false
        words += 1
        if stopWords.contains(hash) { stops += 1 }
        hash = StopWords.seed
      }
      if kind == ByteClass.space.rawValue {
        if !isAfterSpace { characters += 1 }
        isAfterSpace = true
        continue
      }
      isAfterSpace = false
      characters += 1
      if kind == ByteClass.comma.rawValue {
        commas += 1
        last = byte
      } else if kind == ByteClass.stop.rawValue {
        if last != byte { sentenceEnds += 1 }
        last = byte
      } else if byte != 0x22, byte != 0x27, byte != 0x29, byte != 0x5D {
        last = byte
      }
    }
    if isInWord {
      words += 1
      if stopWords.contains(hash) { stops += 1 }
    }
    words += ideographs / 2
    segment.characters += characters
    segment.words += words
    segment.stopWords += stops
    segment.commas += commas
    segment.sentenceEnds += sentenceEnds
    if last != 0 { segment.endsSentence = last == 0x2E || last == 0x21 || last == 0x3F }
    if isLink { segment.linkCharacters += characters }
    if isBold { segment.boldCharacters += characters }
  }
}
