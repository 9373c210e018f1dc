/// Finds a byline inside a short text: "von Anna Muster", "Par Jean Dupont", "Posted by Joe".
enum Byline {
  /// Words that introduce an author, in small letters.
  private static let cues: Set<String> = [
    "by", "par", "von", "por", "vom", "autor", "autorin", "auteur", "author", "autore", "verfasst",
    "geschrieben", "autoren", "text", "texte", "redaktion",
  ]

  /// The names that follow the first introducing word, or none.
  static func names(in text: String) -> [String] {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\u{A0}" })
    for (index, word) in words.enumerated() {
      let cue = word.lowercased().trimmed { !$0.isLetter }
      guard cues.contains(cue), index + 1 < words.count else { continue }
      // "by" inside a sentence introduces anything.
      guard index <= 8 else { return [] }
      var name: [Substring] = []
      for part in words[(index + 1)...] {
        guard isNamePart(part, isFirst: name.isEmpty) else { break }
        name.append(part)
        if part.hasSuffix(",") || part.hasSuffix(";") { break }
      }
      let joined = name.joined(separator: " ")
      guard name.count >= 2, name.count <= 5, let clean = AuthorNames.name(joined) else { continue }
      return [clean]
    }
    return []
  }

  private static let particles: Set<String> = [
    "de", "du", "des", "la", "le", "van", "von", "der", "den", "di", "da", "del", "zu", "el", "al",
  ]

  private static func isNamePart(_ word: Substring, isFirst: Bool) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    if !isFirst, particles.contains(String(word)) { return true }
    return first.properties.isUppercase && !word.utf8.contains { (0x30...0x39).contains($0) }
  }
}
