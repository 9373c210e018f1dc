import FilonCore

/// What apostrophes, hyphens, full stops and other signs inside a word do to it.
extension Tokenizer {
  // MARK: Apostrophes

  func wordApostrophe(
    _ start: Int, _ index: Int, _ length: Int, _ scan: inout TokenScan
  ) -> Cut {
    if let stop = wholeEnd(start, scan, beyond: index) { return finish(start, stop, &scan) }
    let next = index + length
    return language == .french
      ? frenchApostrophe(start, index, next, &scan) : englishApostrophe(start, index, next, &scan)
  }

  private func frenchApostrophe(
    _ start: Int, _ index: Int, _ next: Int, _ scan: inout TokenScan
  ) -> Cut {
    if next - start <= Self.reach, scan.byte(index) != 0x60,
      rules.elisions.contains(scan.text.lowerHash(start, next))
    {
      return finish(start, next, &scan)
    }
    return scan.isLetter(next) ? .join : .end
  }

  private func englishApostrophe(
    _ start: Int, _ index: Int, _ next: Int, _ scan: inout TokenScan
  ) -> Cut {
    let stop = scan.lettersEnd(next)
    if stop == next {
      let last = scan.bytes[index - 1] | 0x20
      let possessive = (last == 0x73 || last == 0x78 || last == 0x7A) && !scan.singleQuoteIsOpen
      guard possessive, !scan.isDigit(next) else { return .end }
      scan.emit(start, index, .word, part: .first)
      scan.emit(index, next, .word, part: .further)
      return .done(next)
    }
    if stop == next + 1, scan.text.lower[next] == 0x74, index - start > 1,
      scan.text.lower[index - 1] == 0x6E
    {  // n't
      scan.emit(start, index - 1, .word, part: .first)
      scan.emit(index - 1, stop, .word, part: .further)
      return .done(stop)
    }
    if isClitic(index, next, stop, scan) {
      scan.emit(start, index, .word, part: .first)
      scan.emit(index, stop, .word, part: .further)
      return .done(stop)
    }
    return .join
  }

  /// Whether apostrophe and letters are a clitic of English ("'s"), whatever the apostrophe.
  private func isClitic(_ index: Int, _ next: Int, _ stop: Int, _ scan: TokenScan) -> Bool {
    var hash = WordHash.step(WordHash.seed, 0x27)
    for position in next..<min(stop, next + 4) {
      hash = WordHash.step(hash, scan.text.lower[position])
    }
    return stop - next < 4 && rules.clitics.contains(WordHash.finish(hash))
  }

  // MARK: Hyphens

  func wordHyphen(_ start: Int, _ index: Int, _ length: Int, _ scan: inout TokenScan) -> Cut {
    let next = index + length
    guard scan.isLetter(next) || scan.isDigit(next) else { return .end }
    if let stop = wholeEnd(start, scan, beyond: index) { return finish(start, stop, &scan) }
    if language == .french {
      guard let stop = cliticsEnd(index, scan) else { return .join }
      scan.emit(start, index, .word)
      emitClitics(index, stop, &scan)
      return .done(stop)
    }
    if rules.prefixes.contains(scan.text.lowerHash(start, index)) { return .join }
    return .end
  }

  /// Where the French clitics that start with the hyphen at `index` end, when nothing else follows.
  private func cliticsEnd(_ index: Int, _ scan: TokenScan) -> Int? {
    let stop = scan.compoundEnd(index + 1)
    guard stop - index <= 20, scan.bytes[index] == 0x2D else { return nil }
    var position = index
    while position < stop {
      guard let end = cliticEnd(position, stop, scan) else { return nil }
      position = end
    }
    return stop
  }

  /// The end of the longest clitic at `position`.
  private func cliticEnd(_ position: Int, _ stop: Int, _ scan: TokenScan) -> Int? {
    var best: Int?
    var end = position + 1
    while end <= stop {
      if end == stop || scan.bytes[end] == 0x2D,
        rules.clitics.contains(scan.text.lowerHash(position, end))
      {
        best = end
      }
      end += 1
    }
    return best
  }

  private func emitClitics(_ start: Int, _ stop: Int, _ scan: inout TokenScan) {
    var position = start
    while position < stop, let end = cliticEnd(position, stop, scan) {
      scan.emit(position, end, .word)
      position = end
    }
  }

  // MARK: Other signs

