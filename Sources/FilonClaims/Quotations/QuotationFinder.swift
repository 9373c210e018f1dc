import FilonCore

/// Pairs quotation marks: « », “ ”, „ “, " ", ‹ ›, ‘ ’, << >> and `` ''.
///
/// Only the outer level is reported. A quotation that is still open at the end of its paragraph
/// goes on when the next paragraph starts with a mark of the same family, as French and English
/// typesetters do; otherwise it is kept to the end of the paragraph if it opened it, and dropped if
/// not. Marks inside words are apostrophes. One pass over the bytes; nesting deeper than
/// ``maximumDepth`` is read as text.
struct QuotationFinder: Sendable {
  /// The families of marks; a straight mark opens and closes.
  enum Family: UInt8, Sendable { case guillemet, angle, double, low, straight, single }

  /// What a mark can do where it stands.
  struct Mark: Sendable {
    var family: Family
    var length: Int
    var opens: Bool
    var closes: Bool
  }

  static let maximumDepth = 8

  private let bytes: [UInt8]
  private var stack: [Family] = []
  private var start = 0
  private var pieceStart = 0
  private var pieces: [TextRange] = []
  private var opensParagraph = false
  private var lastInnerClose: Range<Int>?
  private var found: [Quotation] = []
  /// No single mark closes before this byte, as far as a look ahead has seen.
  private var singleSearchedTo = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The quotations of a text, in order; they do not overlap.
  static func quotations(in bytes: [UInt8]) -> [Quotation] {
    var finder = QuotationFinder(bytes)
    finder.scan()
    return finder.found
  }

  private mutating func scan() {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A {
        index = endParagraph(at: index)
      } else if byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0x3C || byte == 0x3E
        || byte == 0xC2 || byte == 0xE2, let mark = mark(at: index)
      {
        read(mark, at: index)
        index += mark.length
      } else {
        index += 1
      }
    }
    finishOpen(at: bytes.count)
  }

  private mutating func read(_ mark: Mark, at index: Int) {
    let next = index + mark.length
    if mark.closes, !mark.opens, let level = stack.lastIndex(where: { closes($0, mark.family) }) {
      if level > 0 { lastInnerClose = index..<next }
      stack.removeSubrange(level...)
      if stack.isEmpty { close(at: index, next, isClosed: true) }
    } else if mark.opens {
      if stack.isEmpty {
        guard mark.family != .single || hasClosingSingle(from: next) else { return }
        start = index
        pieceStart = next
        pieces = []
        opensParagraph = isParagraphStart(index)
        lastInnerClose = nil
      } else if mark.family == .single || stack.count >= Self.maximumDepth {
        return
      }
      stack.append(mark.family)
    }
  }

  /// Whether a closing mark of one family closes what a mark of another opened (mixed usage is
  /// common in typed text).
  private func closes(_ opened: Family, _ closing: Family) -> Bool {
    opened == closing || opened == .low && (closing == .double || closing == .straight)
      || opened == .double && closing == .straight || opened == .straight && closing == .double
  }

  private mutating func close(at index: Int, _ next: Int, isClosed: Bool) {
    appendPiece(to: index)
    if !pieces.isEmpty {
      found.append(Quotation(range: TextRange(start, next), pieces: pieces, isClosed: isClosed))
    }
    pieces = []
    stack.removeAll(keepingCapacity: true)
  }

  private mutating func appendPiece(to end: Int) {
    let trimmed = trim(pieceStart, end)
    if !trimmed.isEmpty { pieces.append(TextRange(trimmed.lowerBound, trimmed.upperBound)) }
  }

  /// Handles the end of a paragraph at the line feed at `index`; returns where to go on.
  private mutating func endParagraph(at index: Int) -> Int {
    var next = index
    while next < bytes.count, spaceLength(at: next) > 0 { next += spaceLength(at: next) }
    guard let outer = stack.first else { return max(next, index + 1) }
    if next < bytes.count, let mark = mark(at: next), mark.family == outer,
      mark.opens || outer == .guillemet || outer == .straight
    {
      // French typesetters also repeat the closing mark at the start of a paragraph.
      appendPiece(to: index)
      stack.removeSubrange(1...)
      pieceStart = next + mark.length
      return pieceStart
    }
    finishOpen(at: index)
    return max(next, index + 1)
  }

  /// Ends a quotation that its paragraph left open.
  private mutating func finishOpen(at end: Int) {
    guard !stack.isEmpty else { return }
    if let inner = lastInnerClose {
      // « … « … » : one closing mark for two levels.
      close(at: inner.lowerBound, inner.upperBound, isClosed: true)
    } else if opensParagraph || !pieces.isEmpty {
      close(at: end, end, isClosed: false)
    }
    stack.removeAll(keepingCapacity: true)
    pieces = []
  }

  private func trim(_ start: Int, _ end: Int) -> Range<Int> {
    var (low, high) = (start, end)
    while low < high, spaceLength(at: low) > 0 { low += spaceLength(at: low) }
    while high > low {
      let back = spaceLength(before: high)
      guard back > 0, high - back >= low else { break }
      high -= back
    }
    return low..<max(low, high)
  }
}

