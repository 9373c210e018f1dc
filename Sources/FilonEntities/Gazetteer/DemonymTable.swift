import CFilonEntitiesData
import FilonCore

/// Adjectives and nouns of nationality, and the key of the place each belongs to.
struct DemonymTable: Sendable {
  static let standard = DemonymTable(
    EmbeddedBytes(filon_entities_demonyms_bytes(), count: filon_entities_demonyms_size()).text)

  private let table: FrozenTable
  private let keys: [String]

  /// Reads rows of key, French forms, English forms (both separated by spaces or `|`).
  init(_ text: String) {
    var keys: [String] = []
    var pairs: [(key: UInt64, value: Int32)] = []
    for row in TabSeparatedTable(text).rows where row.count >= 3 {
      for form in row[1].split(separator: "|") + row[2].split(separator: "|") {
        pairs.append((PhraseHash.of(form), Int32(keys.count)))
      }
      keys.append(row[0])
    }
    self.keys = keys
    table = FrozenTable(pairs)
  }

  /// The key of the place whose demonym has this ``PhraseHash``.
  subscript(hash: UInt64) -> String? { table[hash].map { keys[Int($0)] } }
}
