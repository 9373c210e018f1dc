import CFilonClaimsData
import FilonCore

/// The closed classes of each word of a language.
struct WordClassTable: Sendable {
  /// The embedded tables, French and English.
  static let standard: [WordClassTable] = {
    let table = TabSeparatedTable(
      EmbeddedBytes(filon_claims_word_classes_bytes(), count: filon_claims_word_classes_size())
        .text)
    return [WordClassTable(table, column: 1), WordClassTable(table, column: 2)]
  }()

  private let table: FormTable

  private init(_ source: TabSeparatedTable, column: Int) {
    var order: [FormHash] = []
    var classes: [FormHash: WordClass] = [:]
    for row in source.rows where row.count > column {
      guard let named = WordClass.named[row[0]] else { continue }
      for word in row[column].split(separator: ",") {
        let hash = FormHash(String(word))
        if classes[hash] == nil { order.append(hash) }
        classes[hash, default: []].insert(named)
      }
    }
    table = FormTable(order.map { ($0, classes[$0]?.rawValue ?? 0) })
  }

  /// The classes of a form.
  @inline(__always)
  subscript(form: FormHash) -> WordClass { WordClass(rawValue: table[form] ?? 0) }
}
