import FilonCore

/// A claim record, or any other text with an identifier, to be compared with others.
struct MatchedText {
  private var id: String
  private var text: String
  private var language: String?
  private var published: String?

  init(id: String, text: String) {
    self.id = id
    self.text = text
  }

  /// Reads `id`, `text` and the language: `language`, `lang`, or that of a claim's `doc`.
  init(json: [UInt8], fallbackID: String) throws(JSONError) {
    var record = Self(id: fallbackID, text: "")
    var reader = JSONReader(json)
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "id": record.id = try reader.readString()
      case "text": record.text = try reader.readString()
      case "lang": record.language = try reader.readString()
      case "language": try record.readLanguage(&reader)
      case "doc":
        try reader.readObject { (reader, key) throws(JSONError) in
          switch key {
          case "language": record.language = try reader.readString()
          case "published": record.published = try reader.readString()
          default: _ = try reader.skipValue()
          }
        }
      default: _ = try reader.skipValue()
      }
    }
    self = record
  }

  /// A code, or an object with one as documents have it.
  private mutating func readLanguage(_ reader: inout JSONReader) throws(JSONError) {
    guard try reader.peek() == .object else {
      language = try reader.readString()
      return
    }
    try reader.readObject { (reader, key) throws(JSONError) in
      if key == "code" {
        language = try reader.readString()
      } else {
        _ = try reader.skipValue()
      }
    }
  }

  /// The text as a document of its own.
  var document: Document {
    var document = Document(id: id, text: text.canonicallyComposed)
    document.language = language.map { DocumentLanguage(code: $0, confidence: 1) }
    document.metadata.published = published
    return document
  }
}
