extension Block: JSONLayer {
  public static func decodeLayer(
    from reader: inout JSONReader, in text: TextCoordinates
  ) throws(JSONError) -> [Block] {
    try decodeRows(&reader) { (reader) throws(JSONError) in
      var (start, end): (Int?, Int?) = (nil, nil)
      var kind = Kind.paragraph
      var level = 0
      var html: Range<Int>?
      try reader.readObject { (reader, key) throws(JSONError) in
        switch key {
        case "start": start = try reader.readInt()
        case "end": end = try reader.readInt()
        case "kind": kind = try reader.readCase(Kind.self)
        case "level": level = try reader.readInt()
        case "html":
          guard let pair = try reader.readPair(), 0 <= pair.first, pair.first <= pair.second else {
            throw reader.failure("'html' is [start, end], in bytes of the page")
          }
          html = pair.first..<pair.second
        default: _ = try reader.skipValue()
        }
      }
      return Block(
        range: try text.range(start, end, reader), kind: kind,
        level: UInt8(clamping: level), html: html)
    }
  }

  public static func encodeLayer(
    _ elements: [Block], to writer: inout JSONWriter, in text: TextCoordinates
  ) {
    writer.beginArray()
    for block in elements {
      writer.beginObject()
      text.writeOffsets(block.range, to: &writer)
      writer.field("kind", block.kind.rawValue)
      if block.level > 0 {
        writer.key("level")
        writer.int(Int(block.level))
      }
      if let html = block.html {
        writer.key("html")
        writer.beginArray()
        writer.int(html.lowerBound)
        writer.int(html.upperBound)
        writer.endArray()
      }
      writer.endObject()
    }
    writer.endArray()
  }
}
