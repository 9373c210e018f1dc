/// Reads the bytes of a page once, before libxml2's HTML parser builds its order.
///
/// The parser is given a skeleton of the page: bare tags, and one byte for each stretch of text. It
/// need not read attributes and texts, which is most of its time, and what it would choke on never
/// reaches it: scripts, styles, comments, conditional sections, processing instructions, the
/// document type, drawings, control characters, elements that it does not know to be void, the ends
/// of body and html (text may follow them), prefixed tags. Texts with their character references
/// resolved, attributes and the place of both in the page are kept here, as tokens that the tree
/// builder meets again by their position in the skeleton. Linked data is noted on the way.
struct MarkupScanner: Sendable {
  /// The bytes for the parser.
  private(set) var skeleton: [UInt8] = []
  /// Start tags and texts in the order of the skeleton.
  private(set) var tokens: [MarkupToken] = []
  /// The texts of all tokens.
  private(set) var text: [UInt8] = []
  /// The attributes of all tags.
  var attributes = AttributeStore()
  /// The contents of `application/ld+json` scripts, as ranges of the page.
  private(set) var linkedData: [Range<Int>] = []

  /// Whether the addresses of links are kept too.
  private let keepsAddresses: Bool
  /// The page is copied to the text up to here.
  private var runStart = 0
  /// The open stretch of text: where it starts in ``text``, and its place in the page.
  private var textStart = 0
  private var rawStart = 0
  private var rawEnd = 0
  /// Names whose end tag was looked for in vain: one search to the end of the page a name.
  private var unclosed: [TagName] = []
  private var concepts = ConceptCache()

  init(keepsAddresses: Bool) { self.keepsAddresses = keepsAddresses }

  /// Scans `page`.
  mutating func scan(_ page: [UInt8]) {
    skeleton.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    attributes.removeAll()
    concepts.removeAll()
    linkedData.removeAll(keepingCapacity: true)
    unclosed.removeAll()
    runStart = 0
    textStart = 0
    let span = page.span
    var index = 0
    let count = span.count
    while index < count {
      let byte = span[index]
      if byte > UInt8(ascii: "<") {
        index += 1
      } else if byte == UInt8(ascii: "<") {
        index = markup(span, at: index)
      } else if byte == UInt8(ascii: "&") {
        index = reference(span, at: index)
      } else if byte < 0x09 || (byte > 0x0D && byte < 0x20) || byte == 0x0B {
        drop(span, from: index, to: index + 1)
        index += 1
      } else {
        index += 1
      }
    }
    flush(span, to: count)
    endText()
  }

  /// Copies the page's text up to `end`.
  private mutating func flush(_ page: Span<UInt8>, to end: Int) {
    guard end > runStart else { return }
    if text.count == textStart { rawStart = runStart }
    unsafe page.extracting(runStart..<end).withUnsafeBufferPointer { run in
      unsafe text.append(contentsOf: run)
    }
    rawEnd = end
    runStart = end
  }

  private mutating func drop(_ page: Span<UInt8>, from start: Int, to end: Int) {
    flush(page, to: start)
    runStart = end
  }

  /// Ends the open stretch of text: one byte of the skeleton stands for it.
  private mutating func endText() {
    guard text.count > textStart else { return }
    var index = textStart
    while index < text.count, text[index] <= 0x20 { index += 1 }
    let isBlank = index == text.count
    skeleton.append(isBlank ? 0x20 : UInt8(ascii: "x"))
    var token = MarkupToken(tag: .text, position: UInt32(skeleton.count))
    if isBlank { token.flags.insert(.blank) }
    token.start = UInt32(textStart)
    token.textEnd = UInt32(text.count)
    token.rawStart = UInt32(rawStart)
    token.rawEnd = UInt32(rawEnd)
    tokens.append(token)
    textStart = text.count
  }

  private mutating func reference(_ page: Span<UInt8>, at index: Int) -> Int {
    guard let match = CharacterReferences.shared.match(in: page, at: index) else {
      return index + 1
    }
    flush(page, to: index)
    if text.count == textStart { rawStart = index }
    text.append(contentsOf: match.utf8)
    runStart = index + match.length
    rawEnd = runStart
    return runStart
  }

