public import FilonCore

/// Extracts main text, blocks and metadata from HTML pages.
///
/// One extractor serves one thread: its buffers are used again for the next page. Extraction is
/// deterministic, reads nothing but the page, and never follows a link.
public struct PageExtractor: Sendable {
  /// The options given.
  public let options: ExtractionOptions
  private let decoder = PageDecoder()
  private var sanitizer = MarkupSanitizer()
  private var parser = MarkupParser()
  private var segmenter = Segmenter()

  /// Makes an extractor.
  public init(options: ExtractionOptions = ExtractionOptions()) { self.options = options }

  /// Extracts from one page.
  ///
  /// - Parameters:
  ///   - page: The page as received.
  ///   - url: Its address, which is evidence for the date and the kind of page.
  ///   - deadline: When to give up, between the steps.
  public mutating func extract(
    _ page: Page, url: String? = nil, deadline: ContinuousClock.Instant? = nil
  ) throws(ExtractionFailure) -> ExtractedPage {
    guard page.bytes.count <= options.maximumPageBytes else {
      throw ExtractionFailure(
        code: "page-too-large",
        message: "the page has \(page.bytes.count) bytes, more than \(options.maximumPageBytes)",
        offset: options.maximumPageBytes)
    }
    let decoded = decoder.decode(page)
    guard decoded.utf8.contains(where: { $0 > 0x20 }) else {
      throw ExtractionFailure(code: "page-empty", message: "the page is empty")
    }
    sanitizer.sanitize(decoded.utf8)
    try check(deadline)
    guard parser.parse(&sanitizer) else {
      throw ExtractionFailure(code: "parse-failed", message: "libxml2 could not parse the page")
    }
    try check(deadline)
    segmenter.segment(parser.arena, bytes: sanitizer.bytes)
    var finder = ContentFinder(
      arena: parser.arena, bytes: sanitizer.bytes, segments: segmenter.segments)
    finder.find(minimum: options.minimumLength)
    try check(deadline)
    var writer = BlockWriter(arena: parser.arena, sanitizer: sanitizer, page: decoded)
    let (text, blocks) = writer.write(finder.segments)
    let metadata = MetadataExtractor(
      head: PageHead(arena: parser.arena, bytes: sanitizer.bytes),
      linked: LinkedData(decoded.utf8, sanitizer.linkedData), arena: parser.arena, url: url,
      container: finder.container
    ).extract()
    return ExtractedPage(
      text: text, blocks: blocks, metadata: metadata, charset: decoded.charset)
  }

  private func check(_ deadline: ContinuousClock.Instant?) throws(ExtractionFailure) {
    if let deadline, ContinuousClock.now > deadline {
      throw ExtractionFailure(
        code: "deadline-passed", message: "the page took longer than the time it was given")
    }
  }
}
