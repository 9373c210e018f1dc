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
  /// Where the layers stand, in the order of the record.
  private(set) var layers: [(name: LayerName, range: Range<Int>)] = []
  private(set) var line: [UInt8] = []
  /// The keys of the record's own fields met so far: few, so that a search is quicker than a hash.
  private var seen: [JSONKey] = []

  /// No record has more; their names are searched one by one.
  private static let mostLayers = 256

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
    guard !seen.contains(key) else {
      throw reader.failure("second '\(try reader.text(of: key))'", at: start)
    }
    seen.append(key)
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
    guard layers.count < Self.mostLayers else {
      throw reader.failure("more than \(Self.mostLayers) layers", at: start)
    }
    guard !layers.contains(where: { $0.name == name }) else {
      throw reader.failure("second layer '\(name)'", at: start)
    }
    layers.append((name, range))
  }
}
