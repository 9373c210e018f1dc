internal import FilonCore

/// Cuts the tree of a page into segments and measures each, in one pass.
struct Segmenter {
  private(set) var segments: [Segment] = []
  private var stack: [Int32] = []
  private var hasBlockInside: [Bool] = []
  private var current = Segment(first: 0, last: 0, block: -1)
  private var isOpen = false
  private var pendingBreaks = 0
  private var linkDepth = 0
  private var boldDepth = 0

  init() {}

  /// Segments the whole tree.
  mutating func segment(_ arena: NodeArena, bytes: [UInt8]) {
    segments.removeAll(keepingCapacity: true)
    stack.removeAll(keepingCapacity: true)
    isOpen = false
    pendingBreaks = 0
    linkDepth = 0
    boldDepth = 0
    markBlocks(arena)
    let nodes = arena.nodes
    var index = 0
    while index < nodes.count {
      close(before: index, arena)
      let node = nodes[index]
      if node.tag == .text {
        text(index, node, arena, bytes)
        index += 1
        continue
      }
      if node.isSilent {
        index = Int(node.end)
        continue
      }
      if node.tag == .br {
        pendingBreaks += 1
        index += 1
        continue
      }
      open(index, node, arena)
      index += 1
    }
    flush(arena)
  }

  private mutating func markBlocks(_ arena: NodeArena) {
    hasBlockInside.removeAll(keepingCapacity: true)
    hasBlockInside.append(contentsOf: repeatElement(false, count: arena.nodes.count))
    for index in arena.nodes.indices where arena.nodes[index].tag.isBlock {
      var parent = arena.parent(of: index)
      while parent >= 0, !hasBlockInside[parent] {
        hasBlockInside[parent] = true
        parent = arena.parent(of: parent)
      }
    }
  }

  private func breaksLine(_ index: Int, _ tag: ElementTag, _ arena: NodeArena) -> Bool {
    switch tag {
    case .td, .th, .thead, .tbody, .tfoot:
      // The cells of a data row stand on one line.
      return hasBlockInside[index]
        || hasBlockInside[max(0, arena.parent(of: index))] && tag != .td
          && tag != .th
    default: return tag.isBlock
    }
  }

  private mutating func open(_ index: Int, _ node: NodeArena.Node, _ arena: NodeArena) {
    if breaksLine(index, node.tag, arena) { flush(arena) }
    switch node.tag {
    case .a:
      linkDepth += 1
      if isOpen { current.links += 1 }
    case .b, .strong: boldDepth += 1
    default: break
    }
    stack.append(Int32(index))
  }

  private mutating func close(before index: Int, _ arena: NodeArena) {
    while let top = stack.last, arena.end(of: Int(top)) <= index {
      let tag = arena.nodes[Int(top)].tag
      if breaksLine(Int(top), tag, arena) { flush(arena) }
      if tag == .a { linkDepth -= 1 }
      if tag == .b || tag == .strong { boldDepth -= 1 }
      stack.removeLast()
    }
  }

  private mutating func text(
    _ index: Int, _ node: NodeArena.Node, _ arena: NodeArena, _ bytes: [UInt8]
  ) {
    if node.flags.contains(.blank) {
      return
    }
    if pendingBreaks >= 2 { flush(arena) }
    pendingBreaks = 0
    if !isOpen {
      isOpen = true
      current = Segment(first: Int32(index), last: Int32(index + 1), block: -1)
      if linkDepth > 0 { current.links = 1 }
    }
    current.last = Int32(index + 1)
    TextMeasure.add(
      bytes.span, Int(node.start)..<Int(node.textEnd), to: &current, linkDepth > 0, boldDepth > 0)
  }

  private mutating func flush(_ arena: NodeArena) {
    pendingBreaks = 0
    guard isOpen else { return }
    isOpen = false
    guard current.characters > 0 else { return }
    classify(arena)
    segments.append(current)
  }

  /// Sets block, kind and level from the ancestors of the first text.
  private mutating func classify(_ arena: NodeArena) {
    var node = arena.parent(of: Int(current.first))
    var listDepth: UInt8 = 0
    var kind: Block.Kind?
    while node >= 0 {
      let tag = arena.nodes[node].tag
      if current.block < 0, breaksLine(node, tag, arena) { current.block = Int32(node) }
      switch tag {
      case .h1, .h2, .h3, .h4, .h5, .h6:
        kind = kind ?? .heading
        if current.level == 0 { current.level = tag.headingLevel }
      case .li, .dt, .dd: kind = kind ?? .item
      case .ul, .ol, .dl, .menu: listDepth += 1
      case .blockquote: kind = kind ?? .quote
      case .pre: kind = kind ?? .code
      case .figcaption, .caption: kind = kind ?? .caption
      case .p: current.isInParagraph = true
      case .tr:
        current.isInTable = true
        if kind == nil, current.block == Int32(node), hasSeveralCells(node, arena) { kind = .table }
      case .table: current.isInTable = true
      default: break
      }
      node = arena.parent(of: node)
    }
    current.kind = kind ?? .paragraph
    // An unclosed heading swallows the text that follows it.
    if current.kind == .heading, current.isInParagraph || current.characters > 300 {
      current.kind = .paragraph
    }
    if current.kind == .item { current.level = max(1, listDepth) }
    if current.kind != .item, current.kind != .heading { current.level = 0 }
  }

  private func hasSeveralCells(_ row: Int, _ arena: NodeArena) -> Bool {
    var cells = 0
    var index = row + 1
    while index < arena.end(of: row) {
      let tag = arena.nodes[index].tag
      if tag == .td || tag == .th { cells += 1 }
      index = arena.end(of: index)
    }
    return cells > 1
  }
}
