internal import FilonCore

/// Writes the kept segments out as text, with a block for each.
struct BlockWriter {
  let arena: NodeArena
  let sanitizer: MarkupSanitizer
  let page: DecodedPage
  private var text: [UInt8] = []
  private var blocks: [Block] = []

  init(arena: NodeArena, sanitizer: MarkupSanitizer, page: DecodedPage) {
    self.arena = arena
    self.sanitizer = sanitizer
    self.page = page
  }

  /// The text of one segment, white space collapsed.
  func text(of segment: Segment) -> [UInt8] {
    var out: [UInt8] = []
    _ = write(segment, to: &out)
    return out
  }

  /// Text and blocks of the segments that are kept.
  mutating func write(_ segments: [Segment]) -> (text: String, blocks: [Block]) {
    text.removeAll()
    blocks.removeAll()
    var previous: Block.Kind?
    for segment in segments where segment.verdict == .kept {
      let separator =
        previous == segment.kind && (segment.kind == .item || segment.kind == .table) ? 1 : 2
      var piece: [UInt8] = []
      guard let raw = write(segment, to: &piece), !piece.isEmpty else { continue }
      if !text.isEmpty { text.append(contentsOf: repeatElement(0x0A, count: separator)) }
      let start = text.count
      let composed = String(decoding: piece, as: UTF8.self).canonicallyComposed
      text.append(contentsOf: composed.utf8)
      previous = segment.kind
      let source = sanitizer.map.input(of: raw.lowerBound)..<sanitizer.map.input(of: raw.upperBound)
      let html =
        page.originalOffset(
          ofUTF8: source.lowerBound)..<page.originalOffset(
          ofUTF8: max(source.lowerBound, source.upperBound))
      blocks.append(
        Block(
          range: TextRange(start, text.count), kind: segment.kind, level: segment.level, html: html)
      )
    }
    return (String(decoding: text, as: UTF8.self), blocks)
  }

  /// Writes the text of a segment; returns the range of sanitized bytes that it came from.
  private func write(_ segment: Segment, to out: inout [UInt8]) -> Range<Int>? {
    var raw: Range<Int>?
    var pendingSpace: UInt8 = 0
    let isCode = segment.kind == .code
    var index = Int(segment.first)
    while index < Int(segment.last) {
      let node = arena.nodes[index]
      guard node.tag == .text else {
        if node.tag.traits.contains(.silent) {
          index = Int(node.end)
          continue
        }
        if node.tag == .br { pendingSpace = 0x0A }
        if node.tag == .td || node.tag == .th, !out.isEmpty { pendingSpace = 0x09 }
        index += 1
        continue
      }
      var sawInk = false
      for byte in sanitizer.bytes[Int(node.start)..<Int(node.textEnd)] {
        if byte <= 0x20 {
          if isCode {
            if byte == 0x0A || byte == 0x20 || byte == 0x09 { out.append(byte) }
          } else if pendingSpace == 0 {
            pendingSpace = 0x20
          }
          continue
        }
        if pendingSpace != 0 {
          if !out.isEmpty { out.append(pendingSpace) }
          pendingSpace = 0
        }
        sawInk = true
        out.append(byte)
      }
      if sawInk {
        let start = Int(node.rawStart)
        raw = min(raw?.lowerBound ?? start, start)..<max(raw?.upperBound ?? 0, Int(node.rawEnd))
      }
      index += 1
    }
    while let last = out.last, last <= 0x20 { out.removeLast() }
    return raw
  }
}
