import CFilonTermsData
import FilonCore

/// The word lists of one language that the tokeniser and the sentence splitter look into.
struct TokenRules: Sendable {
  /// One word of a multiword token whose surface cannot be cut, such as "du".
  struct Part: Sendable {
    let form: String
    let pos: UniversalPOS
    let lemma: String
    let word: ParserWord
  }

  /// Abbreviations that keep their full stop.
  enum Abbreviation: UInt32 {
    case title = 1, general, beforeNumber
  }

  let elisions: WordTable
  let wholes: WordTable
  let clitics: WordTable
  let units: WordTable
  let numericSuffixes: WordTable
  let prefixes: WordTable
  let abbreviations: WordTable
  let starters: WordTable
  let emoticons: WordTable
  /// Index into ``contractionParts``.
  let contractions: WordTable
  let contractionParts: [[Part]]
  /// Index into ``runTogetherLengths``.
  let runTogethers: WordTable
  /// Byte lengths of the parts of each run-together word.
  let runTogetherLengths: [[Int]]

  /// The rules of a language, compiled once.
  static func of(_ language: AnalysisLanguage) -> TokenRules {
    language == .french ? french : english
  }

  private static let french = TokenRules(language: "fr", rows: rows)
  private static let english = TokenRules(language: "en", rows: rows)
  private static let rows = TabSeparatedTable(
    EmbeddedBytes(filon_terms_token_rules_bytes(), count: filon_terms_token_rules_size()).text
  ).rows

  private init(language: String, rows: [[String]]) {
    let rows = rows.filter { $0.count >= 3 && $0[0] == language }
    func words(_ kind: String) -> [String] { rows.filter { $0[1] == kind }.map { $0[2] } }
    elisions = WordTable(words: words("elision"))
    wholes = WordTable(words: words("whole"))
    clitics = WordTable(words: words("clitic"))
    units = WordTable(words: words("unit"))
    numericSuffixes = WordTable(words: words("numeric-suffix"))
    prefixes = WordTable(words: words("prefix"))
    starters = WordTable(words: words("starter"))
    emoticons = WordTable(words: words("emoticon"))
    abbreviations = WordTable(
      words("title").map { ($0, Abbreviation.title.rawValue) }
        + words("abbreviation").map { ($0, Abbreviation.general.rawValue) }
        + words("abbreviation-number").map { ($0, Abbreviation.beforeNumber.rawValue) })

    let contracted = rows.filter { $0[1] == "contraction" && $0.count > 3 }
    contractions = WordTable(contracted.enumerated().map { ($1[2], UInt32($0)) })
    contractionParts = contracted.map { row in
      row[3].split(separator: " ").compactMap { part in
        let fields = part.split(separator: ":")
        guard fields.count == 3, let pos = UniversalPOS(fields[1]) else { return nil }
        let form = String(fields[0])
        return Part(
          form: form, pos: pos, lemma: String(fields[2]),
          word: ParserWord(WordFacts(word: form), pos))
      }
    }
    let joined = rows.filter { $0[1] == "run-together" && $0.count > 3 }
    runTogethers = WordTable(joined.enumerated().map { ($1[2], UInt32($0)) })
    runTogetherLengths = joined.map { $0[3].split(separator: " ").map(\.utf8.count) }
  }
}
