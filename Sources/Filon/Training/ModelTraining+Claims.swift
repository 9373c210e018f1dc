import FilonClaims
import FilonCore
import FilonTerms

extension ModelTraining {
  /// The attribution model, from `claims` of the data folder and from further files.
  ///
  /// - Parameters:
  ///   - further: JSON Lines files of the same shape: `id`, `lang`, `text`, `attributions` with
  ///     `source`, `cue` and `content` as code-point spans.
  public func claims(further: [String]) throws -> [Model] {
    var trainer = AttributionTrainer()
    trainer.epochs = 7
    trainer.repetitions = ["fr": 3, "en": 1]
    var analyzer = TextAnalyzer()
    for path in try further + data.files(matching: "claims/*.jsonl.gz") {
      for line in try data.bytes(path).split(separator: 0x0A) {
        trainer.add(try AttributionRow(json: Array(line)).example(&analyzer))
      }
    }
    return [("attribution.bin", trainer.train())]
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
      case "text": row.text = try reader.readString()
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

  func example(_ analyzer: inout TextAnalyzer) throws(JSONError) -> AttributionExample {
    let (sentences, tokens) = analyzer.analyze(
      text, blocks: [], language: AnalysisLanguage(code: language), parse: false)
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
