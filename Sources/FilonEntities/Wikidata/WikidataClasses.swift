import CFilonEntitiesData
import FilonCore

/// The classes of a Wikidata dump and the kind of entity that the instances of each are.
///
/// A class has the kind of the nearest class above it that the table of root classes names by its
/// English label; no identifier is known beforehand.
struct WikidataClasses {
  private var parents: [UInt32: [UInt32]] = [:]
  private var roots: [UInt32: (kind: Entity.Kind?, rank: Int)] = [:]
  private var kinds: [UInt32: Entity.Kind?] = [:]
  private let labels: [String: (kind: Entity.Kind?, rank: Int)]
  /// Steps up from a class.
  private static let height = 24

  /// Reads the root classes: rows of kind, or `-` for what is no entity, and English labels
  /// separated by `|`; the first row wins among equally near ones.
  init(
    roots text: String = EmbeddedBytes(
      filon_entities_wikidata_roots_bytes(), count: filon_entities_wikidata_roots_size()
    ).text
  ) {
    var labels: [String: (kind: Entity.Kind?, rank: Int)] = [:]
    for (rank, row) in TabSeparatedTable(text).rows.enumerated() where row.count >= 2 {
      for label in row[1].split(separator: "|") {
        labels[String(label)] = (Entity.Kind(rawValue: row[0]), rank)
      }
    }
    self.labels = labels
  }

  /// Learns from an item of the dump.
  mutating func add(_ item: WikidataItem) {
    if !item.subclassOf.isEmpty { parents[item.number] = item.subclassOf }
    if item.instanceOf.isEmpty || !item.subclassOf.isEmpty, let root = labels[item.english] {
      roots[item.number] = root
    }
  }

  /// The kind of the instances of the first of these classes that has one.
  mutating func kind(of classes: [UInt32]) -> Entity.Kind? {
    for number in classes {
      if let kind = kind(number) { return kind }
    }
    return nil
  }

  private mutating func kind(_ number: UInt32) -> Entity.Kind? {
    if let known = kinds[number] { return known }
    var level = [number]
    var seen: Set<UInt32> = [number]
    var found: Entity.Kind?
    for _ in 0..<Self.height {
      if let best = level.compactMap({ roots[$0] }).min(by: { $0.rank < $1.rank }) {
        found = best.kind
        break
      }
      level = level.flatMap { parents[$0] ?? [] }.filter { seen.insert($0).inserted }
      if level.isEmpty { break }
    }
    kinds[number] = .some(found)
    return found
  }
}
