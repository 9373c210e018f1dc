extension Claim: JSONLayer {
  public static func decodeLayer(
    from reader: inout JSONReader, in text: TextCoordinates
  ) throws(JSONError) -> [Claim] {
    try decodeRows(&reader) { (reader) throws(JSONError) in
      var claim = Claim(kind: .statement, spans: [])
      try reader.readObject { (reader, key) throws(JSONError) in
        switch key {
        case "id": claim.id = try reader.readString()
        case "kind": claim.kind = try reader.readCase(Kind.self)
        case "spans": claim.spans = try text.readSpans(&reader)
        case "quoted": claim.quoted = try text.readSpans(&reader)
        case "sentences": claim.sentences = try reader.readInts()
        case "source": claim.source = try Source(from: &reader, in: text)
        case "cue": claim.cue = try Cue(from: &reader, in: text)
        case "modality": claim.modality = try reader.readCase(Modality.self)
        case "polarity": claim.polarity = try Polarity(from: &reader)
        case "certainty": claim.certainty = try reader.readCase(Certainty.self)
        case "markers":
          try reader.readArray { (reader) throws(JSONError) in
            claim.markers.append(try Marker(from: &reader, in: text))
          }
        case "entities": claim.entities = try reader.readStrings()
        case "quantities": claim.quantities = try reader.readStrings()
        case "dates": claim.dates = try reader.readStrings()
        case "horizon": claim.horizon = try reader.readString()
        case "proposition": claim.proposition = try Proposition(from: &reader, in: text)
        case "checkworthiness": claim.checkworthiness = try reader.readDouble()
        case "confidence": claim.confidence = try reader.readDouble()
        case "cluster": claim.cluster = try Cluster(from: &reader)
        case "provenance":
          try reader.readObject { (reader, key) throws(JSONError) in
            if key == "rule" {
              claim.rule = try reader.readString()
            } else {
              _ = try reader.skipValue()
            }
          }
        default: _ = try reader.skipValue()
        }
      }
      guard !claim.spans.isEmpty else { throw reader.failure("claim without 'spans'") }
      return claim
    }
  }

  public static func encodeLayer(
    _ elements: [Claim], to writer: inout JSONWriter, in text: TextCoordinates
  ) {
    writer.beginArray()
    for claim in elements {
      writer.beginObject()
      claim.encodeFields(to: &writer, in: text, context: nil)
      writer.endObject()
    }
    writer.endArray()
  }

  /// Writes the fields from `kind` on; the object is open and `id` comes from the caller's place.
  func encodeFields(
    to writer: inout JSONWriter, in text: TextCoordinates,
    context: (before: Substring, after: Substring)?,
    includingID: Bool = true
  ) {
    if includingID { writer.field("id", id) }
    writer.field("kind", kind.rawValue)
    writer.field("text", spans.map { String(text.text.slice($0)) }.joined(separator: " "))
    writer.key("spans")
    text.write(spans, to: &writer)
    if !quoted.isEmpty {
      writer.key("quoted")
      text.write(quoted, to: &writer)
    }
    if !sentences.isEmpty {
      writer.key("sentences")
      writer.beginArray()
      for sentence in sentences { writer.int(sentence) }
      writer.endArray()
    }
    if let context {
      writer.key("context")
      writer.beginObject()
      writer.field("before", String(context.before))
      writer.field("after", String(context.after))
      writer.endObject()
    }
    if let source {
      writer.key("source")
      source.encode(to: &writer, in: text)
    }
    if let cue {
      writer.key("cue")
      cue.encode(to: &writer, in: text)
    }
    writer.field("modality", modality.rawValue)
    writer.field("polarity", polarity.rawValue)
    writer.field("certainty", certainty.rawValue)
    if !markers.isEmpty {
      writer.key("markers")
      writer.beginArray()
      for marker in markers {
        writer.beginObject()
        text.writeOffsets(marker.range, to: &writer)
        writer.field("kind", marker.kind)
        writer.endObject()
      }
      writer.endArray()
    }
    writer.field("entities", entities)
    writer.field("quantities", quantities)
    writer.field("dates", dates)
    writer.field("horizon", horizon)
    if let proposition {
      writer.key("proposition")
      proposition.encode(to: &writer, in: text)
    }
    writer.field("checkworthiness", checkworthiness.map(Self.rounded))
    writer.field("confidence", Self.rounded(confidence))
    if let cluster {
      writer.key("cluster")
      cluster.encode(to: &writer)
    }
    writer.key("provenance")
    writer.beginObject()
    writer.field("rule", rule)
    writer.field("version", Release.version)
    writer.endObject()
  }

  /// Probabilities carry three decimals.
  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
