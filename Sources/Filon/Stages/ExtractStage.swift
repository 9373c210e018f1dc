public import FilonCore
import FilonHTML
public import FilonPipeline

/// Makes main text, blocks and metadata of a page, or cleans a plain text.
public struct ExtractStage: Stage {
  /// The options of the stage.
  public struct Options: StageOptions {
    /// What to lean to when in doubt.
    public enum Favour: String, OptionChoice { case precision, balanced, recall }
    /// What to lean to when in doubt.
    public var favour = Favour.balanced
    /// Shorter texts are dropped.
    public var minimumCharacters = 0
    /// Whether tables are kept.
    public var keepsTables = true
    /// Whether the page stays in the record.
    public var keepsPage = false

    public static let fields: [OptionField<Options>] = [
      OptionField("favour", \.favour, help: "What to lean to when in doubt."),
      OptionField(
        "min_chars", \.minimumCharacters, help: "Drop documents whose text has fewer characters."
      ) { $0 >= 0 ? nil : "must not be negative" },
      OptionField("keep_tables", \.keepsTables, help: "Keep tables."),
      OptionField("keep_page", \.keepsPage, help: "Keep the page in the record."),
    ]

    public init() {}
  }

  public static let description = StageDescription(
    name: "extract", summary: "main text, blocks and metadata of a page; clean plain text",
    requires: [], provides: [.text, Block.layer],
    examples: [
      .init("filon read page.html | filon extract", "the main text of a page"),
      .init("filon extract page.html --favour precision", "reads the page itself"),
      .init("filon extract article.txt", "plain text without the page furniture"),
    ])

  private let options: Options

  public init(options: Options) { self.options = options }

  public func makeWorker() -> ExtractWorker { ExtractWorker(options: options) }
}

/// Extracts in one task.
public struct ExtractWorker: StageWorker {
  private let options: ExtractStage.Options
  private var extractor: PageExtractor
  private let cleaner = PlainTextCleaner()

  init(options: ExtractStage.Options) {
    self.options = options
    var extraction = ExtractionOptions()
    extraction.favour = ExtractionOptions.Favour(rawValue: options.favour.rawValue) ?? .balanced
    extraction.keepTables = options.keepsTables
    extractor = PageExtractor(options: extraction)
  }

  public mutating func process(
    _ document: inout Document, _ context: StageContext
  ) throws(StageFailure) -> Verdict {
    if let page = document.page {
      if document.source.kind == "text" {
        let decoded = PageDecoder().decode(page)
        document.source.charset = decoded.charset
        adopt(cleaner.clean(String(decoding: decoded.utf8, as: UTF8.self)), into: &document)
      } else {
        let charset = document.source.charset
        adopt(try extract(page, document, context), into: &document)
        if let charset { document.source.charset = charset }
      }
      if !options.keepsPage { document.page = nil }
    } else if document.present.contains(.text) {
      if document.present.contains(Block.layer) { return .keep }
      adopt(cleaner.clean(document.text), into: &document)
    } else {
      throw StageFailure(
        stage: ExtractStage.description.name, code: "nothing-to-extract",
        message: "the record has neither \"html\" nor \"text\"")
    }
    if document.text.isEmpty { return .drop(reason: "no text") }
    if options.minimumCharacters > 0, document.text.unicodeScalars.count < options.minimumCharacters
    {
      return .drop(reason: "shorter than min_chars")
    }
    return .keep
  }

  private mutating func extract(
    _ page: Page, _ document: Document, _ context: StageContext
  ) throws(StageFailure) -> ExtractedPage {
    do throws(ExtractionFailure) {
      return try extractor.extract(page, url: document.source.url, deadline: context.deadline)
    } catch {
      throw StageFailure(
        stage: ExtractStage.description.name, code: error.code, message: error.message)
    }
  }

  /// Takes over text, blocks and metadata. What the record already says of itself wins.
  private func adopt(_ page: ExtractedPage, into document: inout Document) {
    document.text = page.text
    document[Block.self] = Layer(page.blocks)
    document.source.charset = page.charset.isEmpty ? document.source.charset : page.charset
    let known = document.metadata
    document.metadata = page.metadata
    document.metadata.title = known.title ?? page.metadata.title
    document.metadata.published = known.published ?? page.metadata.published
    document.metadata.site = known.site ?? page.metadata.site
    document.metadata.url = known.url ?? page.metadata.url
    if !known.authors.isEmpty { document.metadata.authors = known.authors }
    document.metadata.unknownFields = known.unknownFields
  }
}
