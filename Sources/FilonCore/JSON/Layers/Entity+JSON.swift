extension Entity: JSONLayer {
  public static func decodeLayer(
    from reader: inout JSONReader, in text: TextCoordinates
  ) throws(JSONError) -> [Entity] {
    try decodeRows(&reader) { (reader) throws(JSONError) in
      var entity = Entity(name: "", kind: .miscellaneous, mentions: [])
      try reader.readObject { (reader, key) throws(JSONError) in
        switch key {
        case "id": entity.id = try reader.readString()
        case "name": entity.name = try reader.readString()
        case "type": entity.kind = try reader.readCase(Kind.self)
        case "key": entity.key = try reader.readString()
        case "wikidata": entity.wikidata = try reader.readString()
        case "role": entity.role = try reader.readString()
        case "affiliation": entity.affiliation = try reader.readString()
        case "mentions":
          try reader.readArray { (reader) throws(JSONError) in
            entity.mentions.append(try Mention(from: &reader, in: text))
          }
        default: _ = try reader.skipValue()
        }
      }
      guard !entity.mentions.isEmpty else { throw reader.failure("entity without mentions") }
      return entity
    }
  }

  public static func encodeLayer(
    _ elements: [Entity], to writer: inout JSONWriter, in text: TextCoordinates
  ) {
    writer.beginArray()
    for entity in elements {
      writer.beginObject()
      writer.field("id", entity.id)
      writer.field("name", entity.name)
      writer.field("type", entity.kind.rawValue)
      writer.field("key", entity.key)
      writer.field("wikidata", entity.wikidata)
      writer.field("role", entity.role)
      writer.field("affiliation", entity.affiliation)
      writer.key("mentions")
      writer.beginArray()
      for mention in entity.mentions {
        writer.beginObject()
        text.writeOffsets(mention.range, to: &writer)
        writer.key("text")
        writer.string(text.text.slice(mention.range))
        writer.field("kind", mention.kind.rawValue)
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
  }
}

extension Entity.Mention {
  fileprivate init(
    from reader: inout JSONReader, in text: TextCoordinates
  ) throws(JSONError) {
    var (start, end): (Int?, Int?) = (nil, nil)
    var kind = Kind.name
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "start": start = try reader.readInt()
      case "end": end = try reader.readInt()
      case "kind": kind = try reader.readCase(Kind.self)
      default: _ = try reader.skipValue()
      }
    }
    self.init(range: try text.range(start, end, reader), kind: kind)
  }
}
