import FilonCore

/// The words of one text as columns: what the features and the gazetteers look at.
///
/// Built once for a text; words that only share the range of the word before them are left out.
struct WordSequence {
  /// How a word is written.
  enum Form: UInt8 {
    case lower, capitalized, upper, mixed, number, alphanumeric, sign
  }

  /// Byte ranges of the words.
  private(set) var ranges: [TextRange] = []
  /// Index of each word in the token layer.
  private(set) var tokens: [Int32] = []
  /// Hashes of the surfaces as they are, and of their folded forms.
  private(set) var exact: [UInt64] = []
  private(set) var folded: [UInt64] = []
  /// Hashes of the collapsed shapes (`Xx-Xx`, `X.X.`, `d`).
  private(set) var shape: [UInt64] = []
  private(set) var form: [Form] = []
  private(set) var pos: [UniversalPOS] = []
  /// Whether white space precedes the word.
  private(set) var afterSpace: [Bool] = []
  /// The folded bytes of all words, and where each word's end.
  private(set) var letters: [UInt8] = []
  private(set) var letterEnds: [Int32] = []
  /// First words of the sentences, and the number of words at the end.
  private(set) var sentenceStarts: [Int32] = []

  /// Number of words.
  var count: Int { ranges.count }

  /// The folded bytes of word `index`.
  func letterRange(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(letterEnds[index - 1]))..<Int(letterEnds[index])
  }

  /// Reads the words of a text.
  init(text: String, sentences: [Sentence], tokens layer: [Token]) {
    let span = text.utf8Span.span
    reserve(layer.count)
    var sentence = 0
    var current = -1
    for (index, token) in layer.enumerated() {
      let range = token.range
      guard !token.flags.contains(.sharesRange), !range.isEmpty, Int(range.end) <= span.count,
        range.start >= (ranges.last?.end ?? 0)
      else { continue }
      while sentence < sentences.count, sentences[sentence].range.end <= range.start {
        sentence += 1
      }
      if sentence != current {
        sentenceStarts.append(Int32(ranges.count))
        current = sentence
      }
      append(token, at: index, in: span)
    }
    sentenceStarts.append(Int32(ranges.count))
  }

  private mutating func reserve(_ count: Int) {
    ranges.reserveCapacity(count)
    tokens.reserveCapacity(count)
    exact.reserveCapacity(count)
    folded.reserveCapacity(count)
    shape.reserveCapacity(count)
    form.reserveCapacity(count)
    pos.reserveCapacity(count)
    afterSpace.reserveCapacity(count)
    letterEnds.reserveCapacity(count)
    letters.reserveCapacity(count * 6)
  }

  private mutating func append(_ token: Token, at index: Int, in span: Span<UInt8>) {
    let bytes = token.range.bytes
    let letterStart = letters.count
    NameFolding.append(span, bytes, to: &letters)
    var foldedHash = Hashing.seed
    for position in letterStart..<letters.count {
      foldedHash = Hashing.step(foldedHash, letters[position])
    }
    var exactHash = Hashing.seed
    var shapeHash = Hashing.seed
    var last: UInt8 = 0
    var upper = 0
    var lower = 0
    var digits = 0
    var firstUpper = false
    var position = bytes.lowerBound
    while position < bytes.upperBound {
      let byte = span[position]
      exactHash = Hashing.step(exactHash, byte)
      position += 1
      guard byte & 0xC0 != 0x80 else { continue }
      let next = position < bytes.upperBound ? span[position] : 0
      let kind = Self.kind(byte, next)
      switch kind {
      case 0x58: upper += 1
      case 0x78: lower += 1
      case 0x64: digits += 1
      default: break
      }
      if last == 0, kind == 0x58 { firstUpper = true }
      if kind != last { shapeHash = Hashing.step(shapeHash, kind) }
      last = kind
    }
    let form: Form =
      if upper + lower == 0 {
        digits > 0 ? .number : .sign
      } else if digits > 0 {
        .alphanumeric
      } else if upper == 0 {
        .lower
      } else if lower == 0 {
        upper == 1 ? .capitalized : .upper
      } else if firstUpper, upper == 1 {
        .capitalized
      } else {
        .mixed
      }
    let start = Int(token.range.start)
    ranges.append(token.range)
    tokens.append(Int32(index))
    exact.append(Hashing.mix(exactHash))
    folded.append(Hashing.mix(foldedHash))
    // One capital alone has a shape of its own.
    shape.append(
      Hashing.mix(upper == 1 && lower + digits == 0 ? Hashing.step(shapeHash, 1) : shapeHash))
    self.form.append(form)
    pos.append(token.pos)
    afterSpace.append(
      start == 0 || ranges.count < 2 || ranges[ranges.count - 2].end < token.range.start)
    letterEnds.append(Int32(letters.count))
  }

  /// The shape letter of the scalar that starts with `lead`: X, x, d, or a sign.
  @inline(__always) private static func kind(_ lead: UInt8, _ next: UInt8) -> UInt8 {
    switch lead {
    case 0x41...0x5A: 0x58
    case 0x61...0x7A: 0x78
    case 0x30...0x39: 0x64
    case 0..<0x80: lead
    case 0xC3: next < 0x9F && next != 0x97 ? 0x58 : 0x78
    case 0xC4, 0xC5: next & 1 == 0 ? 0x58 : 0x78
    case 0xC6...0xDF: 0x78
    default: 0x7E
    }
  }

  /// Whether word `index` can start a name by its looks.
  @inline(__always) func isCapitalized(_ index: Int) -> Bool {
    switch form[index] {
    case .capitalized, .upper, .mixed: true
    case .alphanumeric: true
    case .lower, .number, .sign: false
    }
  }
}
