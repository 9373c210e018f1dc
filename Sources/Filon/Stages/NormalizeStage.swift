public import FilonCore
public import FilonPipeline
import FilonTerms

/// Finds sentences, words with their lemmas, terms, quantities and dates.
public struct NormalizeStage: Stage {
  /// The options of the stage.
  public struct Options: StageOptions {
    /// Whether the dependency parser runs.
    public var parses = false
    /// Whether terms are found.
    public var findsTerms = true
    /// Files with concepts that the user adds.
    public var lexicons: [String] = []

    public static let fields: [OptionField<Options>] = [
      OptionField("parse", \.parses, help: "Run the dependency parser."),
      OptionField("terms", \.findsTerms, help: "Find multiword terms."),
      OptionField(
        "lexicons", \.lexicons, help: "TSV files of your own: concept, French term, English term."),
    ]

    public init() {}
  }

  public static let description = StageDescription(
    name: "normalize",
    summary: "sentences, tokens, parts of speech, lemmas, terms, quantities, dates",
    requires: [.text, .language], uses: [Block.layer],
    provides: [
      Sentence.layer, Token.layer, Term.layer, Quantity.layer, TemporalExpression.layer,
    ],
    examples: [
      .init("filon normalize < articles.jsonl", "adds sentences, words, quantities and dates"),
      .init("filon normalize --parse < articles.jsonl", "adds dependency trees"),
    ])

  private let options: Options
  /// Nil when no terms are asked for: the lexicon takes longer to read than many a run.
  private let terms: TermExtractor?

  public init(options: Options) throws {
    self.options = options
    guard options.findsTerms else {
      terms = nil
      return
    }
    var lexicon = ConceptLexicon.standard
    for path in options.lexicons { lexicon.add(try TextFile.read(path)) }
    terms = TermExtractor(lexicon: lexicon)
  }

  public func makeWorker() -> NormalizeWorker {
    NormalizeWorker(options: options, terms: terms)
  }
}

/// Normalises documents in one task.
public struct NormalizeWorker: StageWorker {
  private let options: NormalizeStage.Options
  private let terms: TermExtractor?
  private let numbers = NumericExpressionRecognizer()
  private var analyzer = TextAnalyzer()

  init(options: NormalizeStage.Options, terms: TermExtractor?) {
    self.options = options
    self.terms = terms
  }

  public mutating func process(
    _ document: inout Document, _ context: StageContext
  ) throws(StageFailure) -> Verdict {
    let text = document.text
    let code = document.language?.code ?? "und"
    let language = AnalysisLanguage(code: code)
    let (sentences, tokens) = analyzer.analyze(
      text, blocks: document[Block.self].elements, language: language, parse: options.parses)
    let anchor = document.metadata.published.flatMap { CalendarDate(iso8601: $0) }
    var found = numbers.expressions(in: text, language: code, anchor: anchor)
    if let anchor {
      OpenDates().close(
        &found.dates, text: text, tokens: tokens, language: language, anchor: anchor)
    }
    if let terms {
      document[Term.self] = Layer(
        terms.terms(text: text, tokens: tokens, sentences: sentences, language: language))
    }
    document[Sentence.self] = Layer(sentences)
    document[Token.self] = Layer(tokens)
    document[Quantity.self] = Layer(found.quantities)
    document[TemporalExpression.self] = Layer(found.dates)
    return .keep
  }
}
