import FilonCore
public import FilonIO

/// A folder with training data.
public struct TrainingFolder {
  /// The folder.
  public let path: String

  /// A data folder.
  ///
  /// - Throws: `IOFailure` when there is no such folder.
  public init(_ path: String) throws(IOFailure) {
    self.path = path.hasSuffix("/") ? String(path.dropLast()) : path
    _ = try files()
  }

  /// The files below the folder that match a pattern, in bytewise order of their paths.
  func files(
    matching pattern: String = "**/*.gz", isOptional: Bool = false
  ) throws(IOFailure) -> [String] {
    let discovery = InputDiscovery([path + "/" + pattern])
    if let failure = discovery.failures.first, !isOptional { throw failure }
    return discovery.files.compactMap(\.path).sorted {
      Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
    }
  }

  /// A file's content, decompressed.
  func bytes(_ path: String) throws(IOFailure) -> [UInt8] {
    var input = try ByteInput(path: path)
    return try input.readAll(limit: 1 << 30)
  }

  /// A file's content as text.
  func text(_ path: String) throws(IOFailure) -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// The string fields of each line of a JSON Lines file.
  func texts(_ path: String, field: String) throws -> [String] {
    var texts: [String] = []
    for line in try bytes(path).split(separator: 0x0A) {
      var reader = JSONReader(Array(line))
      try reader.readObject { (reader, key) throws(JSONError) in
        if try reader.text(of: key) == field {
          texts.append(try reader.readString())
        } else {
          _ = try reader.skipValue()
        }
      }
    }
    return texts
  }

  /// The cells of some columns of a table with a header line, tab-separated.
  func cells(_ path: String, columns: Set<String>) throws(IOFailure) -> [String] {
    var cells: [String] = []
    var kept: [Int] = []
    for (number, line) in try text(path).split(separator: "\n").enumerated() {
      let row = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if number == 0 {
        kept = row.indices.filter { columns.contains(row[$0]) }
      } else {
        cells += kept.filter { $0 < row.count }.map { row[$0] }
      }
    }
    return cells
  }
}
