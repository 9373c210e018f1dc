import FilonCore

/// Finds sentence boundaries between surface tokens by rules: end marks, the marks that close
/// quotations and brackets behind them, abbreviations, and the shape of what follows.
struct SentenceSplitter {
  private let language: AnalysisLanguage
  private let rules: TokenRules

  init(language: AnalysisLanguage) {
    self.language = language
    rules = TokenRules.of(language)
  }

  /// Marks in `pieces[from...]`, the tokens of one block, those that start a sentence.
  func split(_ text: AnalyzedText, _ pieces: inout [Surface], from first: Int) {
    guard first < pieces.count else { return }
    pieces[first].startsSentence = true
    var index = first
    while index < pieces.count - 1 {
      guard let end = sentenceEnd(text, pieces, index) else {
        if lineBreaks(text, pieces, index + 1) { pieces[index + 1].startsSentence = true }
        index += 1
        continue
      }
      if end < pieces.count, startsSentence(text, pieces, after: index, at: end) {
        pieces[end].startsSentence = true
      }
      index = max(end, index + 1)
      if index < pieces.count, !pieces[index].startsSentence, lineBreaks(text, pieces, index) {
        pieces[index].startsSentence = true
      }
    }
  }

  /// When the piece at `index` may end a sentence, the index past the marks that close it.
  private func sentenceEnd(_ text: AnalyzedText, _ pieces: [Surface], _ index: Int) -> Int? {
    let piece = pieces[index]
    let last = text.bytes[piece.end - 1]
    let isMark: Bool
    if piece.kind == .punctuation {
      isMark = last == 0x2E || last == 0x21 || last == 0x3F || isEllipsis(text, piece)
    } else {
      isMark = piece.abbreviation != 0 || last == 0x2E && piece.kind == .word
    }
    guard isMark, !isOmission(text, pieces, index) else { return nil }
    var end = index + 1
    while end < pieces.count, end - index < 6, closes(text, pieces, end) { end += 1 }
    return noteMarkEnd(text, pieces, end)
  }

  private func isEllipsis(_ text: AnalyzedText, _ piece: Surface) -> Bool {
    piece.end - piece.start == 3 && text.bytes[piece.start] == 0xE2
      && text.bytes[piece.start + 1] == 0x80 && text.bytes[piece.start + 2] == 0xA6
  }

  /// The index past the marks of notes behind an end mark: "word.4", "word. [17][18]".
  private func noteMarkEnd(_ text: AnalyzedText, _ pieces: [Surface], _ start: Int) -> Int {
    var index = start
    while index + 2 < pieces.count, pieces[index].newlines == 0,
      text.bytes[pieces[index].start] == 0x5B, pieces[index + 1].kind == .number,
      text.bytes[pieces[index + 2].start] == 0x5D
    { index += 3 }
    if index == start, index < pieces.count, pieces[index].kind == .number,
      !pieces[index].afterSpace, index + 1 >= pieces.count || pieces[index + 1].afterSpace
    {
      index += 1
    }
    return index
  }

  /// Whether the piece is the ellipsis of "(...)" or "[…]".
  private func isOmission(_ text: AnalyzedText, _ pieces: [Surface], _ index: Int) -> Bool {
    guard index > 0, index + 1 < pieces.count, pieces[index].kind == .punctuation else {
      return false
    }
    let before = text.bytes[pieces[index - 1].start]
    let after = text.bytes[pieces[index + 1].start]
    return before == 0x28 && after == 0x29 || before == 0x5B && after == 0x5D
  }

  /// Whether the piece closes a quotation or a bracket.
  private func closes(_ text: AnalyzedText, _ pieces: [Surface], _ index: Int) -> Bool {
    let piece = pieces[index]
    guard piece.kind == .punctuation, piece.newlines == 0 else { return false }
    let bytes = text.bytes
    switch bytes[piece.start] {
    case 0x29, 0x5D: return true
    case 0x22, 0x27:
      // A straight mark closes when it sticks to what precedes and not to what follows.
      let free = index + 1 == pieces.count || pieces[index + 1].afterSpace
      return !piece.afterSpace || (free && index + 1 == pieces.count)
    case 0xC2: return bytes[piece.start + 1] == 0xBB
    case 0xE2 where bytes[piece.start + 1] == 0x80:
      let third = bytes[piece.start + 2]
      return third == 0x9D || third == 0xBA || third == 0x99 && !piece.afterSpace
    default: return false
    }
  }

