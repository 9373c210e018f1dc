/// Cuts UTF-8 text into folded words without making strings.
///
/// Case, accents, ligatures, punctuation and spacing are folded away; each ideograph and kana is a
/// word of its own. Malformed input cannot happen in a `String`, but a range may cut a scalar: stray
/// bytes are skipped.
struct WordScanner {
  private let folding = LetterFolding.standard
  private var word = ScannedWord(hash: StableHash.seed, skeleton: 0, gap: .lineBreak)
  private var isOpen = false
  private var gap: ScannedWord.Gap = .lineBreak
  private var skeleton = StableHash.seed
  private var shorterSkeleton = StableHash.seed
  private var skeletonLength = 0
  private var lastClass: UInt8 = 0
  private var lastLetter: UInt8 = 0

  private static let skeletonLimit = 4

  /// Hands the words of `range` to `sink`, and the ends of its lines.
  mutating func scan<Sink: WordSink>(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into sink: inout Sink
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 {
        let letter = folding.ascii[Int(byte)]
        if letter != 0 {
          append(letter, isUpper: letter != byte)
        } else {
          close(into: &sink)
          separate(byte, into: &sink)
        }
        index += 1
      } else {
        index += wide(bytes, index, range.upperBound, into: &sink)
      }
    }
    close(into: &sink)
    sink.endLine()
    gap = .lineBreak
  }

  @inline(__always)
  private mutating func open(isUpper: Bool) {
    guard !isOpen else { return }
    isOpen = true
    word = ScannedWord(hash: StableHash.seed, skeleton: 0, gap: gap)
    word.isCapitalised = isUpper
    skeleton = StableHash.seed
    shorterSkeleton = StableHash.seed
    skeletonLength = 0
    lastClass = 0
  }

  @inline(__always)
  private mutating func append(_ letter: UInt8, isUpper: Bool) {
    open(isUpper: isUpper)
    word.hash = StableHash.step(word.hash, letter)
    guard letter >= 0x61 else {
      word.digits += 1
      word.value = word.value &* 10 &+ UInt64(letter & 15)
      return
    }
    lastLetter = letter
    let kind = word.letters == 0 ? letter : folding.skeleton[Int(letter)]
    word.letters += 1
    guard kind != 0, kind != lastClass, skeletonLength < Self.skeletonLimit else { return }
    lastClass = kind
    shorterSkeleton = skeleton
    skeleton = StableHash.step(skeleton, kind)
    skeletonLength += 1
  }

  @inline(__always)
  private mutating func close<Sink: WordSink>(into sink: inout Sink) {
    guard isOpen else { return }
    isOpen = false
    gap = []
    // A final s is the plural's in both languages.
    let isPlural =
      lastLetter == 0x73 && lastClass == 0x73 && skeletonLength > 2
      && skeletonLength < Self.skeletonLimit
    word.skeleton = UInt32(
      truncatingIfNeeded: StableHash.mix(isPlural ? shorterSkeleton : skeleton))
    sink.take(word)
  }

  private mutating func separate<Sink: WordSink>(_ byte: UInt8, into sink: inout Sink) {
    switch byte {
    case 0x20, 0x09: mark(.space)
    case 0x0A, 0x0D:
      mark(.lineBreak)
      sink.endLine()
    case 0x2C: mark(.comma)
    case 0x2E: mark(.point)
    case 0x21, 0x3F, 0x3A, 0x3B, 0x22, 0x28, 0x5B, 0x2A: mark(.stop)
    default: mark(.joiner)
    }
  }

  private mutating func mark(_ kind: ScannedWord.Gap) {
    gap = gap.isEmpty ? kind : gap.union([kind, .several])
  }

  /// Reads a scalar beyond ASCII and returns its length in bytes.
  private mutating func wide<Sink: WordSink>(
    _ bytes: Span<UInt8>, _ index: Int, _ end: Int, into sink: inout Sink
  ) -> Int {
    let lead = bytes[index]
    let length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, index + length <= end else { return 1 }
    var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
    switch scalar {
    case 0..<LetterFolding.latinEnd:
      fold(scalar, folding.latin[Int(scalar) - 0x80], into: &sink)
    case LetterFolding.additional:
      let place = LetterFolding.latinEnd - 0x80 + scalar - LetterFolding.additional.lowerBound
      fold(scalar, folding.latin[Int(place)], into: &sink)
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF, 0x2060: break
    case 0x2000...0x206F, 0x2190...0x2BFF, 0x3000...0x3004, 0xFF00...0xFF0F, 0x1F000...0x1FAFF:
      close(into: &sink)
      mark(Self.kind(scalar))
      if scalar == 0x2028 || scalar == 0x2029 { sink.endLine() }
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0x20000...0x3FFFF:
      close(into: &sink)
      raw(scalar)
      close(into: &sink)
    default: raw(scalar)
    }
    return length
  }

  private mutating func fold<Sink: WordSink>(
    _ scalar: UInt32, _ folded: UInt16, into sink: inout Sink
  ) {
    switch folded {
    case LetterFolding.Special.separator:
      close(into: &sink)
      mark(Self.kind(scalar))
    case LetterFolding.Special.asIs: raw(scalar)
    default:
      let isUpper = (0xC0...0xDE).contains(scalar) || scalar == 0x152
      append(UInt8(folded & 0xFF), isUpper: isUpper)
      if folded > 0xFF { append(UInt8(folded >> 8), isUpper: false) }
    }
  }

  private mutating func raw(_ scalar: UInt32) {
    open(isUpper: false)
    word.letters += 1
    word.hash = StableHash.mix(word.hash ^ UInt64(scalar))
    skeleton = StableHash.mix(skeleton ^ UInt64(scalar))
    shorterSkeleton = skeleton
    lastLetter = 0
  }

  private static func kind(_ scalar: UInt32) -> ScannedWord.Gap {
    switch scalar {
    case 0xA0, 0x202F, 0x2000...0x200A, 0x3000: .space
    case 0x2028, 0x2029, 0x85: .lineBreak
    case 0xAB, 0x201C...0x201F, 0x2013...0x2015, 0x2022, 0x2026: .stop
    default: .joiner
    }
  }
}
