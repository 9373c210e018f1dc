/// Cuts text into folded words and passes over what belongs to no language.
///
/// In one pass: case is folded, apostrophes are unified and end a word (`l'` + `homme`), tags,
/// character references, web and mail addresses, handles, code-like tokens, and Latin words glued to
/// digits are dropped.
struct WordScanner {
  private let table: LetterTable
  private var word = Word()
  private var wordStart = 0
  /// The run of letters touches a digit.
  private var glued = false
  private var afterDigit = false

  /// Longest stretch looked at to judge a token.
  private static let tokenWindow = 256
  /// Longest tag that is skipped.
  private static let tagWindow = 512

  /// Makes a scanner.
  init(table: LetterTable = .standard) { self.table = table }

  /// Scans `bytes[range]`, which starts and ends on scalar boundaries.
  mutating func scan<Sink: WordSink>(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into sink: inout Sink
  ) {
    var index = range.lowerBound
    let end = range.upperBound
    var atTokenStart = true
    word.count = 0
    glued = false
    afterDigit = false
    while index < end {
      let lead = bytes[index]
      if atTokenStart, lead > 0x20 {
        atTokenStart = false
        let next = Self.endOfJunk(bytes, index, end)
        if next > index {
          for _ in 0..<min(4, next - index) { sink.addNonLetter() }
          index = next
          atTokenStart = true
          while index < end, bytes[index] & 0xC0 == 0x80 { index &+= 1 }
          continue
        }
      }
      var entry: UInt16
      var scalar = Int(lead)
      let start = index
      if lead < 0x80 {
        entry = table.low[Int(lead)]
        index &+= 1
        if lead <= 0x20 { atTokenStart = true }
      } else if lead < 0xE0 {
        guard index &+ 1 < end else { break }
        scalar = Int(lead & 0x1F) << 6 | Int(bytes[index &+ 1] & 0x3F)
        entry = table.low[scalar]
        index &+= 2
      } else if lead < 0xF0 {
        guard index &+ 2 < end else { break }
        scalar =
          Int(lead & 0x0F) << 12 | Int(bytes[index &+ 1] & 0x3F) << 6
          | Int(bytes[index &+ 2] & 0x3F)
        entry = table.threeByteEntry(scalar)
        index &+= 3
      } else {
        entry = LetterTable.Kind.symbol
        index &+= 4
      }
      if entry >= LetterTable.Kind.letter {
        addLetter(entry, scalar, start, &sink)
      } else if entry == LetterTable.Kind.gap {
        endWord(&sink)
        afterDigit = false
      } else {
        addOther(entry, lead, &sink)
        if lead == 0x3C || lead == 0x26 { index = Self.endOfMarkup(bytes, start, end) }
      }
    }
    endWord(&sink)
  }

  @inline(__always) private mutating func addLetter<Sink: WordSink>(
    _ entry: UInt16, _ scalar: Int, _ start: Int, _ sink: inout Sink
  ) {
    let script = Script(rawValue: UInt8(truncatingIfNeeded: entry >> 8 & 0x0F)) ?? .other
    if word.count == 0 {
      word.script = script
      word.isCapitalized = entry & LetterTable.Kind.capital != 0
      word.capitals = 0
      wordStart = start
      glued = afterDigit
    } else if script != word.script || (script == .eastAsian && word.count > 36) {
      endWord(&sink)
      word.script = script
      word.isCapitalized = entry & LetterTable.Kind.capital != 0
      word.capitals = 0
      wordStart = start
    }
    if entry >= LetterTable.Kind.wideLetter {
      word.append(UInt8(truncatingIfNeeded: scalar >> 8))
      word.append(max(1, UInt8(truncatingIfNeeded: scalar)))
    } else {
      word.append(UInt8(truncatingIfNeeded: entry))
      word.capitals &+= Int(entry & LetterTable.Kind.capital) >> 12
    }
  }

  private mutating func addOther<Sink: WordSink>(
    _ entry: UInt16, _ lead: UInt8, _ sink: inout Sink
  ) {
    switch entry {
    case LetterTable.Kind.apostrophe:
      if word.count > 0, word.script == .latin { word.append(LatinAlphabet.apostrophe) }
      endWord(&sink)
    case LetterTable.Kind.digit:
      glued = true
      endWord(&sink)
      afterDigit = true
      sink.addNonLetter()
    case LetterTable.Kind.symbol:
      endWord(&sink)
      afterDigit = false
      sink.addNonLetter()
    default: break
    }
  }

  @inline(__always) private mutating func endWord<Sink: WordSink>(_ sink: inout Sink) {
    if word.count > 0 {
      let kept = !(glued && word.script == .latin) && word.count <= Word.capacity
      if kept { sink.add(word, at: wordStart) }
      word.count = 0
    }
    glued = false
  }

  // MARK: Junk

  /// The end of the token at `start` when it is an address, a handle or code; otherwise `start`.
  ///
  /// A token ends at white space or before a script that is written without spaces.
  private static func endOfJunk(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let limit = min(end, start + tokenWindow)
    var index = start
    var codeSymbols = 0
    var slashes = 0
    var at = 0
    var tag = false
    while index < limit {
      let byte = bytes[index]
      if byte <= 0x20 || byte >= 0xE3 { break }
      if byte < 0x61 || byte > 0x7A {
        switch byte {
        case 0x40: at += 1
        case 0x2F: slashes += 1
        case 0x5C, 0x5F, 0x7B, 0x7C, 0x7D, 0x7E: codeSymbols += 1
        case 0x3D, 0x23: codeSymbols += 1
        case 0x3C, 0x3E: tag = true
        default: break
        }
      }
      index += 1
    }
    if tag { return start }
    let web =
      index - start > 4 && bytes[start] | 0x20 == 0x77 && bytes[start + 1] | 0x20 == 0x77
      && bytes[start + 2] | 0x20 == 0x77 && bytes[start + 3] == 0x2E
    return at > 0 || codeSymbols > 0 || slashes > 1 || web ? index : start
  }

  /// The end of the tag or character reference at `start`, or the byte after `start`.
  private static func endOfMarkup(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard start + 1 < end else { return start + 1 }
    let next = bytes[start + 1]
    let letter = (next | 0x20) >= 0x61 && (next | 0x20) <= 0x7A
    if bytes[start] == 0x3C {
      guard letter || next == 0x2F || next == 0x21 else { return start + 1 }
      let limit = min(end, start + tagWindow)
      var index = start + 1
      while index < limit, bytes[index] != 0x3E { index += 1 }
      return index < limit ? index + 1 : start + 1
    }
    guard letter || next == 0x23 else { return start + 1 }
    let limit = min(end, start + 12)
    var index = start + 2
    while index < limit, bytes[index] > 0x2F, bytes[index] < 0x7B, bytes[index] != 0x3B {
      index += 1
    }
    return index < limit && bytes[index] == 0x3B ? index + 1 : start + 1
  }
}
