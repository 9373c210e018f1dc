import CFilonTermsData
import FilonCore

/// A bilingual lexicon of concepts: the French and the English term share a key.
///
/// The file is tab-separated: concept, French terms, English terms; variants of a term are parted by
/// `|`. Lines that start with `#` are comments.
public struct ConceptLexicon: Sendable {
  private var concepts: [[TermKey: String]] = [[:], [:]]
  private var preferred: [[String: String]] = [[:], [:]]

  /// A lexicon without terms.
  public init() {}

  /// A lexicon read from the text of a file.
  public init(_ table: String) {
    add(table)
  }

  /// The lexicon that is part of the program: politics, economy, technology, climate, health,
  /// justice, sport.
  public static let standard = ConceptLexicon(
    EmbeddedBytes(filon_terms_concepts_bytes(), count: filon_terms_concepts_size()).text)

  /// Adds the terms of a file; they prevail over terms already there.
  public mutating func add(_ table: String) {
    for row in TabSeparatedTable(table).rows where row.count >= 3 {
      for language in AnalysisLanguage.allCases {
        let number = Int(language.rawValue)
        for (position, variant) in row[1 + number].split(separator: "|").enumerated() {
          let key = TermKey.of(TermKey.words(variant), language)
          guard !key.isEmpty else { continue }
          concepts[number][key] = row[0]
          if position == 0 { preferred[number][row[0]] = String(variant) }
        }
      }
    }
  }

  /// Number of keys, both languages together.
  public var count: Int { concepts[0].count + concepts[1].count }

  /// The concept of a term, given as words.
  public func concept(_ words: [String], language: AnalysisLanguage) -> String? {
    concept(key: TermKey.of(words, language), language)
  }

  func concept(key: TermKey, _ language: AnalysisLanguage) -> String? {
    concepts[Int(language.rawValue)][key]
  }

  /// The preferred term of a concept in a language.
  public func term(_ concept: String, language: AnalysisLanguage) -> String? {
    preferred[Int(language.rawValue)][concept]
  }
}
