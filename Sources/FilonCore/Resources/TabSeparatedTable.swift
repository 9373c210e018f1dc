/// A small table in tab-separated values, as the linguistic data files are kept.
///
/// Lines that start with `#` are comments, blank lines are skipped. The first comment line that
/// holds tabs names the columns.
public struct TabSeparatedTable: Sendable {
  /// Column names, when the file gives them.
  public let columns: [String]
  /// The rows; a row has as many cells as its line has tabs, plus one.
  public let rows: [[String]]

  /// Reads a table from text.
  public init(_ text: String) {
    var columns: [String] = []
    var rows: [[String]] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if line.hasPrefix("#") {
        if columns.isEmpty, cells.count > 1 {
          columns = cells
          columns[0] = String(cells[0].drop { $0 == "#" || $0 == " " })
        }
      } else if !line.allSatisfy(\.isWhitespace) {
        rows.append(cells)
      }
    }
    self.columns = columns
    self.rows = rows
  }
}
