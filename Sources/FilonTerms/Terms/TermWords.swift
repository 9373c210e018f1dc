import FilonCore

/// The words of a document as the term extractor sees them.
struct TermWords {
  let text: String
  let tokens: [Token]
  let language: AnalysisLanguage
  /// Surfaces in lower case, empty for the further words of a contraction.
  let surfaces: [String]
  /// What each word contributes to the key of a term.
  private let parts: [String]

  init(text: String, tokens: [Token], language: AnalysisLanguage) {
    self.text = text
    self.tokens = tokens
    self.language = language
    var source = Array(text.utf8)
    LowerCase.fold(&source)
    surfaces = tokens.map { token in
      guard !token.flags.contains(.sharesRange), Int(token.range.end) <= source.count else {
        return ""
      }
      return String(decoding: source[token.range.bytes], as: UTF8.self)
    }
    parts = surfaces.map { $0.isEmpty ? "" : TermKey.part($0, language) }
  }

  /// Whether a word carries meaning in a term.
  func isContent(_ index: Int) -> Bool {
    switch tokens[index].pos {
    case .noun, .propn, .adj, .num, .verb, .x: return true
    default: return false
    }
  }

  /// Number of content words.
  func contentCount(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + (isContent($1) ? 1 : 0) } }

  /// The key that joins the variants of the term.
  func key(_ range: Range<Int>) -> String { TermKey.join(parts[range]) }

  /// The bytes of the term.
  func textRange(_ range: Range<Int>) -> TextRange {
    tokens[range.lowerBound].range.union(tokens[range.upperBound - 1].range)
  }

  /// The term in lower case, its head in the singular; names and acronyms keep their capitals.
  func lemma(_ range: Range<Int>) -> String {
    var output = ""
    var isComplement = false
    for index in range where !surfaces[index].isEmpty {
      let token = tokens[index]
      if index > range.lowerBound, token.flags.contains(.afterSpace) { output += " " }
      isComplement = isComplement || token.pos == .adp
      output += isComplement && token.pos != .propn ? surfaces[index] : lemma(index)
    }
    return output
  }

  private func lemma(_ index: Int) -> String {
    let token = tokens[index]
    switch token.pos {
    case .noun where !token.lemma.isEmpty:
      // An acronym keeps its capitals.
      return token.flags.contains(.uppercase)
        ? String(text.slice(token.range)) : token.lemma.lowercased()
    case .propn: return String(text.slice(token.range))
    case .adj where language == .french: return singular(surfaces[index])
    default: return surfaces[index]
    }
  }

  /// A French adjective in the singular, its gender kept.
  private func singular(_ adjective: String) -> String {
    if adjective.hasSuffix("aux") { return adjective.dropLast(2) + "l" }
    guard adjective.hasSuffix("s"), !adjective.hasSuffix("is"), adjective.utf8.count > 3 else {
      return adjective
    }
    return String(adjective.dropLast())
  }
}
