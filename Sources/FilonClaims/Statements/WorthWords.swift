import CFilonClaimsData
import FilonCore

/// Words that tell for or against a sentence being worth checking, each with its feature.
struct WorthWords: Sendable {
  /// The embedded lists, French and English.
  static let standard: [WorthWords] = {
    let table = TabSeparatedTable(
      EmbeddedBytes(filon_claims_worth_words_bytes(), count: filon_claims_worth_words_size()).text)
    return [WorthWords(table, column: 1), WorthWords(table, column: 2)]
  }()

  private let features: FormTable

  private init(_ source: TabSeparatedTable, column: Int) {
    var entries: [(FormHash, UInt32)] = []
    for row in source.rows where row.count > column {
      guard let feature = CheckworthinessFeature.allCases.first(where: { $0.name == row[0] }) else {
        continue
      }
      for word in row[column].split(separator: ",") {
        entries.append((FormHash(String(word)), UInt32(feature.rawValue)))
      }
    }
    features = FormTable(entries)
  }

  /// The feature of a word form, or nil.
  subscript(form: FormHash) -> CheckworthinessFeature? {
    features[form].flatMap { CheckworthinessFeature(rawValue: Int($0)) }
  }
}
