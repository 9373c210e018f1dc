extension TemporalExpression: JSONLayer {
  public static func decodeLayer(
    from reader: inout JSONReader, in text: TextCoordinates
  ) throws(JSONError) -> [TemporalExpression] {
    try decodeRows(&reader) { (reader) throws(JSONError) in
      var (start, end): (Int?, Int?) = (nil, nil)
      var date = TemporalExpression(range: TextRange(start: 0, end: 0), kind: .date, timex: "")
      try reader.readObject { (reader, key) throws(JSONError) in
        switch key {
        case "start": start = try reader.readInt()
        case "end": end = try reader.readInt()
        case "id": date.id = try reader.readString()
        case "kind": date.kind = try reader.readCase(Kind.self)
        case "timex": date.timex = try reader.readString()
        case "anchor": date.anchor = try reader.readString()
        default: _ = try reader.skipValue()
        }
      }
      date.range = try text.range(start, end, reader)
      return date
    }
  }

  public static func encodeLayer(
    _ elements: [TemporalExpression], to writer: inout JSONWriter, in text: TextCoordinates
  ) {
    writer.beginArray()
    for date in elements {
      writer.beginObject()
      writer.field("id", date.id)
      text.writeOffsets(date.range, to: &writer)
      writer.key("text")
      writer.string(text.text.slice(date.range))
      writer.field("kind", date.kind.rawValue)
      writer.field("timex", date.timex)
      writer.field("anchor", date.anchor)
      writer.endObject()
    }
    writer.endArray()
  }
}
