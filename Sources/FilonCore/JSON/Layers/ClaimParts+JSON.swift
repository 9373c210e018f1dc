extension Claim.Polarity {
  init(from reader: inout JSONReader) throws(JSONError) {
    let spelling = try reader.readString()
    guard let polarity = Self(rawValue: spelling) else {
      throw reader.failure("polarity is '+' or '-', not '\(spelling)'")
    }
    self = polarity
  }
}

extension Claim.Source {
  init(from reader: inout JSONReader, in text: TextCoordinates) throws(JSONError) {
    var source = Claim.Source(spans: [])
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "spans": source.spans = try text.readSpans(&reader)
      case "entity": source.entity = try reader.readString()
      case "name": source.name = try reader.readString()
      case "type": source.type = try reader.readCase(Entity.Kind.self)
      case "role": source.role = try reader.readString()
      case "mention": source.mention = try reader.readCase(Mention.self)
      case "anonymity": source.anonymity = try reader.readCase(Anonymity.self)
      case "inherited_from": source.inheritedFrom = try reader.readString()
      case "chain": source.chain = try reader.readStrings()
      default: _ = try reader.skipValue()
      }
    }
    self = source
  }

  func encode(to writer: inout JSONWriter, in text: TextCoordinates) {
    writer.beginObject()
    if !spans.isEmpty {
      writer.field("text", spans.map { String(text.text.slice($0)) }.joined(separator: " "))
      writer.key("spans")
      text.write(spans, to: &writer)
    }
    writer.field("entity", entity)
    writer.field("name", name)
    writer.field("type", type?.rawValue)
    writer.field("role", role)
    writer.field("mention", mention.rawValue)
    writer.field("anonymity", anonymity?.rawValue)
    writer.field("inherited_from", inheritedFrom)
    writer.field("chain", chain)
    writer.endObject()
  }
}

extension Claim.Cue {
  init(from reader: inout JSONReader, in text: TextCoordinates) throws(JSONError) {
    var cue = Claim.Cue(spans: [])
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "spans": cue.spans = try text.readSpans(&reader)
      case "lemma": cue.lemma = try reader.readString()
      case "concept": cue.concept = try reader.readString()
      case "class": cue.category = try reader.readString()
      case "polarity": cue.polarity = try Claim.Polarity(from: &reader)
      default: _ = try reader.skipValue()
      }
    }
    self = cue
  }

  func encode(to writer: inout JSONWriter, in text: TextCoordinates) {
    writer.beginObject()
    if !spans.isEmpty {
      writer.field("text", spans.map { String(text.text.slice($0)) }.joined(separator: " "))
      writer.key("spans")
      text.write(spans, to: &writer)
    }
    writer.field("lemma", lemma)
    writer.field("concept", concept)
    writer.field("class", category)
    writer.field("polarity", polarity.rawValue)
    writer.endObject()
  }
}

extension Claim.Marker {
  init(from reader: inout JSONReader, in text: TextCoordinates) throws(JSONError) {
    var (start, end): (Int?, Int?) = (nil, nil)
    var kind = ""
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "start": start = try reader.readInt()
      case "end": end = try reader.readInt()
      case "kind": kind = try reader.readString()
      default: _ = try reader.skipValue()
      }
    }
    self.init(range: try text.range(start, end, reader), kind: kind)
  }
}

extension Claim.Proposition {
  init(from reader: inout JSONReader, in text: TextCoordinates) throws(JSONError) {
    var proposition = Claim.Proposition(text: "")
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "text": proposition.text = try reader.readString()
      case "subject": proposition.subject = try Self.part(&reader, text)
      case "predicate": proposition.predicate = try Self.part(&reader, text)
      case "object": proposition.object = try Self.part(&reader, text)
      default: _ = try reader.skipValue()
      }
    }
    self = proposition
  }

  private static func part(
    _ reader: inout JSONReader, _ text: TextCoordinates
  ) throws(JSONError) -> TextRange? {
    var spans: [TextRange] = []
    try reader.readObject { (reader, key) throws(JSONError) in
      if key == "spans" {
        spans = try text.readSpans(&reader)
      } else {
        _ = try reader.skipValue()
      }
    }
    return spans.first
  }

  func encode(to writer: inout JSONWriter, in coordinates: TextCoordinates) {
    writer.beginObject()
    writer.field("text", text)
    for (key, part) in [("subject", subject), ("predicate", predicate), ("object", object)] {
      guard let part else { continue }
      writer.key(key)
      writer.beginObject()
      writer.field("text", String(coordinates.text.slice(part)))
      writer.key("spans")
      coordinates.write([part], to: &writer)
      writer.endObject()
    }
    writer.endObject()
  }
}

extension Claim.Cluster {
  init(from reader: inout JSONReader) throws(JSONError) {
    var cluster = Claim.Cluster(id: "", size: 1, languages: [])
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "id": cluster.id = try reader.readString()
      case "size": cluster.size = try reader.readInt()
      case "languages": cluster.languages = try reader.readStrings()
      case "first_seen": cluster.firstSeen = try reader.readString()
      case "conflicts": cluster.conflicts = try reader.readStrings()
      default: _ = try reader.skipValue()
      }
    }
    self = cluster
  }

  func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("id", id)
    writer.key("size")
    writer.int(size)
    writer.field("languages", languages)
    writer.field("first_seen", firstSeen)
    writer.field("conflicts", conflicts)
    writer.endObject()
  }
}
