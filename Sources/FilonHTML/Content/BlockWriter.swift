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
    var links: [ExtractedPage.Link] = []
    let raw = write(segment, to: &out, &links) ?? 0..<0
    return (String(decoding: out, as: UTF8.self), received(raw))
  }

  /// Text, blocks and links of the segments that are kept.
  func write(
    _ segments: [Segment]
  ) -> (text: String, blocks: [Block], links: [ExtractedPage.Link]) {
    var text: [UInt8] = []
    var links: [ExtractedPage.Link] = []
    var own: [ExtractedPage.Link] = []
    var blocks: [Block] = []
    var previous: Block.Kind?
    var piece: [UInt8] = []
    for segment in segments where segment.verdict == .kept {
      piece.removeAll(keepingCapacity: true)
      own.removeAll(keepingCapacity: true)
      guard let raw = write(segment, to: &piece, &own), !piece.isEmpty else { continue }
      let isRun =
        previous == segment.kind && (segment.kind == .item || segment.kind == .table)
      if !text.isEmpty { text.append(contentsOf: repeatElement(0x0A, count: isRun ? 1 : 2)) }
      let start = text.count
      text.append(contentsOf: String(decoding: piece, as: UTF8.self).canonicallyComposed.utf8)
      previous = segment.kind
      // Composition may move what follows; such a block gives no links.
      if text.count - start == piece.count {
        links += own.map { link in
          let end = min(Int(link.range.end), piece.count)
          let range = TextRange(start + Int(link.range.start), start + end)
          return ExtractedPage.Link(range: range, url: link.url)
        }
      }
      blocks.append(
        Block(
          range: TextRange(start, text.count), kind: segment.kind, level: segment.level,
          html: received(raw)))
    }
    return (String(decoding: text, as: UTF8.self), blocks, links)
  }

  /// A range of the page in UTF-8 as a range of the page as received.
  private func received(_ raw: Range<Int>) -> Range<Int> {
    let start = page.originalOffset(ofUTF8: raw.lowerBound)
    let end = page.originalOffset(ofUTF8: raw.upperBound)
    return start..<max(start, end)
  }

  /// Writes the text of a segment; returns the range of the page in UTF-8 that it came from.
  private func write(
    _ segment: Segment, to out: inout [UInt8], _ links: inout [ExtractedPage.Link]
  ) -> Range<Int>? {
    var raw: Range<Int>?
    var pendingSpace: UInt8 = 0
    let isCode = segment.kind == .code
    var index = Int(segment.first)
    while index < Int(segment.last) {
      let node = arena.nodes[index]
      guard node.tag == .text else {
        if node.isSilent {
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
        if let url = address(around: index) { add(url, length, out, to: &links) }
      }
      index += 1
    }
    while let last = out.last, last <= 0x20 { out.removeLast() }
    return raw
  }

  /// Where the link leads that a text stands in, when addresses were kept.
  private func address(around node: Int) -> String? {
    var index = arena.parent(of: node)
    while index >= 0, !arena.nodes[index].tag.isBlock {
      if arena.nodes[index].tag == .a { return arena.value(of: .href, at: index) }
      index = arena.parent(of: index)
    }
    return nil
  }

  /// Adds the text written since `start` as a link; one that goes on is not begun again.
  private func add(
    _ url: String, _ start: Int, _ out: [UInt8], to links: inout [ExtractedPage.Link]
  ) {
    var start = start
    while start < out.count, out[start] <= 0x20 { start += 1 }
    if let last = links.last, last.url == url, start - Int(last.range.end) <= 1 {
      links[links.count - 1].range.end = UInt32(out.count)
    } else {
      links.append(ExtractedPage.Link(range: TextRange(start, out.count), url: url))
    }
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
