internal import FilonCore

/// Finds a byline and a date in the visible text around the title.
struct TextEvidence {
  let arena: NodeArena
  let bytes: [UInt8]
  let segments: [Segment]
  /// The segment of the title's heading, or nil.
  let titleSegment: Int?

  /// How many segments before and after the title are looked at.
  private static let before = 8
  private static let after = 14

  init(arena: NodeArena, bytes: [UInt8], segments: [Segment], title: Int) {
    self.arena = arena
    self.bytes = bytes
    self.segments = segments
    titleSegment =
      title < 0
      ? nil : segments.firstIndex { Int($0.first) > title && Int($0.first) < arena.end(of: title) }
  }

  private func text(_ index: Int) -> String {
    String(decoding: SegmentText.bytes(of: segments[index], arena, bytes), as: UTF8.self)
  }

  /// Segments near the title, those after it first.
  private var nearby: [Int] {
    guard let titleSegment else {
      return Array(segments.indices.prefix(Self.before + Self.after))
    }
    let after = (titleSegment + 1)..<min(segments.count, titleSegment + 1 + Self.after)
    let before = (max(0, titleSegment - Self.before)..<titleSegment).reversed()
    return Array(after) + Array(before)
  }

  /// The names of a byline near the title or at the end of the text.
  func authors(ending last: Int?) -> [String] {
    var places = nearby
    if let last {
      places += Array(max(0, last - 2)..<min(segments.count, last + 3))
    }
    for index in places where segments[index].words <= 24 && segments[index].kind != .heading {
      let names = Byline.names(in: text(index))
      if !names.isEmpty { return names }
    }
    return []
  }

  /// A date near the title; else the first of a short segment of the page, else of the last ones.
  func date(_ parser: DateParser) -> CalendarDate? {
    for index in nearby where hasDigit(segments[index]) {
      let text = text(index)
      // In running text only a dateline at the start counts.
      let part = segments[index].words <= 30 ? text : String(text.unicodeScalars.prefix(60))
      if let date = parser.first(in: part) { return date }
    }
    for index in segments.indices
    where segments[index].words <= 16 && segments[index].linkDensity < 0.9
      && hasDigit(segments[index])
    {
      if let date = parser.first(in: text(index)) { return date }
    }
    for index in segments.indices where segments[index].words <= 60 && hasDigit(segments[index]) {
      if let date = parser.first(in: text(index)) { return date }
    }
    return nil
  }

  private func hasDigit(_ segment: Segment) -> Bool {
    for index in Int(segment.first)..<Int(segment.last) where arena.nodes[index].tag == .text {
      let node = arena.nodes[index]
      for byte in bytes[Int(node.start)..<Int(node.textEnd)] where (0x30...0x39).contains(byte) {
        return true
      }
    }
    return false
  }
}
