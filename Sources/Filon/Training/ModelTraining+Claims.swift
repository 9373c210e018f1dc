import FilonClaims
import FilonCore
import FilonTerms

extension ModelTraining {
  /// The attribution models, without and with a dependency parse, from `claims` of the data folder and from further files.
  ///
  /// - Parameters:
  ///   - further: JSON Lines files of the same shape: `id`, `lang`, `text`, `attributions` with
  ///     `source`, `cue` and `content` as code-point spans.
  public func claims(further: [String]) throws -> [Model] {
    var plain = AttributionTrainer()
    var parsed = AttributionTrainer()
    (plain.epochs, parsed.epochs) = (7, 6)
    plain.repetitions = ["fr": 3, "en": 1]
    parsed.repetitions = plain.repetitions
    var analyzer = TextAnalyzer()
    for path in try further + data.files(matching: "claims/*.jsonl.gz") {
      for line in try data.bytes(path).split(separator: 0x0A) {
        let row = try AttributionRow(json: Array(line))
        plain.add(try row.example(&analyzer, parse: false))
        parsed.add(try row.example(&analyzer, parse: true))
      }
    }
    return [("attribution.bin", plain.train()), ("attribution-parsed.bin", parsed.train())]
  }
}

/// An annotated text as its file has it.
private struct AttributionRow {
  private var id = ""
  private var language = "en"
  private var text = ""
  private var attributions: [Range<Int>] = []
  private var line: [UInt8]

  init(json: [UInt8]) throws(JSONError) {
    line = json
    var row = Self(line: json)
    var reader = JSONReader(json)
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "id": row.id = try reader.readString()
      case "lang": row.language = try reader.readString()
      case "text":
        row.text = String(
          String.UnicodeScalarView(
            try reader.readString().unicodeScalars.map {
              $0.value < 0x20 && $0 != "\n" ? " " : $0
            }))
      case "attributions":
        try reader.readArray { (reader) throws(JSONError) in
          row.attributions.append(try reader.skipValue())
        }
      default: _ = try reader.skipValue()
      }
    }
    self = row
  }

  private init(line: [UInt8]) { self.line = line }

  func example(
    _ analyzer: inout TextAnalyzer, parse: Bool
  ) throws(JSONError) -> AttributionExample {
    let (sentences, tokens) = analyzer.analyze(
      text, blocks: [], language: AnalysisLanguage(code: language), parse: parse)
    let input = ClaimInput(
      documentID: id, text: text, language: language, sentences: sentences, tokens: tokens)
    let coordinates = TextCoordinates(text)
    var spans: [AttributionExample.Attribution] = []
    for range in attributions {
      var reader = JSONReader(line, range: range)
      var attribution = AttributionExample.Attribution(source: [], cue: [], content: [])
      try reader.readObject { (reader, key) throws(JSONError) in
        switch key {
        case "source": attribution.source = try coordinates.readSpans(&reader)
        case "cue": attribution.cue = try coordinates.readSpans(&reader)
        case "content": attribution.content = try coordinates.readSpans(&reader)
        default: _ = try reader.skipValue()
        }
      }
      spans.append(attribution)
    }
    return AttributionExample(input: input, attributions: spans)
  }
}