  func wordSign(_ start: Int, _ segment: Int, _ index: Int, _ scan: inout TokenScan) -> Cut {
    switch scan.bytes[index] {
    case 0x2E: return wordFullStop(start, segment, index, &scan)
    case 0x26:  // AT&T
      return index - segment <= 3 && scan.isCapital(index - 1) && scan.isCapital(index + 1)
        ? .join : .end
    case 0x5F: return scan.isLetter(index + 1) || scan.isDigit(index + 1) ? .join : .end
    case 0x24:  // US$
      guard index - start <= 3, scan.isCapital(start) else { return .end }
      return finish(start, index + 1, &scan)
    case 0x2F:
      if let stop = wholeEnd(start, scan, beyond: index) { return finish(start, stop, &scan) }
      return .end
    case 0x28:  // traité(e)
      guard language == .french else { return .end }
      let letters = scan.lettersEnd(index + 1)
      guard letters > index + 1, letters <= index + 4, scan.byte(letters) == 0x29,
        scan.isBoundary(letters + 1)
      else { return .end }
      return finish(start, letters + 1, &scan)
    default: return .end
    }
  }

  private func wordFullStop(
    _ start: Int, _ segment: Int, _ index: Int, _ scan: inout TokenScan
  ) -> Cut {
    let next = index + 1
    if scan.byte(next) == 0x2E { return .end }
    // J.-C.
    if segment == start, scan.byte(next) == 0x2D, scan.isCapital(next + 1), scan.isCapital(start),
      let stop = compoundInitialsEnd(next + 1, scan)
    {
      return finish(start, stop, &scan, abbreviation: Surface.initials)
    }
    let single = scan.lettersEnd(segment) == index && scan.isSingleScalar(segment, index)
    if scan.isLetter(next) || scan.isDigit(next) {
      if single { return .join }
      if abbreviation(start, next, scan) != 0 {
        return finish(start, next, &scan, abbreviation: abbreviation(start, next, scan))
      }
      // A full stop without its space: "…the end.The next".
      if scan.isCapital(next), !scan.isCapital(index - 1) { return .end }
      return .join
    }
    let kind = abbreviation(start, next, scan)
    if kind == UInt8(TokenRules.Abbreviation.beforeNumber.rawValue) {
      return scan.digitFollows(next) ? finish(start, next, &scan, abbreviation: kind) : .end
    }
    if kind != 0 { return finish(start, next, &scan, abbreviation: kind) }
    guard single else { return .end }
    if segment > start { return finish(start, next, &scan, abbreviation: Surface.initials) }
    guard scan.isCapital(start), isInitial(start, next, scan) else { return .end }
    return finish(start, next, &scan, abbreviation: Surface.initials)
  }

  /// The end of the second initial of "J.-C.".
  private func compoundInitialsEnd(_ index: Int, _ scan: TokenScan) -> Int? {
    let stop = scan.lettersEnd(index)
    guard stop - index <= 2, scan.byte(stop) == 0x2E else { return nil }
    return stop + 1
  }

  /// Whether a single capital with a full stop is the initial of a name.
  private func isInitial(_ start: Int, _ next: Int, _ scan: TokenScan) -> Bool {
    guard scan.capitalFollows(next) else { return false }
    guard language == .english, scan.bytes[start] == 0x49 else { return true }
    guard let last = scan.pieces.last, last.kind == .word else { return false }
    return scan.isCapital(last.start)
  }

  private func abbreviation(_ start: Int, _ end: Int, _ scan: TokenScan) -> UInt8 {
    guard end - start <= 12 else { return 0 }
    return UInt8(rules.abbreviations.value(scan.text.exactHash(start, end)) ?? 0)
  }

  private func finish(
    _ start: Int, _ stop: Int, _ scan: inout TokenScan, abbreviation: UInt8 = 0
  ) -> Cut {
    scan.emit(start, stop, .word, abbreviation: abbreviation)
    return .done(stop)
  }

  /// The end of a listed word that is not to be cut, if one starts at `start` and ends after
  /// `beyond` at the end of a run of letters, hyphens, apostrophes and slashes.
  private func wholeEnd(_ start: Int, _ scan: TokenScan, beyond: Int) -> Int? {
    guard beyond - start < Self.reach else { return nil }
    let stop = scan.compoundEnd(beyond + 1)
    if rules.wholes.contains(scan.text.lowerHash(start, stop)) { return stop }
    return nil
  }
}
