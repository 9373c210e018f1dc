internal import CLibXML2

/// Builds the arena from the events of the parser.
@safe struct TreeBuilder {
  var arena = NodeArena()
  var scanner = MarkupScanner(keepsAddresses: false)
  var context: htmlParserCtxtPtr?
  /// Open elements as libxml2 sees them.
  private var open: [Open] = []
  /// The first token that the parser has not passed.
  private var next = 0

  private struct Open {
    var tag: ElementTag
    /// The node, or -1 when it was closed early.
    var node: Int32
  }

  init() { unsafe context = nil }

  /// Where the parser stands in the skeleton.
  private var position: Int {
    guard let context = unsafe context, let input = unsafe context.pointee.input else { return 0 }
    return unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
  }

  /// The token that ends where the parser stands, if any.
  private mutating func token() -> MarkupToken? {
    let position = UInt32(clamping: position)
    while next < scanner.tokens.count, scanner.tokens[next].position < position { next += 1 }
    guard next < scanner.tokens.count, scanner.tokens[next].position == position else { return nil }
    return scanner.tokens[next]
  }

  mutating func start(_ name: UnsafePointer<UInt8>) {
    let tag = unsafe TagName(name).known.tag
    if tag.traits.contains(.closesParagraph) { closeParagraph() }
    var node = NodeArena.Node(tag: tag, parent: currentNode)
    // Elements that the parser adds by itself have no token.
    if let token = token(), token.tag == tag {
      node.flags = token.flags
      node.concepts = token.concepts
      node.start = token.start
      node.attributeCount = token.attributeCount
      if tag.traits.contains(.phrasing), token.concepts.contains(.number) {
        node.flags.insert(.skipped)
      }
      next += 1
    }
    let index = Int32(arena.nodes.count)
    arena.nodes.append(node)
    open.append(Open(tag: tag, node: index))
    boundNameStack()
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
    let tag = unsafe TagName(name).known.tag
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

  /// The text that the parser has just passed; blank texts that it skips are passed over here too.
  mutating func text() {
    guard let token = token(), token.tag == .text else { return }
    var node = NodeArena.Node(tag: .text, parent: currentNode)
    node.flags = token.flags
    node.start = token.start
    node.textEnd = token.textEnd
    node.rawStart = token.rawStart
    node.rawEnd = token.rawEnd
    node.end = Int32(arena.nodes.count + 1)
    arena.nodes.append(node)
  }
}