  /// Whether a sentence starts at `next`, after the end mark at `mark`.
  private func startsSentence(
    _ text: AnalyzedText, _ pieces: [Surface], after mark: Int, at next: Int
  ) -> Bool {
    let piece = pieces[mark]
    var index = next
    while index < pieces.count, index - next < 3, opens(text, pieces[index]) { index += 1 }
    guard index < pieces.count else { return true }
    let follower = pieces[index]
    let shape = Shape(text, follower)
    if shape == .other || shape == .lower {
      if pieces[next].newlines > 0 { return shape == .other ? index > next : true }
      return shape == .other && index > next && piece.kind == .punctuation
    }
    guard pieces[next].afterSpace || piece.kind == .punctuation else { return false }
    if piece.kind == .punctuation {
      return pieces[next].afterSpace || shape == .capital
    }
    return abbreviationEnds(text, piece, follower, shape)
  }

  /// Whether an abbreviation also ends the sentence, given what follows.
  private func abbreviationEnds(
    _ text: AnalyzedText, _ piece: Surface, _ follower: Surface, _ shape: Shape
  ) -> Bool {
    guard shape == .capital,
      piece.abbreviation != UInt8(TokenRules.Abbreviation.title.rawValue),
      piece.abbreviation != UInt8(TokenRules.Abbreviation.beforeNumber.rawValue)
    else { return false }
    // A lone initial belongs to a name.
    if piece.abbreviation == Surface.initials, piece.end - piece.start <= 3 { return false }
    return rules.starters.contains(text.lowerHash(follower.start, follower.end))
  }

  private func opens(_ text: AnalyzedText, _ piece: Surface) -> Bool {
    guard piece.kind == .punctuation || piece.kind == .symbol else { return false }
    let bytes = text.bytes
    switch bytes[piece.start] {
    case 0x28, 0x5B, 0x22, 0x27, 0x2D, 0x2A: return true
    case 0xC2: return bytes[piece.start + 1] == 0xAB || bytes[piece.start + 1] == 0xBF
    case 0xE2 where bytes[piece.start + 1] == 0x80:
      let third = bytes[piece.start + 2]
      return third == 0x9C || third == 0x98 || third == 0x93 || third == 0x94 || third == 0xA2
        || third == 0xB9
    default: return false
    }
  }

  /// Whether a single line end before the piece separates two sentences: after an end mark, before
  /// an item of a list, or when the line before it is too short to have been wrapped.
  private func lineBreaks(_ text: AnalyzedText, _ pieces: [Surface], _ index: Int) -> Bool {
    let piece = pieces[index]
    guard piece.newlines > 0, index > 0 else { return false }
    if piece.newlines > 1 { return true }
    let shape = Shape(text, piece)
    if shape == .lower { return false }
    if shape == .other, !opens(text, piece) { return false }
    let before = pieces[index - 1].end
    var start = before
    while start > 0, before - start < 60, text.bytes[start - 1] != 0x0A { start -= 1 }
    return before - start < 60 || opens(text, piece)
  }

  /// How a piece looks as the start of a sentence.
  private enum Shape {
    case capital, lower, digit, other

    init(_ text: AnalyzedText, _ piece: Surface) {
      switch piece.kind {
      case .punctuation, .symbol: self = .other
      case .number: self = .digit
      case .address: self = .capital
      case .word:
        let first = piece.start
        let length = text.bytes[first] < 0x80 ? 1 : 2
        let isCapital = (first..<min(first + length, piece.end)).contains {
          text.bytes[$0] != text.lower[$0]
        }
        if isCapital {
          self = .capital
        } else if text.bytes[first] &- 0x30 < 10 {
          self = .digit
        } else if text.bytes[first] >= 0xE0 {
          self = .capital  // scripts without case
        } else {
          self = .lower
        }
      }
    }
  }
}
