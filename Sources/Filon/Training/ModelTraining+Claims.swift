import FilonClaims
import FilonCore
import FilonEntities
import FilonTerms

extension ModelTraining {
  /// The attribution models, without and with a dependency parse, from `claims` of the data folder
  /// and from further files.
  ///
  /// - Parameters:
  ///   - further: JSON Lines files of the same shape: `id`, `lang`, `text`, `attributions` with
  ///     `source`, `cue` and `content` as code-point spans; or document records with claims, of
  ///     which those that `HeldOut` keeps for testing are left out.
  public func claims(further: [String]) throws -> [Model] {
    var plain = AttributionTrainer()
    var parsed = AttributionTrainer()
    plain.repetitions = ["fr": 3, "en": 1]
    parsed.repetitions = plain.repetitions
    var analyzer = TextAnalyzer()
    let recognizer = EntityRecognizer()
    var marked: [AttributionRow] = []
    for path in try further + data.files(matching: "claims/*.jsonl.gz") {
      for line in try data.bytes(path).split(separator: 0x0A) {
        let row = try AttributionRow(json: Array(line))
        guard !row.isHeldOut else { continue }
        plain.add(try row.example(&analyzer, recognizer, parse: false))
        parsed.add(try row.example(&analyzer, recognizer, parse: true))
        if row.hasModality { marked.append(row) }
      }
    }
    let attribution = plain.train()
    var models = [("attribution.bin", attribution), ("attribution-parsed.bin", parsed.train())]
    if let extractor = ClaimExtractor(model: attribution) {
      var modality = ModalityTrainer(extractor: extractor)
      for row in marked {
        let example = try row.example(&analyzer, recognizer, parse: false)
        let contents = example.attributions.map(\.content)
        modality.add(
          example.input,
          annotated: zip(contents, row.modalities).map { (content: $0, modality: $1) })
      }
      models.append(("modality.bin", modality.train()))
    }
    return models
  }

  /// The weights of check-worthiness from sentences with `text`, `lang`, `label` 0 or 1, and the
  /// `doc` that they are from.
  public func checkworthiness(_ files: [String]) throws -> [Model] {
    var trainer = CheckworthinessTrainer()
    var analyzer = TextAnalyzer()
    let recognizer = EntityRecognizer()
    for path in files {
      for line in try data.bytes(path).split(separator: 0x0A) {
        let row = try AttributionRow(json: Array(line))
        var input = try row.example(&analyzer, recognizer, parse: false).input
        let numbers = NumericExpressionRecognizer().expressions(
          in: input.text, language: input.language, anchor: nil)
        (input.quantities, input.dates) = (numbers.quantities, numbers.dates)
        trainer.add(input, of: row.document, isWorthChecking: row.label == 1)
      }
    }
    return [("checkworthiness.tsv", Array(trainer.train().utf8))]
  }
}

/// An annotated text as its file has it.
private struct AttributionRow {
  private var id = ""
  private var language = "en"
  private var text = ""
  private var attributions: [Range<Int>] = []
  private var story: String?
  /// The modality of each attribution; assertion where the file says nothing.
  private(set) var modalities: [Claim.Modality] = []
  /// Whether the file tells modalities.
  private(set) var hasModality = false
  /// For sentences of check-worthiness.
  private(set) var label = 0
  private(set) var document = ""
  private var isRecord = false
  private var line: [UInt8]

  /// Whether the text is for testing only.
  var isHeldOut: Bool { isRecord && HeldOut.contains(story ?? id) }

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
      case "language":
        try reader.readObject { (reader, key) throws(JSONError) in
          if key == "code" {
            row.language = try reader.readString()
          } else {
            _ = try reader.skipValue()
          }
        }
      case "doc": row.document = try reader.readString()
      case "label": row.label = try reader.readInt()
      case "duplicates":
        try reader.readObject { (reader, key) throws(JSONError) in
          if key == "story" || key == "group" && row.story == nil {
            row.story = try reader.readString()
          } else {
            _ = try reader.skipValue()
          }
        }
      case "attributions", "claims":
        row.isRecord = key == "claims"
        try reader.readArray { (reader) throws(JSONError) in
          row.attributions.append(try row.scan(&reader))
        }
      default: _ = try reader.skipValue()
      }
    }
    self = row
  }

  private init(line: [UInt8]) { self.line = line }

  /// Notes the modality of the next attribution; returns where it stands.
  private mutating func scan(_ reader: inout JSONReader) throws(JSONError) -> Range<Int> {
    let range = try reader.skipValue()
    var inner = JSONReader(line, range: range)
    var modality = Claim.Modality.assertion
    var isStatement = false
    try inner.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "modality":
        modality = Claim.Modality(rawValue: try reader.readString()) ?? .assertion
        hasModality = true
      case "kind": isStatement = try reader.readString() == Claim.Kind.statement.rawValue
      default: _ = try reader.skipValue()
      }
    }
    if !isStatement { modalities.append(modality) }
    return range
  }

  func example(
    _ analyzer: inout TextAnalyzer, _ recognizer: EntityRecognizer, parse: Bool
  ) throws(JSONError) -> AttributionExample {
    let (sentences, tokens) = analyzer.analyze(
      text, blocks: [], language: AnalysisLanguage(code: language), parse: parse)
    let entities = recognizer.entities(
      in: text, language: language, sentences: sentences, tokens: tokens, blocks: [])
    let input = ClaimInput(
      documentID: id, text: text, language: language, sentences: sentences, tokens: tokens,
      entities: entities)
    let coordinates = TextCoordinates(text)
    var spans: [AttributionExample.Attribution] = []
    for range in attributions {
      var reader = JSONReader(line, range: range)
      var attribution = AttributionExample.Attribution(source: [], cue: [], content: [])
      var isStatement = false
      try reader.readObject { (reader, key) throws(JSONError) in
        switch key {
        case "source": attribution.source = try Self.spans(&reader, coordinates)
        case "cue": attribution.cue = try Self.spans(&reader, coordinates)
        case "content", "spans": attribution.content = try coordinates.readSpans(&reader)
        case "kind": isStatement = try reader.readString() == Claim.Kind.statement.rawValue
        default: _ = try reader.skipValue()
        }
      }
      if !isStatement { spans.append(attribution) }
    }
    return AttributionExample(input: input, attributions: spans)
  }

  /// Spans, or an object with spans as claim records have it.
  private static func spans(
    _ reader: inout JSONReader, _ coordinates: TextCoordinates
  ) throws(JSONError) -> [TextRange] {
    guard try reader.peek() == .object else { return try coordinates.readSpans(&reader) }
    var spans: [TextRange] = []
    try reader.readObject { (reader, key) throws(JSONError) in
      if key == "spans" {
        spans = try coordinates.readSpans(&reader)
      } else {
        _ = try reader.skipValue()
      }
    }
    return spans
  }
}
