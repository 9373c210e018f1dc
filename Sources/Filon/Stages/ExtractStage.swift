public import FilonCore
import FilonHTML
import FilonIO
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
    /// Whether the addresses of links in the text are kept.
    public var keepsLinks = false
    /// A file of rules for single sites; empty for none.
    public var rules = ""
    /// Whether the page stays in the record.
    public var keepsPage = false

    public static let fields: [OptionField<Options>] = [
      OptionField("favour", \.favour, help: "What to lean to when in doubt."),
      OptionField(
        "min_chars", \.minimumCharacters, help: "Drop documents whose text has fewer characters."
      ) { $0 >= 0 ? nil : "must not be negative" },
      OptionField("keep_tables", \.keepsTables, help: "Keep tables."),
      OptionField(
        "keep_links", \.keepsLinks,
        help: "Keep the addresses of links in the text, as \"links\": start, end, url."),
      OptionField(
        "rules", \.rules,
        help: "File of rules for single sites: host, keep|drop|title|date|author, selector."
      ) { Self.fault(inRules: $0) },
      OptionField("keep_page", \.keepsPage, help: "Keep the page in the record."),
    ]

    public init() {}

    /// What is wrong with a file of rules, or nil.
    private static func fault(inRules path: String) -> String? {
      do {
        _ = try siteRules(path)
        return nil
      } catch let fault as SiteRules.Fault {
        return "\(path):\(fault.line): \(fault.message)"
      } catch {
        return "cannot be read: \(path)"
      }
    }

    /// The rules in a file.
    fileprivate static func siteRules(_ path: String) throws -> SiteRules {
      guard !path.isEmpty else { return SiteRules() }
      var input = try ByteInput(path: path)
      return try SiteRules(String(decoding: try input.readAll(), as: UTF8.self))
    }
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
  private let rules: SiteRules

  public init(options: Options) throws {
    self.options = options
    rules = try Options.siteRules(options.rules)
  }

  public func makeWorker() -> ExtractWorker { ExtractWorker(options: options, rules: rules) }
}

/// Extracts in one task.
public struct ExtractWorker: StageWorker {
  private let options: ExtractStage.Options
  private var extractor: PageExtractor
  private let cleaner = PlainTextCleaner()

  init(options: ExtractStage.Options, rules: SiteRules) {
    self.options = options
    var extraction = ExtractionOptions()
    extraction.favour = ExtractionOptions.Favour(rawValue: options.favour.rawValue) ?? .balanced
    extraction.keepTables = options.keepsTables
    extraction.keepAddresses = options.keepsLinks
    extraction.rules = rules
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
        if !options.keepsPage {
          document.source.unknownFields.removeAll { $0.key == DecodeStage.offsetsKey }
        }
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
      let offsets = document.source.unknownFields.first { $0.key == DecodeStage.offsetsKey }
      if let offsets {
        let decoded = DecodedPage(
          utf8: page.bytes, charset: document.source.charset ?? "utf-8",
          offsetsJSON: String(decoding: offsets.json, as: UTF8.self))
        return try extractor.extract(
          decoded, url: document.source.url, deadline: context.deadline)
      }
      return try extractor.extract(page, url: document.source.url, deadline: context.deadline)
    } catch {
      throw StageFailure(
        stage: ExtractStage.description.name, code: error.code, message: error.message)
    }
  }

  /// The links as a layer of the record, in code points.
  private static func json(_ links: [ExtractedPage.Link], in text: String) -> [UInt8] {
    let scalars = ScalarOffsets(utf8: Array(text.utf8))
    var writer = JSONWriter()
    writer.beginArray()
    for link in links {
      writer.beginObject()
      writer.key("start")
      writer.int(scalars.scalar(ofByte: Int(link.range.start)))
      writer.key("end")
      writer.int(scalars.scalar(ofByte: Int(link.range.end)))
      writer.key("url")
      writer.string(link.url)
      writer.endObject()
    }
    writer.endArray()
    return writer.bytes
  }

  /// What extraction decides on a document's page and why, as text for a terminal.
  public mutating func explanation(of document: Document, isColoured: Bool) throws -> String {
    try trace(of: document).terminalText(isColoured: isColoured)
  }

  /// The same as an HTML page with everything escaped.
  ///
  /// - Parameters:
  ///   - document: A document with its page.
  ///   - name: What was asked for: a file, an address, an identifier.
  public mutating func explanationPage(of document: Document, name: String) throws -> String {
    try trace(of: document).htmlPage(name: name)
  }

  private mutating func trace(of document: Document) throws -> ExtractionTrace {
    let page = document.page ?? Page(bytes: Array(document.text.utf8), charset: "utf-8")
    return try extractor.explain(page, url: document.source.url)
  }

  /// Takes over text, blocks and metadata. What the record already says of itself wins.
  private func adopt(_ page: ExtractedPage, into document: inout Document) {
    document.text = page.text
    document[Block.self] = Layer(page.blocks)
    if !page.links.isEmpty {
      document.unknownFields.append(
        Document.UnknownField(key: "links", json: Self.json(page.links, in: page.text)))
    }
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
