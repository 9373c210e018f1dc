import CFilonClaimsData
import FilonCore

/// The words and phrases that mark certainty, negation and mood.
struct MarkerTable: Sendable {
  /// What a marker marks; a form may be listed under several kinds.
  enum Kind: String, Sendable, CaseIterable {
    case certain, probable, possible, approximate, hearsay, negation, denial, prediction, obligation
    case condition, comparison, evaluation
  }

  /// A phrase with its kinds.
  struct Phrase: Sendable {
    var kinds: [Kind]
    var words: [FormHash]
  }

  /// The embedded tables, French and English.
  static let standard: [MarkerTable] = {
    let table = TabSeparatedTable(
      EmbeddedBytes(filon_claims_markers_bytes(), count: filon_claims_markers_size()).text)
    return [MarkerTable(table, column: 1), MarkerTable(table, column: 2)]
  }()

  private let table: FormTable
  private let phrases: [[Phrase]]

  private init(_ source: TabSeparatedTable, column: Int) {
    var phrases: [[Phrase]] = []
    var slots: [FormHash: Int] = [:]
    var order: [(FormHash, UInt32)] = []
    for row in source.rows where row.count > column {
      guard let kind = Kind(rawValue: row[0]) else { continue }
      for lemma in row[column].split(separator: ",").map(String.init) {
        let words = CuePhraseTable.words(lemma).map { FormHash($0) }
        guard let first = words.first else { continue }
        let slot = slots[first] ?? phrases.count
        if slot == phrases.count {
          slots[first] = slot
          order.append((first, UInt32(slot)))
          phrases.append([])
        }
        if let known = phrases[slot].firstIndex(where: { $0.words == words }) {
          phrases[slot][known].kinds.append(kind)
        } else {
          phrases[slot].append(Phrase(kinds: [kind], words: words))
        }
      }
    }
    table = FormTable(order)
    self.phrases = phrases.map { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// The longest phrase at a word, if any.
  func phrase(at index: Int, in forms: [FormHash], before end: Int) -> Phrase? {
    guard let slot = table[forms[index]] else { return nil }
    return phrases[Int(slot)].first { phrase in
      index + phrase.words.count <= end
        && zip(phrase.words, forms[index...]).allSatisfy { $0 == $1 }
    }
  }
}
