import FilonCore

/// Cuts text into surface tokens by the conventions of Universal Dependencies (UD French-GSD and
/// UD English-EWT): one pass over the bytes, with bounded look-ahead.
struct Tokenizer {
  let language: AnalysisLanguage
  let rules: TokenRules

  /// Longest look-ahead, in bytes, for compounds, clitics and suffixes.
  static let reach = 48

  init(language: AnalysisLanguage) {
    self.language = language
    rules = TokenRules.of(language)
  }

  /// Appends the pieces of `range`, in order.
  func tokenize(_ text: AnalyzedText, _ range: Range<Int>, into pieces: inout [Surface]) {
    var scan = TokenScan(text: text, end: range.upperBound, pieces: pieces)
    pieces = []
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalarClass, length) = ScalarClass.at(index, text.bytes)
      if scalarClass == .space {
        scan.noteSpace(text.bytes[index])
        index += length
      } else {
        index = tokenizeChunk(index, &scan)
      }
    }
    pieces = scan.pieces
  }

  /// Cuts the text from `start` up to the next white space; returns where it stopped.
  private func tokenizeChunk(_ start: Int, _ scan: inout TokenScan) -> Int {
    let chunk = scan.chunk(from: start)
    scan.chunkStart = start
    var index = start
    while index < chunk.end {
      let stop: Int
      if chunk.mayHoldAddress, let end = scan.addressEnd(index, chunkEnd: chunk.end) {
        scan.emit(index, end, .address)
        stop = end
      } else {
        let (scalarClass, length) = ScalarClass.at(index, scan.bytes)
        switch scalarClass {
        case .space: return index
        case .letter, .mark: stop = word(index, &scan)
        case .digit: stop = number(index, &scan)
        case .hyphen: stop = hyphen(index, length, &scan)
        case .apostrophe: stop = apostrophe(index, length, &scan)
        case .punctuation, .symbol: stop = sign(index, scalarClass, length, &scan)
        }
      }
      index = max(stop, index + 1)
    }
    return index
  }

  // MARK: Words

  /// Reads a word from `start`, or from `continuing` on when its first bytes are known.
  func word(_ start: Int, continuing: Int? = nil, _ scan: inout TokenScan) -> Int {
    var index = continuing ?? start
    var segment = start
    while index < scan.end {
      let (scalarClass, length) = ScalarClass.at(index, scan.bytes)
      switch scalarClass {
      case .letter, .mark, .digit:
        index += length
        continue
      case .apostrophe:
        let cut = wordApostrophe(start, index, length, &scan)
        if case .join = cut {
          index += length
          continue
        }
        if case .done(let stop) = cut { return stop }
      case .hyphen:
        let cut = wordHyphen(start, index, length, &scan)
        if case .join = cut {
          index += length
          segment = index
          continue
        }
        if case .done(let stop) = cut { return stop }
      case .punctuation, .symbol:
        let cut = wordSign(start, segment, index, &scan)
        if case .join = cut {
          index += length
          segment = index
          continue
        }
        if case .done(let stop) = cut { return stop }
      case .space: break
      }
      break
    }
    finishWord(start, index, &scan)
    return index
  }

  /// What a sign inside a word does to it.
  enum Cut {
    /// The word goes on.
    case join
    /// The word ends before the sign.
    case end
    /// The pieces are emitted; go on from here.
    case done(Int)
  }

  private func finishWord(_ start: Int, _ end: Int, _ scan: inout TokenScan) {
    if let joined = rules.runTogethers.value(scan.text.lowerHash(start, end)) {
      let lengths = rules.runTogetherLengths[Int(joined)]
      guard lengths.reduce(0, +) == end - start else {
        scan.emit(start, end, .word)
        return
      }
      var position = start
      for (number, length) in lengths.enumerated() {
        scan.emit(position, position + length, .word, part: number == 0 ? .first : .further)
        position += length
      }
      return
    }
    scan.emit(start, end, .word)
  }

  // MARK: Numbers

  private func number(_ start: Int, signed: Int? = nil, _ scan: inout TokenScan) -> Int {
    var index = scan.digitsEnd(signed ?? start)
    if language == .french, let grouped = scan.groupedDigitsEnd(signed ?? start, index) {
      index = grouped
    }
    while index < scan.end {
      let byte = scan.bytes[index]
      let next = scan.isDigit(index + 1)
      if next, byte == 0x2E || byte == 0x2C || byte == 0x3A || byte == 0x2F {  // . , : /
        index = scan.digitsEnd(index + 1)
      } else if next, byte == 0x27, scan.digitsEnd(index + 1) == index + 4 {  // 10'000
        index += 4
      } else if next, byte == 0x2D, joinsDigitsByHyphen(start, index, scan) {
        index = scan.digitsEnd(index + 1)
      } else {
        break
      }
    }
    return numberSuffix(start, index, &scan)
  }

  /// Whether a hyphen between digits belongs to the number: dates, telephone numbers, scores.
  private func joinsDigitsByHyphen(_ start: Int, _ index: Int, _ scan: TokenScan) -> Bool {
    if language == .french { return true }
    let next = scan.digitsEnd(index + 1)
    if scan.byte(next) == 0x2D, scan.isDigit(next + 1) { return true }
    if scan.bytes[start..<index].contains(0x2D) { return true }
    return index - start == 3 && next - index == 5
  }

  /// Letters after a number: a unit is cut off, anything else stays.
  private func numberSuffix(_ start: Int, _ end: Int, _ scan: inout TokenScan) -> Int {
    guard end < scan.end else {
      scan.emit(start, end, .number)
      return end
    }
    let (scalarClass, _) = ScalarClass.at(end, scan.bytes)
    if scalarClass == .letter {
      let stop = scan.lettersEnd(end)
      let hash = scan.text.lowerHash(end, stop)
      let slash = scan.byte(stop) == 0x2F ? scan.lettersEnd(stop + 1) : stop
      if !rules.numericSuffixes.contains(hash) {
        let isRate = slash > stop && rules.units.contains(scan.text.lowerHash(end, slash))
        if isRate || rules.units.contains(hash) {
          scan.emit(start, end, .number)
          // The unit ends here even when digits follow: "20h30".
          scan.emit(end, isRate ? slash : stop, .word)
          return isRate ? slash : stop
        }
      }
      return word(start, continuing: stop, &scan)
    }
    if scalarClass == .hyphen, language == .french { return word(start, continuing: end, &scan) }
    if scalarClass == .apostrophe, language == .english {
      return word(start, continuing: end, &scan)
    }
    // "1." opens an item of a list.
    if scan.byte(end) == 0x2E, end - start <= 2,
      scan.pieces.last.map({ $0.end <= scan.start }) ?? true,
      scan.isSpace(end + 1)
    {
      scan.emit(start, end + 1, .number)
      return end + 1
    }
    scan.emit(start, end, .number)
    return end
  }

  // MARK: Signs

  private func hyphen(_ start: Int, _ length: Int, _ scan: inout TokenScan) -> Int {
    if start == scan.chunkStart, scan.isDigit(start + length) {
      return number(start, signed: start + length, &scan)
    }
    var index = start + length
    while index < scan.end, scan.bytes[index] == 0x2D { index += 1 }
    scan.emit(start, index, .punctuation)
    return index
  }

  private func apostrophe(_ start: Int, _ length: Int, _ scan: inout TokenScan) -> Int {
    var index = start + length
    if language == .english {
      let stop = scan.lettersEnd(index)
      if stop > index, rules.clitics.contains(WordHash.of(scan.text.lower, start, stop)) {
        scan.emit(start, stop, .word)
        return stop
      }
      // '90s
      if scan.isDigit(index), scan.digitsEnd(index) == index + 2 {
        return number(start, signed: index, &scan)
      }
    }
    // Two apostrophes stand for a quotation mark.
    while index < scan.end, scan.bytes[index] == scan.bytes[start], length == 1 { index += 1 }
    if length == 3, scan.sameScalar(start, index) { index += 3 }
    scan.emit(start, index, .punctuation)
    return index
  }

  private func sign(
    _ start: Int, _ scalarClass: ScalarClass, _ length: Int, _ scan: inout TokenScan
  ) -> Int {
    if let stop = emoticonEnd(start, scan) {
      scan.emit(start, stop, .symbol)
      return stop
    }
    let byte = scan.bytes[start]
    if byte == 0x2E, start == scan.chunkStart, scan.isDigit(start + 1) {
      return number(start, signed: start + 1, &scan)
    }
    if byte == 0x2B, scan.isDigit(start + 1), start == scan.chunkStart {
      return number(start, signed: start + 1, &scan)
    }
    if byte == 0x40 || byte == 0x23, scan.isLetter(start + 1), start == scan.chunkStart {
      return word(start, continuing: start + 1, &scan)
    }
    if byte == 0x5B, language == .english, scan.matches("[...]", at: start) {
      scan.emit(start, start + 5, .punctuation)
      return start + 5
    }
    let stop = scan.signRunEnd(start, scalarClass, length)
    scan.emit(start, stop, scalarClass == .symbol ? .symbol : .punctuation)
    return stop
  }

  private func emoticonEnd(_ start: Int, _ scan: TokenScan) -> Int? {
    for length in [3, 2] where scan.isBoundary(start + length) {
      if rules.emoticons.contains(scan.text.exactHash(start, start + length)) {
        return start + length
      }
    }
    return nil
  }
}
