/// The fields of a document record as they are met, before the text is known that their offsets
/// refer to.
struct RawRecord {
  /// Layers that stand under their own name in a record.
  private static let sparseNames = Set(
    DocumentCodec.standardLayers.filter { !$0.isDense }.map { $0.layer.rawValue })

  var id: String?
  var source = Source()
  var html: String?
  var metadata = Metadata()
  var text: String?
  var textOffset = 0
  var textSHA256: String?
  var language: Range<Int>?
  var duplication: Duplication?
  var unknownFields: [Document.UnknownField] = []
  private(set) var layers: [LayerName: Range<Int>] = [:]
  private(set) var layerOrder: [LayerName] = []
  private(set) var line: [UInt8] = []
  private var seen: Set<String> = []

  /// Names of fields in foreign records: ours by theirs.
  let fieldNames: [String: String]

  init(fieldNames: [String: String]) { self.fieldNames = fieldNames }

  /// Reads the value of a key.
  mutating func read(_ theirs: String, from reader: inout JSONReader) throws(JSONError) {
    if line.isEmpty { line = reader.bytes }
    let start = reader.position
    let key = fieldNames[theirs] ?? theirs
    if fieldNames[theirs] != nil, try metadata.readMapped(key, &reader) { return }
    let isKnown = try readKnown(key, from: &reader)
    guard isKnown else {
      let range = try reader.skipValue()
      unknownFields.append(Document.UnknownField(key: theirs, json: Array(line[range])))
      try metadata.note(theirs, JSONReader(line, range: range))
      return
    }
    guard seen.insert(key).inserted else { throw reader.failure("second '\(key)'", at: start) }
  }

  private mutating func readKnown(
    _ key: String, from reader: inout JSONReader
  ) throws(JSONError) -> Bool {
    switch key {
    case "filon":
      let schema = try reader.readInt()
      guard schema == Release.schema else {
        throw reader.failure(
          "record of schema \(schema); this version reads schema \(Release.schema)")
      }
    case "type":
      let type = try reader.readString()
      guard type == "document" else {
        throw reader.failure("record of type '\(type)'; expected 'document'")
      }
    case "id":
      id =
        try reader.peek() == .number
        ? String(decoding: line[try reader.skipValue()], as: UTF8.self) : try reader.readString()
    case "source":
      guard try reader.peek() == .object else { return false }
      source = try Source(from: &reader)
    case "html": html = try readOptionalString(&reader)
    case "metadata":
      guard try reader.peek() == .object else { return false }
      metadata = try Metadata(from: &reader)
    case "text":
      _ = try reader.peek()
      textOffset = reader.position
      text = try readOptionalString(&reader)
    case "text_sha256": textSHA256 = try reader.readString()
    case "language":
      guard try reader.peek() == .object else { return false }
      language = try reader.skipValue()
    case "duplicates":
      guard try reader.peek() == .object else { return false }
      duplication = try Duplication(from: &reader)
    case "layers":
      guard try reader.peek() == .object else { return false }
      try reader.readObject { (reader, name) throws(JSONError) in
        try add(LayerName(name), &reader)
      }
    case _ where Self.sparseNames.contains(key) || key.utf8.contains(UInt8(ascii: ".")):
      try add(LayerName(key), &reader)
    default: return false
    }
    return true
  }

  private func readOptionalString(_ reader: inout JSONReader) throws(JSONError) -> String? {
    reader.readNull() ? nil : try reader.readString()
  }

  private mutating func add(_ name: LayerName, _ reader: inout JSONReader) throws(JSONError) {
    let start = reader.position
    let range = try reader.skipValue()
    guard layers.updateValue(range, forKey: name) == nil else {
      throw reader.failure("second layer '\(name)'", at: start)
    }
    layerOrder.append(name)
  }
}
