/// The `start` and `end` columns of a dense layer.
struct OffsetColumns {
  private(set) var start: [Int] = []
  private(set) var end: [Int] = []

  /// Reads an object of columns; `other` reads the columns besides `start` and `end`.
  init(
    from reader: inout JSONReader,
    other: (inout JSONReader, JSONKey) throws(JSONError) -> Void
  ) throws(JSONError) {
    var (start, end): ([Int], [Int]) = ([], [])
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "start": start = try reader.readInts()
      case "end": end = try reader.readInts()
      default: try other(&reader, key)
      }
    }
    guard start.count == end.count else {
      throw reader.failure("columns 'start' and 'end' have \(start.count) and \(end.count) values")
    }
    self.start = start
    self.end = end
  }

  /// The byte ranges, row by row.
  func ranges(
    in text: TextCoordinates, _ reader: JSONReader
  ) throws(JSONError) -> [TextRange] {
    var ranges: [TextRange] = []
    ranges.reserveCapacity(start.count)
    var cursor = text.cursor
    for row in start.indices {
      let (first, last) = (start[row], end[row])
      guard 0 <= first, first <= last, last <= text.offsets.scalarCount else {
        ranges.append(try text.range(first, last, reader))
        continue
      }
      let lower = cursor.byte(ofScalar: first)
      ranges.append(TextRange(lower, cursor.byte(ofScalar: last)))
    }
    return ranges
  }

  /// Writes both columns into the object that is open.
  static func write(
    _ ranges: some Sequence<TextRange>, to writer: inout JSONWriter, in text: TextCoordinates
  ) {
    var cursor = text.cursor
    writer.key("start")
    writer.beginArray()
    for range in ranges { writer.int(cursor.scalar(ofByte: Int(range.start))) }
    writer.endArray()
    cursor = text.cursor
    writer.key("end")
    writer.beginArray()
    for range in ranges { writer.int(cursor.scalar(ofByte: Int(range.end))) }
    writer.endArray()
  }
}