  private mutating func markup(_ page: Span<UInt8>, at index: Int) -> Int {
    guard index + 1 < page.count else { return index + 1 }
    let next = page[index + 1]
    switch next {
    case UInt8(ascii: "!"):
      let end = page.declarationEnd(at: index)
      drop(page, from: index, to: end)
      return end
    case UInt8(ascii: "?"):
      let end = page.pastTag(from: index)
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

  private mutating func endTag(_ page: Span<UInt8>, at index: Int) -> Int {
    let end = page.pastTag(from: index)
    guard index + 2 < page.count, (0x61...0x7A).contains(page[index + 2] | 0x20) else {
      drop(page, from: index, to: end)
      return end
    }
    let name = TagName(page, at: index + 2)
    let treatment = name.hasPrefix ? .dropTag : name.known.treatment
    switch treatment {
    case .dropTag, .dropElement, .script, .dropEndTag:
      drop(page, from: index, to: end)
    case .lineBreak:
      begin(page, at: index)
      skeleton.append(contentsOf: [0x3C, 0x62, 0x72])
      tokens.append(MarkupToken(tag: .br, position: UInt32(skeleton.count)))
      skeleton.append(UInt8(ascii: ">"))
      runStart = end
    case .keep:
      begin(page, at: index)
      skeleton.append(UInt8(ascii: "<"))
      skeleton.append(UInt8(ascii: "/"))
      appendName(page, at: index + 2, name.length)
      skeleton.append(UInt8(ascii: ">"))
      runStart = end
    }
    return end
  }

  /// Ends the text before a tag that the skeleton gets.
  private mutating func begin(_ page: Span<UInt8>, at index: Int) {
    flush(page, to: index)
    endText()
  }

  private mutating func appendName(_ page: Span<UInt8>, at start: Int, _ length: Int) {
    for index in start..<(start + length) {
      let byte = page[index]
      skeleton.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
  }

  private mutating func startTag(_ page: Span<UInt8>, at index: Int) -> Int {
    let name = TagName(page, at: index + 1)
    let nameEnd = index + 1 + name.length
    let known = name.known
    switch name.hasPrefix ? .dropTag : known.treatment {
    case .keep, .lineBreak, .dropEndTag:
      return keep(page, at: index, name, known.tag)
    case .dropTag:
      let end = AttributeReader.tagEnd(page, from: nameEnd)
      drop(page, from: index, to: end)
      return end
    case .script:
      let end = AttributeReader.tagEnd(page, from: nameEnd)
      let close = page.scriptEnd(from: end)
      if page.contains("ld+json", from: nameEnd, to: end) {
        linkedData.append(end..<close.contentEnd)
      }
      drop(page, from: index, to: close.end)
      return close.end
    case .dropElement:
      guard let close = elementEnd(page, name, from: nameEnd) else {
        return keep(page, at: index, name, known.tag)
      }
      drop(page, from: index, to: close)
      return close
    }
  }

  /// Writes a start tag to the skeleton and reads its attributes.
  private mutating func keep(
    _ page: Span<UInt8>, at index: Int, _ name: TagName, _ tag: ElementTag
  ) -> Int {
    begin(page, at: index)
    skeleton.append(UInt8(ascii: "<"))
    appendName(page, at: index + 1, name.length)
    var token = MarkupToken(tag: tag, position: UInt32(skeleton.count))
    token.start = UInt32(attributes.count)
    var reader = AttributeReader(at: index + 1 + name.length)
    while let attribute = reader.next(page) { add(attribute, of: page, to: &token) }
    tokens.append(token)
    if reader.closesItself { skeleton.append(UInt8(ascii: "/")) }
    skeleton.append(UInt8(ascii: ">"))
    runStart = reader.index
    return reader.index
  }

  private mutating func add(
    _ attribute: AttributeReader.Attribute, of page: Span<UInt8>, to token: inout MarkupToken
  ) {
    let value = attribute.value
    switch attribute.key {
    case .hidden: token.flags.insert(.hidden)
    case .ariaHidden:
      if let value, value.count == 4, page.hasPrefix("true", at: value.lowerBound) {
        token.flags.insert(.hidden)
      }
    case .style:
      if let value, page.hides(value) { token.flags.insert(.hidden) }
    case .href where token.tag != .link && !(keepsAddresses && token.tag == .a): break
    default:
      guard let value, token.attributeCount < 32 else { return }
      let range = attributes.add(attribute.key, page.extracting(value))
      token.attributeCount += 1
      switch attribute.key {
      case .class, .role, .itemprop: break
      // A long identifier is the slug of a heading, which says nothing of the element.
      case .id where page.wordCount(value) < 4: break
      default: return
      }
      token.concepts.formUnion(concepts.concepts(of: range, in: attributes.bytes))
    }
  }

  /// The end of an element whose contents are dropped, or nil when it is never closed.
  private mutating func elementEnd(
    _ page: Span<UInt8>, _ name: TagName, from nameEnd: Int
  ) -> Int? {
    var reader = AttributeReader(at: nameEnd)
    while reader.next(page) != nil {}
    if name == .svg, reader.closesItself { return reader.index }
    guard !unclosed.contains(name) else { return nil }
    let close = page.firstEndTag(name, from: reader.index)
    if close < page.count { return page.pastTag(from: close) }
    // As in browsers, a style that is never closed takes the rest of the page with it.
    if name == .style { return page.count }
    unclosed.append(name)
    return nil
  }
}
