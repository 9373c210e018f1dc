extension Term: JSONLayer {
  public static func decodeLayer(
    from reader: inout JSONReader, in text: TextCoordinates
  ) throws(JSONError) -> [Term] {
    try decodeRows(&reader) { (reader) throws(JSONError) in
      var (start, end): (Int?, Int?) = (nil, nil)
      var term = Term(range: TextRange(start: 0, end: 0), lemma: "")
      try reader.readObject { (reader, key) throws(JSONError) in
        switch key {
        case "start": start = try reader.readInt()
        case "end": end = try reader.readInt()
        case "lemma": term.lemma = try reader.readString()
        case "concept": term.concept = try reader.readString()
        case "count": term.count = try reader.readInt()
        default: _ = try reader.skipValue()
        }
      }
      term.range = try text.range(start, end, reader)
      return term
    }
  }

  public static func encodeLayer(
    _ elements: [Term], to writer: inout JSONWriter, in text: TextCoordinates
  ) {
    writer.beginArray()
    for term in elements {
      writer.beginObject()
      text.writeOffsets(term.range, to: &writer)
      writer.key("text")
      writer.string(text.text.slice(term.range))
      writer.field("lemma", term.lemma)
      writer.field("concept", term.concept)
      writer.key("count")
      writer.int(term.count)
      writer.endObject()
    }
    writer.endArray()
  }
}
