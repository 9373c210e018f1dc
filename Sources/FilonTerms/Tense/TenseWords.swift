import CFilonTermsData
import FilonCore

/// The words of one language that tell the past from the future.
struct TenseWords: Sendable {
  /// What a word does for the tense of its clause; the rows of the data file.
  enum Kind: String {
    case future, past, perfect, perfectBe = "perfect-be", perfectBeVerb = "perfect-be-verb"
    case stem, until, since
  }

  private let words: [String: Set<Kind>]
  private let stems: [String: String]

  private init(column: Int) {
    var words: [String: Set<Kind>] = [:]
    var stems: [String: String] = [:]
    let table = TabSeparatedTable(
      EmbeddedBytes(filon_terms_tense_bytes(), count: filon_terms_tense_size()).text)
    for row in table.rows where row.count > column {
      guard let kind = Kind(rawValue: row[0]) else { continue }
      for word in row[column].split(separator: " ") where word != "-" {
        let parts = word.split(separator: ":")
        if kind == .stem, parts.count == 2 {
          stems[String(parts[0])] = String(parts[1])
        } else {
          words[String(word), default: []].insert(kind)
        }
      }
    }
    (self.words, self.stems) = (words, stems)
  }

  static func of(_ language: AnalysisLanguage) -> TenseWords {
    language == .french ? french : english
  }

  private static let french = TenseWords(column: 1)
  private static let english = TenseWords(column: 2)

  func has(_ word: String, _ kind: Kind) -> Bool { words[word]?.contains(kind) ?? false }

  /// The stem that the French future of an infinitive is made from.
  func futureStem(_ infinitive: String) -> String {
    stems[infinitive] ?? (infinitive.hasSuffix("e") ? String(infinitive.dropLast()) : infinitive)
  }
}
