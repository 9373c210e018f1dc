import FilonCore

/// Pairs acronyms with the full forms that the text gives for them: « grand modèle de langage (LLM)
/// » or "the OECD (Organisation for Economic Co-operation and Development)".
struct AcronymFinder {
  var words: TermWords

  /// Keys of acronyms, with the words of their full forms.
  mutating func find(_ phrases: [Range<Int>]) -> [TermKey: Range<Int>] {
    var aliases: [TermKey: Range<Int>] = [:]
    for phrase in phrases {
      let open = phrase.upperBound
      guard open + 2 < words.tokens.count, words.matches(open, "("),
        words.matches(open + 2, ")"), isAcronym(open + 1), words.contentCount(phrase) > 1
      else { continue }
      words.prepare(open + 1..<open + 2)
      let key = words.key(open + 1..<open + 2)
      if aliases[key] == nil { aliases[key] = fullForm(phrase, open + 1) }
    }
    return aliases
  }

  private func isAcronym(_ index: Int) -> Bool {
    let token = words.tokens[index]
    return token.flags.contains(.uppercase) && token.range.count >= 2 && token.range.count <= 8
  }

  /// The end of the phrase whose content words have the acronym's initials, else the phrase.
  private func fullForm(_ phrase: Range<Int>, _ acronym: Int) -> Range<Int> {
    let letters = Array(words.surface(acronym).utf8)
    for start in phrase.reversed() where words.isContent(start) {
      let initials = (start..<phrase.upperBound).filter(words.isContent).compactMap {
        Folding.key(words.surface($0)).utf8.first
      }
      if initials == letters { return start..<phrase.upperBound }
      if initials.count > letters.count { break }
    }
    return phrase
  }
}
