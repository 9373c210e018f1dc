/// The fields of a document record as they are met, before the text is known that their offsets
/// refer to.
struct RawRecord {
  /// Layers that stand under their own name in a record.
  private static let sparseNames = Set(
    DocumentCodec.standardLayers.filter { !$0.isDense }.map { JSONKey($0.layer.rawValue) })

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
  private var seen: Set<JSONKey> = []

  /// Names of fields in foreign records: ours by theirs.
  let fieldNames: [String: String]

  /// The layers that are decoded, and so checked, later; nil for all standard ones.
  private let decoded: Set<LayerName>?
  private static let standardNames = Set(DocumentCodec.standardLayers.map { $0.layer })

  init(fieldNames: [String: String], decoding decoded: Set<LayerName>?) {
    self.fieldNames = fieldNames
    self.decoded = decoded?.intersection(Self.standardNames)
  }

  /// Reads the value of a key.
  mutating func read(_ theirs: JSONKey, from reader: inout JSONReader) throws(JSONError) {
    if line.isEmpty { line = reader.bytes }
    let start = reader.position
    let mapped = fieldNames.isEmpty ? nil : fieldNames[try reader.text(of: theirs)]
    let key = mapped.map { JSONKey($0, offset: Int(theirs.offset)) } ?? theirs
    if mapped != nil, try metadata.readMapped(key, &reader) { return }
    let isKnown = try readKnown(key, from: &reader)
    guard isKnown else {
      let name = try reader.text(of: theirs)
      let range = try reader.skipValue()
      unknownFields.append(Document.UnknownField(key: name, json: Array(line[range])))
      try metadata.note(name, JSONReader(line, range: range))
      return
    }
    guard seen.insert(key).inserted else {
      throw reader.failure("second '\(try reader.text(of: key))'", at: start)
    }
  }

  private mutating func readKnown(
    _ key: JSONKey, from reader: inout JSONReader
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
        try add(LayerName(try reader.text(of: name)), &reader)
      }
    case _ where Self.sparseNames.contains(key):
      try add(LayerName(try reader.text(of: key)), &reader)
    default:
      let name = try reader.text(of: key)
      guard name.utf8.contains(UInt8(ascii: ".")) else { return false }
      try add(LayerName(name), &reader)
    }
    return true
  }

  private func readOptionalString(_ reader: inout JSONReader) throws(JSONError) -> String? {
    reader.readNull() ? nil : try reader.readString()
  }

  private mutating func add(_ name: LayerName, _ reader: inout JSONReader) throws(JSONError) {
    let start = reader.position
    let isDecoded = decoded?.contains(name) ?? Self.standardNames.contains(name)
    let range = isDecoded ? try reader.skipUnchecked() : try reader.skipValue()
    guard layers.updateValue(range, forKey: name) == nil else {
      throw reader.failure("second layer '\(name)'", at: start)
    }
    layerOrder.append(name)
  }
}
