import CFilonClaimsData
import FilonCore

/// Nouns for people and bodies that can hold a view.
struct HumanNouns: Sendable {
  /// A noun's kind.
  enum Kind: UInt32, Sendable {
    case person = 1, collective = 2, organization = 3, document = 4
    case anonymous = 5
  }

  /// The embedded list.
  static let standard = HumanNouns(
    EmbeddedBytes(filon_claims_source_nouns_bytes(), count: filon_claims_source_nouns_size()).text)

  private let tables: [FormTable]

  /// Reads a table of nouns by kind.
  init(_ text: String) {
    let rows = TabSeparatedTable(text).rows
    let kinds: [String: Kind] = [
      "person": .person, "collective": .collective, "organization": .organization,
      "document": .document, "anonymous": .anonymous,
    ]
    tables = [1, 2].map { column in
      var entries: [(FormHash, UInt32)] = []
      for row in rows where row.count > column {
        guard let kind = kinds[row[0]] else { continue }
        for word in row[column].split(separator: ",") {
          entries.append((FormHash(String(word)), kind.rawValue))
        }
      }
      return FormTable(entries)
    }
  }

  /// The kind of a word form, or nil.
  func kind(_ form: FormHash, _ language: ClaimLanguage) -> Kind? {
    tables[Int(language.rawValue)][form].flatMap(Kind.init(rawValue:))
  }

  /// Whether the word is in the list.
  func contains(_ form: FormHash, _ language: ClaimLanguage) -> Bool {
    kind(form, language) != nil
  }
}
