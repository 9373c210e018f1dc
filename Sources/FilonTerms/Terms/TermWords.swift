import FilonCore

/// The words of a document as the term extractor sees them.
struct TermWords {
  let text: String
  let tokens: [Token]
  let language: AnalysisLanguage
  /// The text in lower case.
  private let lower: [UInt8]
  /// What each word contributes to the key of a term; empty where no phrase has asked.
  private var keys: [TermKey]

  init(text: String, tokens: [Token], language: AnalysisLanguage) {
    self.text = text
    self.tokens = tokens
    self.language = language
    var bytes = Array(text.utf8)
    LowerCase.fold(&bytes)
    lower = bytes
    keys = Array(repeating: .empty, count: tokens.count)
  }

  /// Computes the keys of the words of a phrase.
  mutating func prepare(_ phrase: Range<Int>) {
    for index in phrase where keys[index].isEmpty {
      let bytes = bytes(index)
      if !bytes.isEmpty { keys[index] = TermKey(lower, bytes, language) }
    }
  }

  /// The bytes of a word; none for the further words of a contraction.
  private func bytes(_ index: Int) -> Range<Int> {
    let token = tokens[index]
    guard !token.flags.contains(.sharesRange), Int(token.range.end) <= lower.count else {
      return 0..<0
    }
    return token.range.bytes
  }

  /// The surface in lower case, empty for the further words of a contraction.
  func surface(_ index: Int) -> String {
    String(decoding: lower[bytes(index)], as: UTF8.self)
  }

  /// Whether a word is this, in lower case.
  func matches(_ index: Int, _ word: StaticString) -> Bool {
    let bytes = bytes(index)
    return word.withUTF8Buffer { buffer in
      bytes.count == buffer.count && lower[bytes].elementsEqual(buffer)
    }
  }

  /// Whether a word ends so, in lower case.
  func ends(_ index: Int, _ ending: StaticString) -> Bool {
    let bytes = bytes(index)
    return ending.withUTF8Buffer { buffer in
      bytes.count >= buffer.count && lower[bytes].suffix(buffer.count).elementsEqual(buffer)
    }
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
  func key(_ range: Range<Int>) -> TermKey {
    var key = TermKey.empty
    for index in range { key.append(keys[index]) }
    return key
  }

  /// The bytes of the term.
  func textRange(_ range: Range<Int>) -> TextRange {
    tokens[range.lowerBound].range.union(tokens[range.upperBound - 1].range)
  }

  /// The term in lower case, its head in the singular; names and acronyms keep their capitals.
  func lemma(_ range: Range<Int>) -> String {
    var output = ""
    var isComplement = false
    for index in range where !tokens[index].flags.contains(.sharesRange) {
      let token = tokens[index]
      if index > range.lowerBound, token.flags.contains(.afterSpace) { output += " " }
      isComplement = isComplement || token.pos == .adp
      output += isComplement && token.pos != .propn ? surface(index) : lemma(index)
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
    case .adj where language == .french: return singular(surface(index))
    default: return surface(index)
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
