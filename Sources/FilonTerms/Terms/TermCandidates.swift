import CFilonTermsData
import FilonCore

/// Counts the candidates of a document and chooses its terms.
struct TermCandidates {
  private let words: TermWords
  private let lexicon: ConceptLexicon
  private let aliases: [TermKey: Range<Int>]
  /// Keys of the full forms of acronyms.
  private let fullForms: Set<TermKey>
  /// Occurrences by key, and occurrences inside longer candidates.
  private var counts: [TermKey: Int] = [:]
  private var nested: [TermKey: Int] = [:]

  /// Nouns that are no terms by themselves, by language.
  private static let stopwords: [Set<TermKey>] = {
    let table = TabSeparatedTable(
      EmbeddedBytes(filon_terms_term_stopwords_bytes(), count: filon_terms_term_stopwords_size())
        .text)
    return AnalysisLanguage.allCases.map { language in
      Set(
        table.rows.filter { $0.count > 1 && $0[0] == language.code }.flatMap {
          $0[1].split(separator: " ").map { TermKey.of([String($0)], language) }
        })
    }
  }()

  init(words: TermWords, lexicon: ConceptLexicon, aliases: [TermKey: Range<Int>]) {
    self.words = words
    self.lexicon = lexicon
    self.aliases = aliases
    fullForms = Set(aliases.values.map { words.key($0) })
  }

  /// Counts the parts of a phrase that could be terms.
  mutating func count(_ phrase: Range<Int>) {
    for part in parts(phrase) {
      let key = words.key(part)
      counts[key, default: 0] += 1
      if part != phrase { nested[key, default: 0] += 1 }
    }
  }

  /// The parts of a phrase that start with a content word, end with one, and hold a noun.
  private func parts(_ phrase: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    for start in phrase where words.isContent(start) && startsPart(start, phrase) {
      for end in (start + 1)...phrase.upperBound where words.isContent(end - 1) {
        let part = start..<end
        guard words.contentCount(part) <= TermExtractor.longest else { break }
        if isPart(part, phrase) { parts.append(part) }
      }
    }
    return parts
  }

  private func startsPart(_ start: Int, _ phrase: Range<Int>) -> Bool {
    // A French adjective behind its noun does not start a term; a hyphen is no border.
    if start > phrase.lowerBound, words.matches(start - 1, "-") { return false }
    guard words.language == .french else { return true }
    return words.tokens[start].pos != .adj
      || start + 1 < phrase.upperBound && words.tokens[start + 1].pos == .noun
  }

  private func isPart(_ part: Range<Int>, _ phrase: Range<Int>) -> Bool {
    if part.upperBound < phrase.upperBound, words.matches(part.upperBound, "-") { return false }
    let last = words.tokens[part.upperBound - 1].pos
    let isHeaded =
      words.language == .french
      ? part.contains { words.tokens[$0].pos == .noun || words.tokens[$0].pos == .propn }
      : last == .noun || last == .propn
    return isHeaded
  }

  // MARK: Choice

  /// The terms of the phrases, with counts over all variants.
  func choose(_ phrases: [Range<Int>]) -> [Term] {
    var chosen: [(range: Range<Int>, key: TermKey)] = []
    for phrase in phrases { chosen += cover(phrase) }
    var totals: [TermKey: Int] = [:]
    var lemmas: [TermKey: String] = [:]
    for (range, key) in chosen {
      totals[key, default: 0] += 1
      if lemmas[key] == nil || words.contentCount(range) > 1 && lemmas[key]?.contains(" ") == false
      {
        lemmas[key] = words.lemma(range)
      }
    }
    return chosen.map { range, key in
      let concept =
        lexicon.concept(key: key, words.language)
        ?? lexicon.concept(key: words.key(range), words.language)
      let preferred = concept.flatMap { lexicon.term($0, language: words.language) }
      return Term(
        range: words.textRange(range), lemma: preferred ?? lemmas[key] ?? words.lemma(range),
        concept: concept, count: totals[key] ?? 1)
    }
  }

  /// Covers a phrase with terms from left to right, the best part first.
  private func cover(_ phrase: Range<Int>) -> [(range: Range<Int>, key: TermKey)] {
    var best: (range: Range<Int>, key: TermKey, score: Double)?
    for part in parts(phrase) {
      let key = words.key(part)
      let score = termhood(part, key, in: phrase)
      if score > 0, score > best?.score ?? 0 { best = (part, key, score) }
    }
    guard let best else { return [] }
    let key = aliases[best.key].map { words.key($0) } ?? best.key
    var result: [(range: Range<Int>, key: TermKey)] = []
    if let before = trimmed(phrase.lowerBound..<best.range.lowerBound) { result += cover(before) }
    result.append((best.range, key))
    if let after = trimmed(best.range.upperBound..<phrase.upperBound) { result += cover(after) }
    return result
  }

  /// A rest of a phrase without function words at its ends, or nil.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, !words.isContent(start) { start += 1 }
    while end > start, !words.isContent(end - 1) { end -= 1 }
    return start < end ? start..<end : nil
  }

  /// How much a part is a term: C-value, with what the lexicon and the text's acronyms know on top.
  private func termhood(_ part: Range<Int>, _ key: TermKey, in phrase: Range<Int>) -> Double {
    let length = words.contentCount(part)
    guard !key.isEmpty else { return 0 }
    if fullForms.contains(key) { return 200 }
    if lexicon.concept(key: key, words.language) != nil { return 100 + Double(length) }
    if aliases[key] != nil { return 90 }
    let isNamed = part.allSatisfy { words.tokens[$0].pos != .noun }
    // A participle belongs to a term behind a hyphen; elsewhere only the lexicon can tell.
    for index in part where words.tokens[index].pos == .verb {
      if index == part.lowerBound || !words.matches(index - 1, "-") { return 0 }
    }
    if isNamed || part.contains(where: { words.tokens[$0].pos == .num }) { return 0 }
    let count = Double(counts[key] ?? 0)
    if length == 1 {
      guard !Self.stopwords[Int(words.language.rawValue)].contains(key), key.length > 2 else {
        return 0
      }
      return 0.5 + count / 100
    }
    let isStop = Self.stopwords[Int(words.language.rawValue)].contains(
      words.key(head(part)..<head(part) + 1))
    let inside = part == phrase ? 0 : Double(nested[key] ?? 0) / 2
    let value = Double(length).squareRoot() * (count - inside)
    return isStop ? 0 : value
  }

  /// The head noun: the first of a French term, the last of an English one before "of".
  private func head(_ part: Range<Int>) -> Int {
    if words.language == .french {
      return part.first { words.tokens[$0].pos == .noun || words.tokens[$0].pos == .propn }
        ?? part.lowerBound
    }
    let end = part.first { words.matches($0, "of") } ?? part.upperBound
    return max(part.lowerBound, end - 1)
  }
}
