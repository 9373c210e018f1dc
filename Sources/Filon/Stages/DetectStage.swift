public import FilonCore
import FilonLanguage
public import FilonPipeline

/// Finds the language of the document and of each block.
public struct DetectStage: Stage, StageWorker {
  /// The options of the stage.
  public struct Options: StageOptions {
    /// Languages to keep; others are dropped. Empty keeps all.
    public var keep: [String] = []
    /// Documents below this confidence are dropped when languages are to be kept.
    public var minimumConfidence = 0.0
    /// Languages that are expected; empty for none.
    public var expect = ["fr", "en"]
    /// Whether each block gets a language of its own.
    public var isPerBlock = true

    public static let fields: [OptionField<Options>] = [
      OptionField(
        "keep", \.keep, help: "Languages to keep (ISO 639-1); documents in others are dropped."),
      OptionField(
        "min_confidence", \.minimumConfidence, help: "Drop what is kept only above this confidence."
      ) { (0...1).contains($0) ? nil : "must lie between 0 and 1" },
      OptionField("expect", \.expect, help: "Languages expected, as a prior; never a restriction."),
      OptionField("per_block", \.isPerBlock, help: "Give each block a language of its own."),
    ]

    public init() {}
  }

  public static let description = StageDescription(
    name: "detect", summary: "language of the document and of each block",
    requires: [.text], uses: [Block.layer], provides: [.language],
    examples: [
      .init("filon detect < articles.jsonl", "adds the language to each document"),
      .init("filon detect --keep fr,en --min-confidence 0.8", "drops all but French and English"),
    ])

  private let options: Options
  private let detector: LanguageDetector

  public init(options: Options) {
    self.options = options
    detector = LanguageDetector(
      prior: options.expect.isEmpty ? .none : LanguagePrior(expecting: options.expect))
  }

  public func process(
    _ document: inout Document, _ context: StageContext
  ) throws(StageFailure) -> Verdict {
    let blocks = options.isPerBlock ? document[Block.self].elements.map(\.range) : []
    var language: DocumentLanguage
    let declared = document.metadata.language.map(LanguageDetector.code)
    let detector = declared.map(detector.declaring) ?? detector
    if blocks.isEmpty {
      let guess = detector.detect(document.text)
      language = DocumentLanguage(code: guess.code, confidence: guess.confidence)
    } else {
      language = detector.detect(document.text, blocks: blocks)
    }
    if let declared, declared != language.code, language.code != "und" {
      language.declared = document.metadata.language
    }
    document.language = language.rounded
    guard !options.keep.isEmpty else { return .keep }
    guard options.keep.contains(language.code) else {
      return .drop(reason: "language \(language.code)")
    }
    return language.confidence >= options.minimumConfidence
      ? .keep : .drop(reason: "language \(language.code) below min_confidence")
  }
}

extension DocumentLanguage {
  /// The language with its confidences cut to three decimals, as records carry them.
  fileprivate var rounded: DocumentLanguage {
    func cut(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
    var rounded = self
    rounded.confidence = cut(confidence)
    for index in rounded.spans.indices {
      rounded.spans[index].confidence = cut(rounded.spans[index].confidence)
    }
    return rounded
  }
}
