import FilonCore

/// A user's own table of entities, which adds to the built-in one and wins over it.
///
/// Tab-separated UTF-8 with the columns key, kind (`PER`, `ORG`, `LOC`, `PRODUCT`, `EVENT`,
/// `MISC`), French name, English name, aliases separated by `|`, and optionally a Wikidata
/// identifier. Lines that start with `#` are comments; a first line that starts with `key` is the
/// header.
public struct UserGazetteer: Sendable {
  /// What is wrong with a table.
  public struct Failure: Error, CustomStringConvertible, Equatable {
    /// The line, from 1.
    public let line: Int
    /// What is wrong, in words.
    public let problem: String
    /// `line 3: …`.
    public var description: String { "line \(line): \(problem)" }
  }

  let table: EntityTable
  /// Number of entities.
  public var count: Int { table.count }

  /// Reads a table. Throws ``Failure`` at the first line that is not well formed.
  public init(tsv: String) throws {
    var rows: [UInt8] = []
    for (index, line) in tsv.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let isHeader = index == 0 && cells.first.map(String.init)?.lowercased() == "key"
      guard !isHeader, !line.hasPrefix("#"), line.contains(where: { !$0.isWhitespace }) else {
        continue
      }
      try Self.check(cells, line: index + 1)
      rows += line.utf8
      rows.append(0x0A)
    }
    table = EntityTable(rows)
  }

  private static func check(_ cells: [Substring], line: Int) throws {
    guard cells.count >= 4 else {
      throw Failure(
        line: line,
        problem: "expected key, kind, French name, English name; found \(cells.count) of 4 columns")
    }
    let kinds = EntityTag.kinds.map(\.rawValue)
    guard kinds.contains(String(cells[1])) else {
      throw Failure(
        line: line,
        problem: "unknown kind '\(cells[1])'; known: \(kinds.joined(separator: ", "))")
    }
    guard !cells[0].isEmpty, !(cells[2].isEmpty && cells[3].isEmpty) else {
      throw Failure(line: line, problem: "a row needs a key and a name")
    }
  }
}
