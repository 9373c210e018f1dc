import FilonCore

/// Finds the noun phrases that may hold terms, by patterns of parts of speech.
///
/// French: noun, adjectives, then prepositional complements of the same shape behind "de", "à" or
/// "en". English: adjectives and nouns that end in a noun, then one complement behind "of".
struct NounPhrases {
  let words: TermWords

  /// The maximal phrases of a sentence.
  func find(_ sentence: Range<Int>) -> [Range<Int>] {
    var phrases: [Range<Int>] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let end =
        words.language == .french
        ? french(index, sentence.upperBound) : english(index, sentence.upperBound)
      if let end, end > index {
        phrases.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return phrases
  }

  private func pos(_ index: Int) -> UniversalPOS { words.tokens[index].pos }

  private func isNoun(_ index: Int) -> Bool { pos(index) == .noun || pos(index) == .propn }

  private func french(_ start: Int, _ limit: Int) -> Int? {
    guard var end = frenchGroup(start, limit) else { return nil }
    var complements = 0
    while complements < 3, end + 1 < limit, links(end), let next = frenchComplement(end, limit) {
      end = next
      complements += 1
    }
    return end
  }

  private func links(_ index: Int) -> Bool {
    guard pos(index) == .adp else { return false }
    let lemma = words.tokens[index].lemma
    return lemma == "de" || lemma == "à" || lemma == "en"
  }

  private func frenchComplement(_ preposition: Int, _ limit: Int) -> Int? {
    var start = preposition + 1
    if start < limit, pos(start) == .det {
      guard words.tokens[preposition].lemma == "de", words.tokens[start].lemma == "le" else {
        return nil
      }
      start += 1
    }
    return start < limit ? frenchGroup(start, limit) : nil
  }

  private func frenchGroup(_ start: Int, _ limit: Int) -> Int? {
    var index = start
    // "grand modèle": an adjective before the noun.
    if pos(index) == .adj, index + 1 < limit, pos(index + 1) == .noun { index += 1 }
    guard isNoun(index) else { return nil }
    let isName = pos(index) == .propn
    index += 1
    while index < limit, index - start < 4 {
      let tag = pos(index)
      let follows =
        tag == .adj || tag == .propn && isName || tag == .propn && index == start + 1
        || tag == .noun && words.tokens[index].flags.contains(.uppercase)
      guard follows, words.tokens[index].flags.contains(.afterSpace) else { break }
      index += 1
    }
    return index
  }

  private func english(_ start: Int, _ limit: Int) -> Int? {
    guard var end = englishGroup(start, limit) else { return nil }
    if end + 1 < limit, words.matches(end, "of") {
      var next = end + 1
      if pos(next) == .det { next += 1 }
      if next < limit, let group = englishGroup(next, limit) { end = group }
    }
    return end
  }

  private func englishGroup(_ start: Int, _ limit: Int) -> Int? {
    var index = start
    var lastNoun: Int?
    while index < limit, index - start < 8 {
      if isNoun(index) {
        lastNoun = index
      } else if pos(index) == .punct {
        // The hyphen of a compound.
        guard index > start, words.matches(index, "-"), index + 1 < limit,
          !words.tokens[index].flags.contains(.afterSpace),
          !words.tokens[index + 1].flags.contains(.afterSpace)
        else { break }
      } else if pos(index) != .adj && !isParticiple(index, start, limit) {
        break
      }
      index += 1
    }
    return lastNoun.map { $0 + 1 }
  }

  /// A participle inside a compound: "machine-generated text", "purchasing power".
  private func isParticiple(_ index: Int, _ start: Int, _ limit: Int) -> Bool {
    pos(index) == .verb && index + 1 < limit && isNoun(index + 1)
      && (words.ends(index, "ed") || words.ends(index, "ing"))
  }
}