extension QuotationFinder {
  /// The quotation mark that starts at `index`, if one does.
  fileprivate func mark(at index: Int) -> Mark? {
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch (bytes[index], second, third) {
    case (0xC2, 0xAB, _): return Mark(family: .guillemet, length: 2, opens: true, closes: false)
    case (0xC2, 0xBB, _): return Mark(family: .guillemet, length: 2, opens: false, closes: true)
    case (0x3C, 0x3C, _): return Mark(family: .guillemet, length: 2, opens: true, closes: false)
    case (0x3E, 0x3E, _): return Mark(family: .guillemet, length: 2, opens: false, closes: true)
    case (0xE2, 0x80, 0xB9): return Mark(family: .angle, length: 3, opens: true, closes: false)
    case (0xE2, 0x80, 0xBA): return Mark(family: .angle, length: 3, opens: false, closes: true)
    case (0xE2, 0x80, 0x9E): return Mark(family: .low, length: 3, opens: true, closes: false)
    case (0xE2, 0x80, 0x9C):
      return Mark(
        family: .double, length: 3, opens: stack.last != .low, closes: stack.last == .low)
    case (0xE2, 0x80, 0x9D):
      return Mark(family: .double, length: 3, opens: false, closes: true)
    case (0x60, 0x60, _): return Mark(family: .straight, length: 2, opens: true, closes: false)
    case (0x27, 0x27, _): return Mark(family: .straight, length: 2, opens: false, closes: true)
    case (0x22, _, _): return straight(at: index)
    case (0xE2, 0x80, 0x98):
      return Mark(family: .single, length: 3, opens: !isLetter(before: index), closes: false)
    case (0xE2, 0x80, 0x99): return single(at: index, length: 3, opens: false)
    case (0x27, _, _): return single(at: index, length: 1, opens: !isLetter(before: index))
    default: return nil
    }
  }

  /// A straight mark opens after a space or an opening sign and before a word, else it closes.
  private func straight(at index: Int) -> Mark {
    let open = stack.contains(.straight) || stack.contains(.double)
    let spaceBefore = index == 0 || spaceLength(before: index) > 0 || isOpening(bytes[index - 1])
    let spaceAfter = index + 1 >= bytes.count || spaceLength(at: index + 1) > 0
    if !open { return Mark(family: .straight, length: 1, opens: true, closes: false) }
    return Mark(
      family: .straight, length: 1, opens: spaceBefore && !spaceAfter && stack.last != .straight,
      closes: true)
  }

  private func single(at index: Int, length: Int, opens: Bool) -> Mark? {
    let after = index + length
    let wordAfter = after < bytes.count && isWordByte(bytes[after])
    if stack.last == .single, !wordAfter {
      return Mark(family: .single, length: length, opens: false, closes: true)
    }
    guard opens, wordAfter, stack.isEmpty else { return nil }
    return Mark(family: .single, length: length, opens: true, closes: false)
  }

  /// Whether a single mark that closes comes within the paragraph: not an apostrophe inside a word.
  /// What one look ahead has searched in vain is not searched again.
  private mutating func hasClosingSingle(from start: Int) -> Bool {
    var index = max(start, singleSearchedTo)
    while index < bytes.count, bytes[index] != 0x0A {
      let curly =
        bytes[index] == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80
        && bytes[index + 2] == 0x99
      guard curly || bytes[index] == 0x27 else {
        index += 1
        continue
      }
      let after = index + (curly ? 3 : 1)
      if spaceLength(before: index) == 0, after >= bytes.count || !isWordByte(bytes[after]) {
        return true
      }
      index = after
    }
    singleSearchedTo = index
    return false
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xDF: true
    default: false
    }
  }

  private func isLetter(before index: Int) -> Bool {
    guard index > 0 else { return false }
    let byte = bytes[index - 1]
    if byte < 0x80 { return isWordByte(byte) }
    // The last byte of a two-byte letter of Latin script.
    return index > 1 && (0xC3...0xC9).contains(bytes[index - 2])
  }

  private func isOpening(_ byte: UInt8) -> Bool {
    byte == 0x28 || byte == 0x5B || byte == 0x2D || byte == 0x27
  }

  private func isParagraphStart(_ index: Int) -> Bool {
    var position = index
    while position > 0 {
      if bytes[position - 1] == 0x0A { return true }
      let back = spaceLength(before: position)
      guard back > 0 else { return isDash(before: position) }
      position -= back
    }
    return true
  }

  private func isDash(before position: Int) -> Bool {
    position >= 3 && bytes[position - 3] == 0xE2 && bytes[position - 2] == 0x80
      && (bytes[position - 1] == 0x93 || bytes[position - 1] == 0x94)
      && (position == 3 || bytes[position - 4] == 0x0A)
  }

  /// Length of the white space that starts at `index`: ASCII, U+00A0, U+2000–200A, U+202F.
  fileprivate func spaceLength(at index: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
      return (0x80...0x8A).contains(bytes[index + 2]) || bytes[index + 2] == 0xAF ? 3 : 0
    default: return 0
    }
  }

  /// Length of the white space that ends at `index`.
  fileprivate func spaceLength(before index: Int) -> Int {
    guard index > 0 else { return 0 }
    let last = bytes[index - 1]
    if last == 0x20 || (0x09...0x0D).contains(last) { return 1 }
    if last == 0xA0, index > 1, bytes[index - 2] == 0xC2 { return 2 }
    if index > 2, bytes[index - 3] == 0xE2, bytes[index - 2] == 0x80 {
      return (0x80...0x8A).contains(last) || last == 0xAF ? 3 : 0
    }
    return 0
  }
}
