internal import CLibXML2
internal import Glibc

/// Builds the arena from the events of the parser.
@safe struct TreeBuilder {
  var arena = NodeArena()
  var sanitizer = MarkupSanitizer()
  var context: htmlParserCtxtPtr?
  /// Open elements as libxml2 sees them.
  private var open: [Open] = []
  /// Where the last token ended, in the sanitized bytes.
  private var tokenEnd = 0
  private let concepts = ConceptMatcher.markup

  private struct Open {
    var tag: ElementTag
    /// The node, or -1 when it was closed early.
    var node: Int32
  }

  init() { unsafe context = nil }

  /// Where the parser stands in the sanitized bytes.
  private var position: Int {
    guard let context = unsafe context, let input = unsafe context.pointee.input else {
      return tokenEnd
    }
    return unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
  }

  mutating func start(
    _ name: UnsafePointer<UInt8>, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let tag = unsafe ElementTag(name: UnsafeBufferPointer(start: name, count: strlen(name)).span)
    if tag.traits.contains(.closesParagraph) { closeParagraph() }
    let depth = min(open.count, MarkupParser.depthLimit)
    var node = NodeArena.Node(tag: tag, parent: currentNode)
    node.depth = UInt16(depth)
    node.start = UInt32(arena.attributes.count)
    if let list = unsafe list { unsafe read(list, into: &node) }
    let index = Int32(arena.nodes.count)
    arena.nodes.append(node)
    open.append(Open(tag: tag, node: index))
    boundNameStack()
    tokenEnd = position
  }

  /// Keeps libxml2's stack of open names short: every end tag is looked for in all of it.
  private mutating func boundNameStack() {
    guard let context = unsafe context, unsafe context.pointee.nameNr > 1000,
      let names = unsafe context.pointee.nameTab
    else { return }
    let last = unsafe Int(context.pointee.nameNr) - 1
    unsafe names[last - 1] = names[last]
    unsafe names[last] = nil
    unsafe context.pointee.nameNr -= 1
    // The element that lost its name gets no end: it closes with the one above it.
    let lost = open.count - 2
    if lost >= 0 {
      open.remove(at: lost)
    }
  }

  private mutating func read(
    _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, into node: inout NodeArena.Node
  ) {
    var index = 0
    while let name = unsafe list[index] {
      let value = unsafe list[index + 1]
      index += 2
      guard
        let key = unsafe AttributeKey(
          name: UnsafeBufferPointer(start: name, count: strlen(name)).span)
      else { continue }
      let text = unsafe value.map { unsafe UnsafeBufferPointer(start: $0, count: strlen($0)) }
      switch key {
      case .hidden: node.flags.insert(.hidden)
      case .ariaHidden:
        if let text = unsafe text, unsafe text.elementsEqual("true".utf8) {
          node.flags.insert(.hidden)
        }
      case .style:
        if let text = unsafe text, unsafe text.span.hides { node.flags.insert(.hidden) }
      default:
        guard let text = unsafe text, node.attributeCount < 32 else { continue }
        let start = UInt32(arena.attributeBytes.count)
        unsafe arena.attributeBytes.append(contentsOf: text)
        arena.attributes.append(
          NodeArena.Attribute(key: key, start: start, end: UInt32(arena.attributeBytes.count)))
        node.attributeCount += 1
        // A long identifier is the slug of a heading, which says nothing of the element.
        let isSlug = unsafe key == .id && text.span.wordCount >= 4
        if !isSlug, key == .class || key == .id || key == .role || key == .itemprop {
          unsafe concepts.match(text.span, into: &node.concepts)
        }
      }
    }
  }

  private var currentNode: Int32 {
    var index = min(open.count, MarkupParser.depthLimit) - 1
    while index >= 0 {
      if open[index].node >= 0 { return open[index].node }
      index -= 1
    }
    return -1
  }

