import FilonCore

/// Reads annotated texts and raw texts from JSON Lines.
enum AnnotatedDocumentReader {
  /// Documents longer than this, which tell one story day by day, count less.
  private static let diaryLength = 6000
  private static let diaryWeight: Float = 0.25

  /// Rows of `text` and `entities` (`start`, `end` in scalars, `type`).
  static func readRows(
    _ contents: [UInt8], _ set: TrainingRecipe.Examples
  ) throws(JSONError) -> [AnnotatedDocument] {
    var result: [AnnotatedDocument] = []
    for line in contents.split(separator: 0x0A) {
      var text = ""
      var date = ""
      var spans: [(ScalarRange, Entity.Kind)] = []
      var reader = JSONReader(Array(line))
      try reader.readObject { (reader, key) throws(JSONError) in
        switch key {
        case "text": text = try reader.readString()
        case "date": date = try reader.readString()
        case "entities":
          try reader.readArray { (reader) throws(JSONError) in
            if let span = try readSpan(&reader) { spans.append(span) }
          }
        default: _ = try reader.skipValue()
        }
      }
      let offsets = ScalarOffsets(text)
      let names = spans.compactMap { span, kind in
        offsets.bytes(of: span).map { AnnotatedDocument.Name(range: $0, kinds: [kind]) }
      }
      let isDiary = date.hasPrefix("2018-12") && offsets.scalarCount > diaryLength
      var marked = Set(Entity.Kind.allCases)
      if set.isPartial { marked.remove(.miscellaneous) }
      result.append(
        AnnotatedDocument(
          language: set.language, text: text, names: names.sorted { $0.range < $1.range },
          marked: marked, weight: isDiary ? diaryWeight : set.weight))
    }
    return result
  }

  private static func readSpan(
    _ reader: inout JSONReader
  ) throws(JSONError) -> (ScalarRange, Entity.Kind)? {
    var range = ScalarRange(start: 0, end: 0)
    var kind: Entity.Kind?
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "start": range.start = try reader.readInt()
      case "end": range.end = try reader.readInt()
      case "type": kind = Entity.Kind(rawValue: try reader.readString())
      default: _ = try reader.skipValue()
      }
    }
    return kind.map { (range, $0) }
  }

  /// The `text` of each row.
  static func readTexts(
    _ contents: [UInt8], language: String
  ) throws(JSONError) -> [(language: String, text: String)] {
    var result: [(language: String, text: String)] = []
    for line in contents.split(separator: 0x0A) {
      var reader = JSONReader(Array(line))
      var text = ""
      try reader.readObject { (reader, key) throws(JSONError) in
        if key == "text" { text = try reader.readString() } else { _ = try reader.skipValue() }
      }
      result.append((language, text))
    }
    return result
  }
}
