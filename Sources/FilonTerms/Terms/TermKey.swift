import FilonCore

/// The key that joins the variants of a term: the light stems of its content words.
enum TermKey {
  private static let functionWords: Set<String> = [
    "de", "du", "des", "d'", "la", "le", "les", "l'", "a", "au", "aux", "en", "et", "of", "the",
    "an", "and", "for", "to", "in", "on", "-", "un", "une", "par", "pour", "sur", "dans", "'s", "'",
  ]

  /// The key of words; empty when all are function words.
  static func of(_ words: [some StringProtocol], _ language: AnalysisLanguage) -> String {
    join(words.map { part($0, language) })
  }

  /// What a word contributes to a key; empty for a function word.
  static func part(_ word: some StringProtocol, _ language: AnalysisLanguage) -> String {
    let folded = Folding.key(word)
    if functionWords.contains(folded) { return "" }
    return join(folded.split(separator: "-").map { LightStem.of($0, language) })
  }

  /// The key that the parts make.
  static func join(_ parts: some Sequence<String>) -> String {
    var key = ""
    for part in parts where !part.isEmpty {
      if !key.isEmpty { key += " " }
      key += part
    }
    return key
  }

  /// The words of a lexicon entry, cut at spaces and behind elisions.
  static func words(_ entry: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in entry.unicodeScalars {
      if scalar == " " {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.unicodeScalars.append(scalar == "\u{2019}" ? "'" : scalar)
        if word.hasSuffix("'"), word.utf8.count <= 3 {
          words.append(word)
          word = ""
        }
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
