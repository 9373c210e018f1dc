public import FilonCore

/// Extracts main text, blocks and metadata from HTML pages.
///
/// One extractor serves one thread: its buffers are used again for the next page. Extraction is
/// deterministic, reads nothing but the page, and never follows a link.
public struct PageExtractor: Sendable {
  /// The options given.
  public let options: ExtractionOptions
  private let decoder = PageDecoder()
  private var scanner: MarkupScanner
  private var parser = MarkupParser()
  private var segmenter = Segmenter()

  /// Makes an extractor.
  public init(options: ExtractionOptions = ExtractionOptions()) {
    self.options = options
    scanner = MarkupScanner(keepsAddresses: options.keepAddresses)
  }

  /// Extracts from one page.
  ///
  /// - Parameters:
  ///   - page: The page as received.
  ///   - url: Its address, which is evidence for the date and the kind of page.
  ///   - deadline: When to give up, between the steps.
  public mutating func extract(
    _ page: Page, url: String? = nil, deadline: ContinuousClock.Instant? = nil
  ) throws(ExtractionFailure) -> ExtractedPage {
    try check(size: page.bytes.count)
    let decoded = decoder.decode(page)
    let findings = try find(in: decoded, url: url, deadline: deadline)
    return assemble(findings, decoded)
  }

  /// Extracts from one page that was decoded before.
  public mutating func extract(
    _ page: DecodedPage, url: String? = nil, deadline: ContinuousClock.Instant? = nil
  ) throws(ExtractionFailure) -> ExtractedPage {
    try check(size: page.utf8.count)
    let findings = try find(in: page, url: url, deadline: deadline)
    return assemble(findings, page)
  }

  /// Extracts from one page and tells what was decided about every part of it.
  public mutating func explain(
    _ page: Page, url: String? = nil
  ) throws(ExtractionFailure) -> ExtractionTrace {
    try check(size: page.bytes.count)
    let decoded = decoder.decode(page)
    let findings = try find(in: decoded, url: url, deadline: nil)
    let finder = findings.finder
    let writer = BlockWriter(arena: parser.arena, text: scanner.text, page: decoded)
    let entries = finder.segments.map { segment in
      let (text, html) = writer.textAndSource(of: segment)
      return ExtractionTrace.Entry(
        text: text, kind: segment.kind, isKept: segment.verdict == .kept,
        reason: String(describing: segment.verdict),
        path: NodePath.describe(parser.arena.parent(of: Int(segment.first)), in: parser.arena),
        html: html)
    }
    return ExtractionTrace(
      entries: entries,
      container: NodePath.describe(finder.containers.first ?? -1, in: parser.arena),
      page: assemble(findings, decoded))
  }

  private func check(size: Int) throws(ExtractionFailure) {
    // Offsets must fit, whatever the limit and the encoding.
    let limit = min(options.maximumPageBytes, Int(Int32.max) / 4)
    guard size > limit else { return }
    throw ExtractionFailure(
      code: "page-too-large", message: "the page has \(size) bytes, more than \(limit)",
      offset: limit)
  }

  private mutating func find(
    in decoded: DecodedPage, url: String?, deadline: ContinuousClock.Instant?
  ) throws(ExtractionFailure) -> Findings {
    guard decoded.utf8.contains(where: { $0 > 0x20 }) else {
      throw ExtractionFailure(code: "page-empty", message: "the page is empty")
    }
    scanner.scan(decoded.utf8)
    try check(deadline)
    guard parser.parse(&scanner) else {
      throw ExtractionFailure(code: "parse-failed", message: "libxml2 could not parse the page")
    }
    try check(deadline)
    segmenter.segment(parser.arena, bytes: scanner.text)
    let head = PageHead(arena: parser.arena, bytes: scanner.text)
    let linked = LinkedData(decoded.utf8, scanner.linkedData)
    let rules = options.rules.matches(in: parser.arena, url: url ?? head.canonical)
    var metadata = MetadataExtractor(
      head: head, linked: linked, arena: parser.arena, bytes: scanner.text,
      page: decoded.utf8, segments: segmenter.segments, url: url, rules: rules
    ).extract()
    var finder = ContentFinder(
      arena: parser.arena, bytes: scanner.text, segments: segmenter.segments,
      title: metadata.title, options: options, rules: rules)
    finder.find()
    try check(deadline)
    let kept = Int(finder.keptCharacters)
    metadata.pageType = PageTypeClassifier(
      head: head, linked: linked, measures: finder.pageMeasures, kept: kept,
      paragraphs: finder.segments.count { $0.verdict == .kept && $0.isProse },
      isMarkedLive: finder.isMarkedLive, url: url, title: metadata.title
    ).classify()
    return Findings(
      finder: finder, metadata: metadata, linkedBody: LinkedBody(linked, kept: kept))
  }

  /// What was found in a page.
  private struct Findings {
    let finder: ContentFinder
    let metadata: Metadata
    /// The text that the linked data give, when the page shows little of it.
    let linkedBody: LinkedBody?
  }

  private func assemble(_ findings: Findings, _ decoded: DecodedPage) -> ExtractedPage {
    if let body = findings.linkedBody {
      let (text, blocks) = body.write(decoded)
      return ExtractedPage(
        text: text, blocks: blocks, metadata: findings.metadata, charset: decoded.charset)
    }
    let written = BlockWriter(arena: parser.arena, text: scanner.text, page: decoded)
      .write(findings.finder.segments)
    let address = PageAddress(findings.metadata.url ?? "")
    return ExtractedPage(
      text: written.text, blocks: written.blocks,
      links: written.links.map { link in
        ExtractedPage.Link(range: link.range, url: address.resolve(link.url) ?? link.url)
      }, metadata: findings.metadata, charset: decoded.charset)
  }

  private func check(_ deadline: ContinuousClock.Instant?) throws(ExtractionFailure) {
    if let deadline, ContinuousClock.now > deadline {
      throw ExtractionFailure(
        code: "deadline-passed", message: "the page took longer than the time it was given")
    }
  }
}
