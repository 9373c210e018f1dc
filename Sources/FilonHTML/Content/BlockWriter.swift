internal import FilonCore

/// Writes the kept segments out as text, with a block for each.
struct BlockWriter {
  let arena: NodeArena
  /// The scanner's text.
  let text: [UInt8]
  let page: DecodedPage

  init(arena: NodeArena, text: [UInt8], page: DecodedPage) {
    self.arena = arena
    self.text = text
    self.page = page
  }

  /// The text of one segment and the bytes of the page as received that it was written as.
  func textAndSource(of segment: Segment) -> (text: String, html: Range<Int>) {
    var out: [UInt8] = []
    let raw = write(segment, to: &out) ?? 0..<0
    return (String(decoding: out, as: UTF8.self), received(raw))
  }

  /// Text and blocks of the segments that are kept.
  func write(_ segments: [Segment]) -> (text: String, blocks: [Block]) {
    var text: [UInt8] = []
    var blocks: [Block] = []
    var previous: Block.Kind?
    var piece: [UInt8] = []
    for segment in segments where segment.verdict == .kept {
      piece.removeAll(keepingCapacity: true)
      guard let raw = write(segment, to: &piece), !piece.isEmpty else { continue }
      let isRun =
        previous == segment.kind && (segment.kind == .item || segment.kind == .table)
      if !text.isEmpty { text.append(contentsOf: repeatElement(0x0A, count: isRun ? 1 : 2)) }
      let start = text.count
      text.append(contentsOf: String(decoding: piece, as: UTF8.self).canonicallyComposed.utf8)
      previous = segment.kind
      blocks.append(
        Block(
          range: TextRange(start, text.count), kind: segment.kind, level: segment.level,
          html: received(raw)))
    }
    return (String(decoding: text, as: UTF8.self), blocks)
  }

  /// A range of the page in UTF-8 as a range of the page as received.
  private func received(_ raw: Range<Int>) -> Range<Int> {
    let start = page.originalOffset(ofUTF8: raw.lowerBound)
    let end = page.originalOffset(ofUTF8: raw.upperBound)
    return start..<max(start, end)
  }

  /// Writes the text of a segment; returns the range of the page in UTF-8 that it came from.
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
      let length = out.count
      append(Int(node.start)..<Int(node.textEnd), isCode: isCode, &pendingSpace, to: &out)
      if out.count > length {
        let start = Int(node.rawStart)
        raw = min(raw?.lowerBound ?? start, start)..<max(raw?.upperBound ?? 0, Int(node.rawEnd))
      }
      index += 1
    }
    while let last = out.last, last <= 0x20 { out.removeLast() }
    return raw
  }

  private func append(
    _ range: Range<Int>, isCode: Bool, _ pendingSpace: inout UInt8, to out: inout [UInt8]
  ) {
    for byte in text[range] {
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
      out.append(byte)
    }
  }
}
