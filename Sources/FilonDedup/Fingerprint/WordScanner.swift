/// Cuts UTF-8 text into folded words in one pass, without making strings.
///
/// Case, accents, ligatures, punctuation and spacing are folded away; each ideograph and kana is a
/// word of its own. Malformed input cannot happen in a `String`, but a range may cut a scalar: stray
/// bytes are skipped.
struct WordScanner {
  private let folding = LetterFolding.standard
  private var word = FoldedWord()
  private var gap: WordGap = .lineBreak

  /// Hands the words of `range` to `collector`, and the ends of its lines.
  mutating func scan(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into collector: inout ShingleCollector
  ) {
    let folding = folding
    let classes = folding.bytes.span
    let latin = folding.latin.span
    let end = range.upperBound
    var index = range.lowerBound
    let raw = bytes.bytes
    while index < end {
      if index + 8 <= end {
        let eight = LetterBlock(
          raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
        let count = eight.count
        if count > 0 {
          if word.isEmpty { word.begin(isUpper: eight.startsUpper, at: index) }
          word.append(eight.folded(count), count: count, hasLetter: eight.hasLetter(count))
          index += count
          if count == 8 { continue }
        }
      }
      if index == end { break }
      let byte = bytes[index]
      let letter = classes[Int(byte)]
      if letter > LetterFolding.wide {
        if word.isEmpty { word.begin(isUpper: byte < 0x61 && letter >= 0x61, at: index) }
        word.append(letter)
        index += 1
      } else if letter == 0 {
        close(bytes, index, into: &collector)
        separate(byte, into: &collector)
        index += 1
      } else {
        // Most of what lies beyond ASCII is a Latin letter in two bytes.
        if byte >= 0xC2, byte < 0xE0, index + 1 < end {
          let scalar = Int(byte & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)
          if scalar < Int(LetterFolding.latinEnd) {
            let folded = latin[scalar - 0x80]
            if folded > 0, folded <= 0xFF {
              if word.isEmpty { word.begin(isUpper: LetterFolding.isUpper(scalar), at: index) }
              word.append(UInt8(folded))
              index += 2
              continue
            }
          }
        }
        index += wide(bytes, index, end, into: &collector)
      }
    }
    close(bytes, end, into: &collector)
    collector.endLine()
    gap = .lineBreak
  }

  @inline(__always)
  private mutating func close(
    _ bytes: Span<UInt8>, _ end: Int, into collector: inout ShingleCollector
  ) {
    guard !word.isEmpty else { return }
    if word.isNumber {
      collector.anchors.insertNumber(word.start..<end, digits: word.length, gap: gap, bytes)
    } else if let kind = collector.anchors.kind(
      length: word.length, isCapitalised: word.isCapitalised, start: word.start, gap: gap, bytes,
      end)
    {
      collector.anchors.insert(word.skeleton(folding.skeleton.span), kind)
    }
    collector.take(word.value)
    word.clear()
    gap = []
  }

  @inline(__always)
  private mutating func separate(_ byte: UInt8, into collector: inout ShingleCollector) {
    if byte == 0x20 {
      mark(.space)
    } else {
      mark(WordGap(rawValue: folding.gaps[Int(byte)]))
      if byte == 0x0A || byte == 0x0D { collector.endLine() }
    }
  }

  @inline(__always)
  private mutating func mark(_ kind: WordGap) {
    gap = gap.isEmpty ? kind : gap.union([kind, .several])
  }

  /// Reads a scalar beyond ASCII and returns its length in bytes.
  private mutating func wide(
    _ bytes: Span<UInt8>, _ index: Int, _ end: Int, into collector: inout ShingleCollector
  ) -> Int {
    let lead = bytes[index]
    let length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, index + length <= end else { return 1 }
    var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
    switch scalar {
    case 0..<LetterFolding.latinEnd:
      fold(scalar, folding.latin[Int(scalar) - 0x80], bytes, index, into: &collector)
    case LetterFolding.additional:
      let place = LetterFolding.latinEnd - 0x80 + scalar - LetterFolding.additional.lowerBound
      fold(scalar, folding.latin[Int(place)], bytes, index, into: &collector)
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF, 0x2060: break
    case 0x2000...0x206F, 0x2190...0x2BFF, 0x3000...0x3004, 0xFF00...0xFF0F, 0x1F000...0x1FAFF:
      close(bytes, index, into: &collector)
      mark(Self.kind(scalar))
      if scalar == 0x2028 || scalar == 0x2029 { collector.endLine() }
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0x20000...0x3FFFF:
      close(bytes, index, into: &collector)
      raw(scalar, index)
      close(bytes, index + length, into: &collector)
    default: raw(scalar, index)
    }
    return length
  }

  private mutating func fold(
    _ scalar: UInt32, _ folded: UInt16, _ bytes: Span<UInt8>, _ index: Int,
    into collector: inout ShingleCollector
  ) {
    switch folded {
    case LetterFolding.Special.separator:
      close(bytes, index, into: &collector)
      mark(Self.kind(scalar))
    case LetterFolding.Special.asIs: raw(scalar, index)
    default:
      if word.isEmpty { word.begin(isUpper: LetterFolding.isUpper(Int(scalar)), at: index) }
      word.append(UInt8(folded & 0xFF))
      if folded > 0xFF { word.append(UInt8(folded >> 8)) }
    }
  }

  private mutating func raw(_ scalar: UInt32, _ index: Int) {
    if word.isEmpty { word.begin(isUpper: false, at: index) }
    word.append(scalar)
  }

  private static func kind(_ scalar: UInt32) -> WordGap {
    switch scalar {
    case 0xA0, 0x202F, 0x2000...0x200A, 0x3000: .space
    case 0x2028, 0x2029, 0x85: .lineBreak
    case 0xAB, 0x201C...0x201F, 0x2013...0x2015, 0x2022, 0x2026: .stop
    default: .joiner
    }
  }
}
