extension Sentence: JSONLayer {
  public static var isDense: Bool { true }

  public static func decodeLayer(
    from reader: inout JSONReader, in text: TextCoordinates
  ) throws(JSONError) -> [Sentence] {
    let columns = try OffsetColumns(from: &reader) { (reader, _) throws(JSONError) in
      _ = try reader.skipValue()
    }
    return try columns.ranges(in: text, reader).map(Sentence.init(range:))
  }

  public static func encodeLayer(
    _ elements: [Sentence], to writer: inout JSONWriter, in text: TextCoordinates
  ) {
    writer.beginObject()
    OffsetColumns.write(elements.lazy.map(\.range), to: &writer, in: text)
    writer.endObject()
  }
}
