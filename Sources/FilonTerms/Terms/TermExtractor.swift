public import FilonCore

/// Finds the terms of a text: noun phrases by patterns of parts of speech, weighed by C-value
/// (Frantzi, Ananiadou and Mima 2000), variants joined, concepts looked up in a bilingual lexicon.
public struct TermExtractor: Sendable {
  private let lexicon: ConceptLexicon

  /// Most content words in a term.
  static let longest = 5

  /// An extractor that knows the concepts of a lexicon.
  public init(lexicon: ConceptLexicon = .standard) { self.lexicon = lexicon }

  /// The occurrences of the terms of a text, sorted, without overlap.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - tokens: Its words, tagged.
  ///   - sentences: Its sentences; no term crosses one.
  ///   - language: The language of patterns and lexicon.
  public func terms(
    text: String, tokens: [Token], sentences: [Sentence], language: AnalysisLanguage
  ) -> [Term] {
    var words = TermWords(text: text, tokens: tokens, language: language)
    let finder = NounPhrases(words: words)
    var phrases: [Range<Int>] = []
    var first = 0
    for sentence in sentences {
      while first < tokens.count, tokens[first].range.start < sentence.range.start { first += 1 }
      var end = first
      while end < tokens.count, tokens[end].range.start < sentence.range.end { end += 1 }
      phrases += finder.find(first..<end)
      first = end
    }
    for phrase in phrases { words.prepare(phrase) }
    var acronyms = AcronymFinder(words: words)
    let aliases = acronyms.find(phrases)
    var candidates = TermCandidates(words: words, lexicon: lexicon, aliases: aliases)
    for phrase in phrases { candidates.count(phrase) }
    return candidates.choose(phrases)
  }
}
