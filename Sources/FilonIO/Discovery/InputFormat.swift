/// What kind of documents an input holds.
public enum InputFormat: String, Hashable, Sendable, CaseIterable {
  /// A web archive.
  case warc
  /// One HTML page.
  case html
  /// One JSON document a line.
  case jsonl
  /// One plain text.
  case text
  /// An HTML export of the Europresse press database: many articles in one file.
  case europresse
  /// An RSS or Atom feed.
  case feed

  /// Tells the format by the extension of a file name; `nil` if it says nothing.
  ///
  /// `.gz` and `.zst` are looked through. An `.html` file may still be a Europresse export, and an
  /// `.xml` file a feed: ``init(content:named:)`` looks inside.
  public init?(path: String) {
    var name =
      path.utf8.split(separator: 0x2F, omittingEmptySubsequences: true).last
      .map { String(Substring($0)).lowercased() } ?? ""
    for suffix in [".gz", ".zst"]
    where name.hasSuffix(suffix) && name.utf8.count > suffix.utf8.count {
      name.removeLast(suffix.utf8.count)
      break
    }
    guard let dot = name.lastIndex(of: "."), let format = Self.extensions[name[dot...].dropFirst()]
    else { return nil }
    self = format
  }

  private static let extensions: [Substring: InputFormat] = [
    "warc": .warc,
    "html": .html, "htm": .html, "xhtml": .html, "xht": .html,
    "jsonl": .jsonl, "ndjson": .jsonl, "jsonlines": .jsonl,
    "txt": .text, "text": .text, "md": .text,
    "rss": .feed, "atom": .feed, "xml": .feed, "rdf": .feed,
  ]

  /// Tells the format by the first bytes of the content, decompressed; the name decides where the
  /// bytes leave it open.
  public init(content bytes: [UInt8], named path: String? = nil) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = Array(bytes[start...].drop { $0 <= 0x20 }.prefix(Self.sniffBytes))
    let named = path.flatMap { InputFormat(path: $0) }
    if head.starts(with: WARCHeader.version) {
      self = .warc
    } else if named == .jsonl || named == .text {
      self = named ?? .text
    } else if head.first == 0x7B {
      self = .jsonl
    } else if head.first == 0x3C {
      self = Self.markup(head, named)
    } else {
      self = named == .html ? .html : .text
    }
  }

  /// Content bytes worth giving to ``init(content:named:)``.
  public static let sniffBytes = 1 << 16

  private static let feedRoots = ["<rss", "<feed", "<rdf:rdf"].map { Array($0.utf8) }
  private static let pageMarks = ["<!doctype html", "<html", "<head", "<body"].map {
    Array($0.utf8)
  }
  private static let article = Array("<article".utf8)
  private static let europresseMarks =
    ["titrearticle", "dococurcontainer", "class=\"docpublicationname", "europresse"]
    .map { Array($0.utf8) }

  private static func markup(_ head: [UInt8], _ named: InputFormat?) -> InputFormat {
    let lower = head.map(HeaderFields.lower)
    func first(_ marks: [[UInt8]]) -> Int? {
      marks.compactMap { lower.firstRange(of: $0, in: 0..<lower.count) }.min()
    }
    let page = first(pageMarks)
    if let feed = first(feedRoots), feed < page ?? .max { return .feed }
    let marks = europresseMarks.count { lower.firstRange(of: $0, in: 0..<lower.count) != nil }
    if marks >= 2 || (marks == 1 && lower.firstRange(of: article, in: 0..<lower.count) != nil) {
      return .europresse
    }
    if page == nil, let named, named != .feed { return named }
    return .html
  }
}
