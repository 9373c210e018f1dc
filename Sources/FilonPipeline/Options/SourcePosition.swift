/// A place in a configuration file, both numbers from 1.
public struct SourcePosition: Hashable, Sendable, Comparable {
  /// Line number.
  public var line: Int
  /// Column, in characters.
  public var column: Int

  /// Makes a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Order of reading.
  public static func < (lhs: SourcePosition, rhs: SourcePosition) -> Bool {
    (lhs.line, lhs.column) < (rhs.line, rhs.column)
  }
}
