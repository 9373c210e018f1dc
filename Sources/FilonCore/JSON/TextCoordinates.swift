/// The text that a record's offsets refer to: converts ranges at the JSON boundary.
public struct TextCoordinates {
  /// The text.
  public let text: String
  let utf8: [UInt8]
  let offsets: ScalarOffsets

  /// Coordinates of `text`.
  public init(_ text: String) {
    self.text = text
    utf8 = Array(text.utf8)
    offsets = ScalarOffsets(utf8: utf8)
  }

  var cursor: ScalarCursor { ScalarCursor(offsets, utf8: utf8) }

  /// The scalar range of a byte range.
  public func scalars(of range: TextRange) -> ScalarRange { offsets.scalars(of: range) }

  /// The byte range of scalars `start..<end`.
  ///
  /// - Throws: ``JSONError`` at the reader's position when the range is not inside the text.
  public func range(
    _ start: Int?, _ end: Int?, _ reader: JSONReader
  ) throws(JSONError) -> TextRange {
    guard let start, let end else { throw reader.failure("annotation without 'start' or 'end'") }
    guard let range = offsets.bytes(of: ScalarRange(start: start, end: end)) else {
      throw reader.failure(
        "range \(start)..<\(end) is outside the text of \(offsets.scalarCount) code points")
    }
    return range
  }

  /// Reads `[[start,end],…]`.
  public func readSpans(_ reader: inout JSONReader) throws(JSONError) -> [TextRange] {
    var spans: [TextRange] = []
    try reader.readArray { (reader) throws(JSONError) in
      guard let pair = try reader.readPair() else {
        throw reader.failure("a span has a start and an end")
      }
      spans.append(try range(pair.first, pair.second, reader))
    }
    return spans
  }

  /// Writes `[[start,end],…]`.
  public func write(_ spans: [TextRange], to writer: inout JSONWriter) {
    writer.beginArray()
    for span in spans {
      let scalars = scalars(of: span)
      writer.beginArray()
      writer.int(scalars.start)
      writer.int(scalars.end)
      writer.endArray()
    }
    writer.endArray()
  }

  /// Writes `"start":…,"end":…` of an object that is open.
  public func writeOffsets(_ range: TextRange, to writer: inout JSONWriter) {
    let scalars = scalars(of: range)
    writer.key("start")
    writer.int(scalars.start)
    writer.key("end")
    writer.int(scalars.end)
  }
}
