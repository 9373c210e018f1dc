import CFilonEntitiesData
import FilonCore

/// The cue words of `cues.tsv`, by the hash of their folded form.
struct CueLexicon: Sendable {
  static let standard = CueLexicon(
    EmbeddedBytes(filon_entities_cues_bytes(), count: filon_entities_cues_size()).text)

  private let table: FrozenTable

  /// Compiles the table `class TAB language TAB words separated by spaces`.
  init(_ text: String) {
    var order: [UInt64] = []
    var sets: [UInt64: UInt16] = [:]
    for row in TabSeparatedTable(text).rows where row.count >= 3 {
      guard let cue = CueClass(rawValue: row[0]) else { continue }
      for word in row[2].split(separator: " ") {
        let hash = Hashing.hash(NameFolding.fold(word))
        if sets[hash] == nil { order.append(hash) }
        sets[hash, default: 0] |= cue.bit
      }
    }
    table = FrozenTable(order.map { ($0, Int32(sets[$0] ?? 0)) })
  }

  /// The classes of the word whose folded form has this hash.
  subscript(folded hash: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: table[hash] ?? 0) }
}
