import CFilonEntitiesData
import FilonCore

/// Known entities with their key, kind and names in both languages.
///
/// Columns: key, kind, French name, English name, aliases separated by `|`, and optionally a
/// Wikidata identifier. Lines that start with `#` are comments.
struct EntityTable: Sendable {
  /// The table built into the library.
  static let standard = EntityTable(
    Array(
      EmbeddedBytes(filon_entities_entities_bytes(), count: filon_entities_entities_size()).text
        .utf8))

  /// One known entity.
  struct Row: Sendable {
    var key: String
    var kind: Entity.Kind
    var french: String
    var english: String
    var wikidata: String?
  }

  private let bytes: [UInt8]
  /// The byte range of each row's line.
  private let lines: [Range<Int32>]
  private let kinds: [Entity.Kind]
  private let names: FrozenTable
  private let keys: FrozenTable
  /// The next row that has the same name, by place in `senses`; -1 at the end.
  private let senses: [(row: Int32, next: Int32)]

  /// Reads the table; rows that are not well formed are left out.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Range<Int32>] = []
    var kinds: [Entity.Kind] = []
    var keyPairs: [(key: UInt64, value: Int32)] = []
    var senses: [(row: Int32, next: Int32)] = []
    var firstSense: [(key: UInt64, value: Int32)] = []
    var lastSense: [UInt64: Int] = [:]
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      defer { start = end + 1 }
      guard bytes[start] != 0x23 else { continue }
      let cells = Self.cells(bytes, start..<end)
      guard cells.count >= 4, let kind = Self.kind(bytes[cells[1]]), !cells[0].isEmpty else {
        continue
      }
      let row = Int32(lines.count)
      lines.append(Int32(start)..<Int32(end))
      kinds.append(kind)
      keyPairs.append((Hashing.hash(bytes[cells[0]]), row))
      var spellings = [cells[2], cells[3]]
      if cells.count > 4 { spellings += Self.split(bytes, cells[4], at: 0x7C) }
      for spelling in spellings where !spelling.isEmpty {
        let hash = Self.phraseHash(bytes, spelling)
        if let last = lastSense[hash] {
          guard senses[last].row != row else { continue }
          senses[last].next = Int32(senses.count)
        } else {
          firstSense.append((hash, Int32(senses.count)))
        }
        lastSense[hash] = senses.count
        senses.append((row, -1))
      }
    }
    self.lines = lines
    self.kinds = kinds
    self.senses = senses
    names = FrozenTable(firstSense)
    keys = FrozenTable(keyPairs)
  }

  /// Number of entities.
  var count: Int { lines.count }

  /// The rows that have a name with this ``PhraseHash``, in the order of the table.
  func rows(named hash: UInt64) -> [Int] {
    var result: [Int] = []
    var sense = names[hash] ?? -1
    while sense >= 0 {
      result.append(Int(senses[Int(sense)].row))
      sense = senses[Int(sense)].next
    }
    return result
  }

  /// The kinds of the entities that have a name with this ``PhraseHash``, as categories.
  func categories(_ hash: UInt64) -> UInt16 {
    var sense = names[hash] ?? -1
    var result: UInt16 = 0
    while sense >= 0 {
      result |= GazetteerCategory(kinds[Int(senses[Int(sense)].row)]).bit
      sense = senses[Int(sense)].next
    }
    return result
  }

  /// The kind of row number `row`.
  func kind(_ row: Int) -> Entity.Kind { kinds[row] }

  /// The row with this key.
  func row(key: String) -> Int? { keys[Hashing.hash(key.utf8)].map(Int.init) }

  /// The cells of row number `row`.
  subscript(row: Int) -> Row {
    let line = lines[row]
    let cells = Self.cells(bytes, Int(line.lowerBound)..<Int(line.upperBound))
    func text(_ cell: Int) -> String {
      cell < cells.count ? String(decoding: bytes[cells[cell]], as: UTF8.self) : ""
    }
    let wikidata = text(5)
    return Row(
      key: text(0), kind: kinds[row], french: text(2), english: text(3),
      wikidata: wikidata.isEmpty ? nil : wikidata)
  }

  /// Every spelling in the table with the number of its row.
  var spellings: [(row: Int, text: String)] {
    var result: [(row: Int, text: String)] = []
    for (row, line) in lines.enumerated() {
      let cells = Self.cells(bytes, Int(line.lowerBound)..<Int(line.upperBound))
      var spellings = [cells[2], cells[3]]
      if cells.count > 4 { spellings += Self.split(bytes, cells[4], at: 0x7C) }
      for spelling in spellings where !spelling.isEmpty {
        result.append((row, String(decoding: bytes[spelling], as: UTF8.self)))
      }
    }
    return result
  }

  static func cells(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var end = line.upperBound
    if end > line.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
    return split(bytes, line.lowerBound..<end, at: 0x09)
  }

  private static func split(_ bytes: [UInt8], _ range: Range<Int>, at separator: UInt8) -> [Range<
    Int
  >] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == separator {
      result.append(start..<index)
      start = index + 1
    }
    result.append(start..<range.upperBound)
    return result
  }

  private static func kind(_ bytes: ArraySlice<UInt8>) -> Entity.Kind? {
    Entity.Kind(rawValue: String(decoding: bytes, as: UTF8.self))
  }

  private static func phraseHash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var folded: [UInt8] = []
    NameFolding.append(bytes.span, range, to: &folded)
    var hash = PhraseHash()
    for byte in folded { hash.add(byte) }
    return hash.value
  }
}
