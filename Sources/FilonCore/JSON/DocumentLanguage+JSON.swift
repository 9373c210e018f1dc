extension DocumentLanguage {
  init(_ bytes: [UInt8], range: Range<Int>, in text: TextCoordinates) throws(JSONError) {
    var reader = JSONReader(bytes, range: range)
    var language = DocumentLanguage(code: "und", confidence: 0)
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "code": language.code = try reader.readString()
      case "confidence": language.confidence = try reader.readDouble()
      case "spans":
        try reader.readArray { (reader) throws(JSONError) in
          language.spans.append(try Span(from: &reader, in: text))
        }
      case "declared": language.declared = try reader.readString()
      default: _ = try reader.skipValue()
      }
    }
    self = language
  }

  func encode(to writer: inout JSONWriter, in text: TextCoordinates) {
    writer.beginObject()
    writer.field("code", code)
    writer.field("confidence", confidence)
    if !spans.isEmpty {
      writer.key("spans")
      writer.beginArray()
      for span in spans {
        writer.beginObject()
        text.writeOffsets(span.range, to: &writer)
        writer.field("code", span.code)
        writer.field("confidence", span.confidence)
        writer.endObject()
      }
      writer.endArray()
    }
    let shares = shares
    if shares.count > 1 {
      writer.key("shares")
      writer.beginObject()
      for (code, share) in shares {
        writer.key(code)
        writer.double((share * 1000).rounded() / 1000)
      }
      writer.endObject()
    }
    writer.field("declared", declared)
    writer.endObject()
  }
}

extension DocumentLanguage.Span {
  fileprivate init(
    from reader: inout JSONReader, in text: TextCoordinates
  ) throws(JSONError) {
    var (start, end): (Int?, Int?) = (nil, nil)
    var code = "und"
    var confidence = 0.0
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "start": start = try reader.readInt()
      case "end": end = try reader.readInt()
      case "code": code = try reader.readString()
      case "confidence": confidence = try reader.readDouble()
      default: _ = try reader.skipValue()
      }
    }
    self.init(range: try text.range(start, end, reader), code: code, confidence: confidence)
  }
}
