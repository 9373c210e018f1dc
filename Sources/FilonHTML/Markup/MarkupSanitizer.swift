/// Prepares the bytes of a page for libxml2's HTML parser.
///
/// One pass that takes out what the parser would choke on or only waste time with: scripts, styles,
/// comments, conditional sections, processing instructions, the document type, drawings, NUL bytes,
/// elements that the parser does not know to be void, the ends of body and html (text may follow
/// them), prefixed tags. Character references are resolved, except those of markup characters, so
/// that nearly every text node points straight into these bytes. Linked data is noted on the way.
struct MarkupSanitizer {
  /// The bytes for the parser; literal text is appended to them later.
  private(set) var bytes: [UInt8] = []
  /// Leads from ``bytes`` back to the page.
  private(set) var map = OffsetMap()
  /// The contents of `application/ld+json` scripts, as ranges of the page.
  private(set) var linkedData: [Range<Int>] = []

  private var runStart = 0
  /// Names whose end tag was looked for in vain: one search to the end of the page a name.
  private var unclosed: [String] = []

  init() {}

  /// Prepares `page`.
  mutating func sanitize(_ page: [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    bytes.reserveCapacity(page.count + 16)
    map.removeAll()
    linkedData.removeAll(keepingCapacity: true)
    unclosed.removeAll()
    runStart = 0
    let span = page.span
    var index = 0
    let count = span.count
    while index < count {
      let byte = span[index]
      if byte == UInt8(ascii: "<") {
        index = markup(span, at: index)
      } else if byte == UInt8(ascii: "&") {
        index = reference(span, at: index)
      } else if byte == 0 {
        drop(span, from: index, to: index + 1)
        index += 1
      } else {
        index += 1
      }
    }
    flush(span, to: count)
  }

  /// Copies the page up to `end`.
  private mutating func flush(_ page: Span<UInt8>, to end: Int) {
    guard end > runStart else { return }
    unsafe page.extracting(runStart..<end).withUnsafeBufferPointer { run in
      unsafe bytes.append(contentsOf: run)
    }
    runStart = end
  }

  private mutating func drop(_ page: Span<UInt8>, from start: Int, to end: Int) {
    flush(page, to: start)
    runStart = end
    map.add(output: bytes.count, input: end)
  }

  private mutating func replace(
    _ page: Span<UInt8>, from start: Int, to end: Int, by text: [UInt8]
  ) {
    flush(page, to: start)
    map.add(output: bytes.count, input: start)
    bytes.append(contentsOf: text)
    runStart = end
    map.add(output: bytes.count, input: end)
  }

  private mutating func reference(_ page: Span<UInt8>, at index: Int) -> Int {
    guard let match = CharacterReferences.shared.match(in: page, at: index) else {
      return index + 1
    }
    let end = index + match.length
    switch match.utf8 {
    case [UInt8(ascii: "<")]: replace(page, from: index, to: end, by: Array("&lt;".utf8))
    case [UInt8(ascii: "&")]: replace(page, from: index, to: end, by: Array("&amp;".utf8))
    default: replace(page, from: index, to: end, by: match.utf8)
    }
    return end
  }

  private mutating func markup(_ page: Span<UInt8>, at index: Int) -> Int {
    guard index + 1 < page.count else { return index + 1 }
    let next = page[index + 1]
    switch next {
    case UInt8(ascii: "!"):
      let end = declarationEnd(page, at: index)
      drop(page, from: index, to: end)
      return end
    case UInt8(ascii: "?"):
      let end = min(page.count, (page.firstIndex(of: UInt8(ascii: ">"), from: index) + 1))
      drop(page, from: index, to: end)
      return end
    case UInt8(ascii: "/"):
      return endTag(page, at: index)
    case 0x41...0x5A, 0x61...0x7A:
      return startTag(page, at: index)
    default:
      return index + 1
    }
  }

  /// The end of a comment, conditional section or document type.
  private func declarationEnd(_ page: Span<UInt8>, at index: Int) -> Int {
    let count = page.count
    if page.hasPrefix("<!--", at: index) {
      if page.hasPrefix(">", at: index + 4) { return index + 5 }
      if page.hasPrefix("->", at: index + 4) { return index + 6 }
      var cursor = index + 4
      while true {
        cursor = page.firstIndex(of: UInt8(ascii: "-"), from: cursor)
        guard cursor < count else { return count }
        if page.hasPrefix("-->", at: cursor) { return cursor + 3 }
        if page.hasPrefix("--!>", at: cursor) { return cursor + 4 }
        cursor += 1
      }
    }
    return min(count, page.firstIndex(of: UInt8(ascii: ">"), from: index) + 1)
  }

  private mutating func endTag(_ page: Span<UInt8>, at index: Int) -> Int {
    let end = min(page.count, page.firstIndex(of: UInt8(ascii: ">"), from: index) + 1)
    guard index + 2 < page.count, (0x61...0x7A).contains(page[index + 2] | 0x20) else {
      drop(page, from: index, to: end)
      return end
    }
    let name = RawTagName(page, at: index + 2)
    switch name.treatment {
    case .lineBreak: replace(page, from: index, to: end, by: Array("<br>".utf8))
    case .dropTag, .dropElement, .script, .dropEndTag: drop(page, from: index, to: end)
    case .keep: break
    }
    return end
  }

  private mutating func startTag(_ page: Span<UInt8>, at index: Int) -> Int {
    let name = RawTagName(page, at: index + 1)
    let end = tagEnd(page, from: name.end)
    switch name.treatment {
    case .keep, .lineBreak, .dropEndTag:
      return end
    case .dropTag:
      drop(page, from: index, to: end)
      return end
    case .script:
      let close = scriptEnd(page, from: end)
      if page.contains("ld+json", from: name.end, to: end) {
        linkedData.append(end..<close.contentEnd)
      }
      drop(page, from: index, to: close.end)
      return close.end
    case .dropElement:
      guard let close = elementEnd(page, name: name, from: end) else {
        return end
      }
      drop(page, from: index, to: close.end)
      return close.end
    }
  }

  /// The end of a start tag, past its `>`; quotation marks count only after an equals sign.
  private func tagEnd(_ page: Span<UInt8>, from start: Int) -> Int {
    var index = start
    let count = page.count
    var afterEquals = false
    while index < count {
      let byte = page[index]
      if byte == UInt8(ascii: ">") { return index + 1 }
      if byte == UInt8(ascii: "=") {
        afterEquals = true
      } else if byte > 0x20 {
        if afterEquals, byte == 0x22 || byte == 0x27 {
          index = page.firstIndex(of: byte, from: index + 1)
        }
        afterEquals = false
      }
      index += 1
    }
    return count
  }

  /// The end of a script's contents and of its end tag. Inside `<!--`, a nested `<script` must be
  /// closed first (HTML standard, script data double escaped state).
  private func scriptEnd(_ page: Span<UInt8>, from start: Int) -> (contentEnd: Int, end: Int) {
    let count = page.count
    var cursor = start
    var isCommented = false
    var isNested = false
    while cursor < count {
      let byte = page[cursor]
      if byte == UInt8(ascii: "<") {
        if page.hasPrefix("<!--", at: cursor) {
          isCommented = true
        } else if isCommented, page.hasPrefix("<script", at: cursor) {
          isNested = true
        } else if page.hasPrefix("</script", at: cursor) {
          if !isNested {
            return (cursor, min(count, page.firstIndex(of: UInt8(ascii: ">"), from: cursor) + 1))
          }
          isNested = false
        }
      } else if byte == UInt8(ascii: "-"), isCommented, page.hasPrefix("-->", at: cursor) {
        isCommented = false
        isNested = false
      }
      cursor += 1
    }
    // A commented script that is never closed: take the first end tag after all.
    guard isCommented || isNested else { return (count, count) }
    let close = page.firstEndTag("script", from: start)
    return (close, min(count, page.firstIndex(of: UInt8(ascii: ">"), from: close) + 1))
  }

  /// The end of an element whose contents are dropped, or nil when it is never closed.
  private mutating func elementEnd(
    _ page: Span<UInt8>, name: RawTagName, from start: Int
  ) -> (contentEnd: Int, end: Int)? {
    if start >= 2, page[start - 2] == UInt8(ascii: "/"), name.mayCloseItself {
      return (start, start)
    }
    guard !unclosed.contains(name.text) else { return nil }
    let close = page.firstEndTag(name.text, from: start)
    guard close < page.count else {
      unclosed.append(name.text)
      return nil
    }
    return (close, min(page.count, page.firstIndex(of: UInt8(ascii: ">"), from: close) + 1))
  }

  /// Adds literal text that the parser made and that stands nowhere in the bytes; returns its place.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = bytes.count
    unsafe bytes.append(contentsOf: text)
    return start..<bytes.count
  }
}
