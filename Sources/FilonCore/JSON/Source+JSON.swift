extension Source {
  init(from reader: inout JSONReader) throws(JSONError) {
    var source = Source()
    try reader.readObject { (reader, key) throws(JSONError) in
      if try source.readKnown(key, &reader) { return }
      let name = try reader.text(of: key)
      let range = try reader.skipValue()
      source.unknownFields.append(
        Document.UnknownField(key: name, json: Array(reader.bytes[range])))
    }
    self = source
  }

  private mutating func readKnown(
    _ key: JSONKey, _ reader: inout JSONReader
  ) throws(JSONError) -> Bool {
    switch (key, try reader.peek()) {
    case ("kind", .string): kind = try reader.readString()
    case ("file", .string): file = try reader.readString()
    case ("offset", .number): offset = try reader.readInt()
    case ("length", .number): length = try reader.readInt()
    case ("line", .number): line = try reader.readInt()
    case ("record", .string): record = try reader.readString()
    case ("url", .string): url = try reader.readString()
    case ("fetched", .string): fetched = try reader.readString()
    case ("charset", .string): charset = try reader.readString()
    case ("sha256", .string): sha256 = try reader.readString()
    default: return false
    }
    return true
  }

  func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("kind", kind)
    writer.field("file", file)
    for (name, value) in [("offset", offset), ("length", length), ("line", line)] {
      guard let value else { continue }
      writer.key(name)
      writer.int(value)
    }
    writer.field("record", record)
    writer.field("url", url)
    writer.field("fetched", fetched)
    writer.field("charset", charset)
    writer.field("sha256", sha256)
    for field in unknownFields {
      writer.key(field.key)
      writer.raw(field.json)
    }
    writer.endObject()
  }
}
