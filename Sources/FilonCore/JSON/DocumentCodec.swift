/// Reads and writes document records.
///
/// Keys keep the order of the record's definition; what is empty is left out. Layers that are not
/// in ``decoding`` are kept as bytes and written back as they came.
public struct DocumentCodec: Sendable {
  /// The standard layers, in the order of the record.
  public static let standardLayers: [any JSONLayer.Type] = [
    Block.self, Sentence.self, Token.self, Term.self, Quantity.self, TemporalExpression.self,
    Entity.self, Claim.self,
  ]

  /// The layers that are decoded; nil decodes all.
  public var decoding: Set<LayerName>?
  /// The layers that are written; nil writes all.
  public var writing: Set<LayerName>?
  /// Whether the page is written, between reading and extraction.
  public var writesPage = true
  /// Whether `text_sha256` is compared with the text; not needed for records the program wrote
  /// itself a moment ago.
  public var checksDigest = true
  /// Third-party layers, which come last under their dotted names.
  public var customLayers: [any JSONLayer.Type] = []

  /// Names of fields in foreign records: ours by theirs. Ours are `id`, `text`, `html`, or fields of
  /// the metadata. Mapped fields are taken over; they do not pass through under their old name.
  public var fieldNames: [String: String] = [:]

  /// A codec that decodes and writes everything.
  public init() {}

  // MARK: - Reading

  /// Reads one record.
  ///
  /// - Parameters:
  ///   - line: One JSON object.
  ///   - fallbackID: The identifier of a record that has none.
  /// - Throws: ``JSONError`` with the byte offset of the fault.
  public func decode(_ line: [UInt8], fallbackID: String) throws(JSONError) -> Document {
    var reader = JSONReader(line)
    var record = RawRecord(fieldNames: fieldNames, decoding: decoding)
    try reader.readObject { (reader, key) throws(JSONError) in
      try record.read(key, from: &reader)
    }
    try reader.finish()
    return try document(from: record, fallbackID: fallbackID)
  }

  private func document(
    from record: RawRecord, fallbackID: String
  ) throws(JSONError) -> Document {
    var document = Document(id: record.id ?? fallbackID)
    if let text = record.text {
      let composed = text.canonicallyComposed
      guard record.layers.isEmpty || composed.utf8.count == text.utf8.count else {
        throw JSONError(
          offset: record.textOffset,
          message: "text with annotations is not in Normalization Form C; normalise it and "
            + "annotate again, or drop the annotations")
      }
      document.text = composed
      if checksDigest, let expected = record.textSHA256, !record.layers.isEmpty,
        SHA256.hex(composed) != expected
      {
        throw JSONError(
          offset: record.textOffset,
          message: "text does not match 'text_sha256': it was changed after it was annotated")
      }
    }
    document.source = record.source
    document.metadata = record.metadata
    document.duplication = record.duplication
    document.unknownFields = record.unknownFields
    if let html = record.html {
      document.page = Page(bytes: Array(html.utf8), charset: "utf-8")
    }
    try decodeLayers(record, into: &document)
    return document
  }

  private func decodeLayers(
    _ record: RawRecord, into document: inout Document
  ) throws(JSONError) {
    let text = TextCoordinates(document.text)
    if let language = record.language {
      document.language = try DocumentLanguage(
        record.line, range: language, in: text)
    }
    for type in Self.standardLayers + customLayers {
      guard let range = record.layers.first(where: { $0.name == type.layer })?.range else {
        continue
      }
      if decoding?.contains(type.layer) ?? true {
        try type.decode(record.line, range, in: text, into: &document)
      }
      document.encodedLayers[type.layer] = Array(record.line[range])
    }
    for (name, range) in record.layers where document.encodedLayers[name] == nil {
      document.unknownFields.append(
        Document.UnknownField(key: name.rawValue, json: Array(record.line[range])))
    }
  }

  // MARK: - Writing

  /// Writes one record, without the end of the line.
  public func encode(_ document: Document, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("filon")
    writer.int(Release.schema)
    writer.field("type", "document")
    writer.field("id", document.id)
    if document.source != Source() {
      writer.key("source")
      document.source.encode(to: &writer)
    }
    if writesPage, let page = document.page {
      writer.key("html")
      writer.string(String(decoding: page.bytes, as: UTF8.self))
    }
    if document.metadata != Metadata() {
      writer.key("metadata")
      document.metadata.encode(to: &writer)
    }
    if document.hasText {
      writer.field("text", document.text)
      writer.field("text_sha256", SHA256.hex(document.text))
      encodeLayers(document, to: &writer)
    }
    if let duplication = document.duplication {
      writer.key("duplicates")
      duplication.encode(to: &writer)
    }
    for field in document.unknownFields {
      writer.key(field.key)
      writer.raw(field.json)
    }
    writer.endObject()
  }

  private func encodeLayers(_ document: Document, to writer: inout JSONWriter) {
    let text = TextCoordinates(document.text)
    let present = document.present
    func isWritten(_ type: any JSONLayer.Type) -> Bool {
      present.contains(type.layer) && (writing?.contains(type.layer) ?? true)
    }
    if isWritten(Block.self) { Block.encode(document, to: &writer, in: text) }
    if let language = document.language {
      writer.key("language")
      language.encode(to: &writer, in: text)
    }
    let dense = Self.standardLayers.filter { $0.isDense && isWritten($0) }
    if !dense.isEmpty {
      writer.key("layers")
      writer.beginObject()
      for type in dense { type.encode(document, to: &writer, in: text) }
      writer.endObject()
    }
    let sparse = Self.standardLayers.filter { !$0.isDense && $0 != Block.self } + customLayers
    for type in sparse where isWritten(type) { type.encode(document, to: &writer, in: text) }
  }
}

extension JSONLayer {
  /// Decodes the layer's value at `range` of a record and puts it into the document.
  fileprivate static func decode(
    _ record: [UInt8], _ range: Range<Int>, in text: TextCoordinates, into document: inout Document
  ) throws(JSONError) {
    var reader = JSONReader(record, range: range)
    let elements = try decodeLayer(from: &reader, in: text)
    try reader.finish()
    document.adopt(Layer(elements))
  }

  /// Writes the layer of a document: as it was read, or anew if a stage has set it.
  fileprivate static func encode(
    _ document: Document, to writer: inout JSONWriter, in text: TextCoordinates
  ) {
    if let encoded = document.encodedLayers[layer] {
      writer.key(layer.rawValue)
      writer.raw(encoded)
      return
    }
    let elements = document[Self.self].elements
    guard isDense || !elements.isEmpty else { return }
    writer.key(layer.rawValue)
    encodeLayer(elements, to: &writer, in: text)
  }
}
