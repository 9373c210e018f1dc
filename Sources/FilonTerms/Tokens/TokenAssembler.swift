import FilonCore

/// Makes tokens of tagged surface pieces, and words of contractions ("du" = "de" + "le").
struct TokenAssembler {
  let rules: TokenRules

  /// Appends the tokens of one sentence and, when `words` is not nil, what the parser needs.
  func append(
    _ text: AnalyzedText, _ pieces: [Surface], _ range: Range<Int>, _ tagger: Tagger,
    to tokens: inout [Token], words: inout [ParserWord]?
  ) {
    for index in range {
      let piece = pieces[index]
      let fact = tagger.fact(index - range.lowerBound)
      let tag = TagClass.tag(tagger.classes[index - range.lowerBound], hasLetters: fact.hasLetters)
      let textRange = TextRange(piece.start, piece.end)
      var flags = flags(text, piece, fact)
      if tag == .adp, piece.kind == .word,
        let number = rules.contractions.value(text.lowerHash(piece.start, piece.end))
      {
        flags.insert(.multiword)
        for (position, part) in rules.contractionParts[Int(number)].enumerated() {
          tokens.append(
            Token(range: textRange, lemma: part.lemma, pos: part.pos, flags: flags))
          words?.append(part.word)
          if position == 0 {
            flags.insert(.sharesRange)
            flags.remove([.startsSentence, .afterSpace])
          }
        }
        continue
      }
      tokens.append(
        Token(
          range: textRange, lemma: tagger.lemma(text, piece, tag, fact), pos: tag, flags: flags))
      words?.append(ParserWord(fact, tag))
    }
  }

  private func flags(_ text: AnalyzedText, _ piece: Surface, _ fact: WordFacts) -> Token.Flags {
    var flags: Token.Flags = []
    if piece.startsSentence { flags.insert(.startsSentence) }
    if piece.afterSpace { flags.insert(.afterSpace) }
    if piece.part != .whole { flags.insert(.multiword) }
    let shape = fact.shape & 7
    if shape == 1 || shape == 3 || shape == 4 { flags.insert(.capitalized) }
    if shape == 3 { flags.insert(.uppercase) }
    if fact.shape >> 3 & 7 > 0 { flags.insert(.hasDigit) }
    return flags
  }
}