  /// Closes an open paragraph before a block of HTML 5, as browsers do.
  private mutating func closeParagraph() {
    var index = open.count - 1
    while index >= 0, open[index].tag.traits.contains(.phrasing) || open[index].node < 0 {
      index -= 1
    }
    guard index >= 0, open[index].tag == .p, index < MarkupParser.depthLimit - 1 else { return }
    for entry in index..<open.count where open[entry].node >= 0 {
      arena.nodes[Int(open[entry].node)].end = Int32(arena.nodes.count)
      open[entry].node = -1
    }
  }

  mutating func end(_ name: UnsafePointer<UInt8>) {
    defer { tokenEnd = position }
    let tag = unsafe ElementTag(name: UnsafeBufferPointer(start: name, count: strlen(name)).span)
    // libxml2 balances its events, but for elements cut off inside their start tag.
    var index = open.count - 1
    while index >= 0, open[index].tag != tag { index -= 1 }
    guard index >= 0 else { return }
    close(from: index)
  }

  private mutating func close(from index: Int) {
    let end = Int32(arena.nodes.count)
    for entry in index..<open.count where open[entry].node >= 0 {
      arena.nodes[Int(open[entry].node)].end = end
    }
    open.removeSubrange(index...)
  }

  mutating func closeAll() {
    close(from: 0)
    // Elements that lost their place on the stack end where their last child does.
    var index = arena.nodes.count - 1
    while index >= 0 {
      if arena.nodes[index].end == 0 { arena.nodes[index].end = Int32(index + 1) }
      let parent = Int(arena.nodes[index].parent)
      if parent >= 0, arena.nodes[parent].end < arena.nodes[index].end {
        arena.nodes[parent].end = arena.nodes[index].end
      }
      index -= 1
    }
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    let end = min(position, sanitizer.bytes.count)
    var range = (end - text.count)..<end
    var rawStart = range.lowerBound
    if range.lowerBound < 0 || !(unsafe isSource(text, at: range.lowerBound)) {
      rawStart = min(tokenEnd, end)
      range = unsafe sanitizer.append(text)
    }
    tokenEnd = end
    let parent = currentNode
    let blank = unsafe text.allSatisfy { $0 <= 0x20 }
    if let last = arena.nodes.indices.last, arena.nodes[last].tag == .text,
      arena.nodes[last].parent == parent, Int(arena.nodes[last].textEnd) == range.lowerBound
    {
      arena.nodes[last].textEnd = UInt32(range.upperBound)
      arena.nodes[last].rawEnd = UInt32(end)
      if !blank { arena.nodes[last].flags.remove(.blank) }
      return
    }
    var node = NodeArena.Node(tag: .text, parent: parent)
    node.flags = blank ? .blank : []
    node.start = UInt32(range.lowerBound)
    node.textEnd = UInt32(range.upperBound)
    node.rawStart = UInt32(rawStart)
    node.rawEnd = UInt32(end)
    node.end = Int32(arena.nodes.count + 1)
    arena.nodes.append(node)
  }

  private func isSource(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    unsafe sanitizer.bytes.withUnsafeBufferPointer { bytes in
      guard start + text.count <= bytes.count, let base = bytes.baseAddress,
        let other = text.baseAddress
      else { return false }
      return unsafe memcmp(base + start, other, text.count) == 0
    }
  }
}

extension Span where Element == UInt8 {
  /// Number of words between hyphens and underscores.
  fileprivate var wordCount: Int {
    var words = 1
    for index in indices where self[index] == 0x2D || self[index] == 0x5F { words += 1 }
    return words
  }

  /// Whether a style attribute hides its element: `display:none` or `visibility:hidden`.
  fileprivate var hides: Bool {
    var word = 0
    let none = Array("display:none".utf8)
    let hidden = Array("visibility:hidden".utf8)
    var other = 0
    for index in indices {
      var byte = self[index]
      if byte <= 0x20 { continue }
      if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
      word = byte == none[word] ? word + 1 : (byte == none[0] ? 1 : 0)
      other = byte == hidden[other] ? other + 1 : (byte == hidden[0] ? 1 : 0)
      if word == none.count || other == hidden.count { return true }
    }
    return false
  }
}
