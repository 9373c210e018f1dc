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
    let places =
      max(0, titleSegment - Self.before)..<min(segments.count, titleSegment + 1 + Self.after)
    return places.filter { $0 != titleSegment }.sorted {
      cost($0, from: titleSegment) < cost($1, from: titleSegment)
    }
  }

  /// What stands before the title counts as twice as far.
  private func cost(_ index: Int, from title: Int) -> Int {
    index > title ? 2 * (index - title) : 4 * (title - index) + 1
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
    var plain: CalendarDate?
    var modified: CalendarDate?
    for index in nearby where hasDigit(segments[index]) {
      let text = text(index)
      // In running text only a dateline at the start counts.
      let part = segments[index].words <= 30 ? text : String(text.unicodeScalars.prefix(60))
      guard let date = parser.first(in: part) else { continue }
      switch DateCue.of(text) {
      case .published: return date
      case .modified: modified = modified ?? date
      case nil: plain = plain ?? date
      }
    }
    if let date = plain ?? modified { return date }
    return dateElsewhere(parser)
  }

  /// A date of a short segment anywhere: one that a word calls the day of publication, else of the
  /// last change, else the first.
  private func dateElsewhere(_ parser: DateParser) -> CalendarDate? {
    var plain: CalendarDate?
    var modified: CalendarDate?
    for index in segments.indices
    where segments[index].words <= 40 && segments[index].linkDensity < 0.9
      && hasDigit(segments[index])
    {
      let text = text(index)
      guard let date = parser.first(in: text) else { continue }
      switch DateCue.of(text) {
      case .published: return date
      case .modified: modified = modified ?? date
      case nil: plain = plain ?? date
      }
    }
    return modified ?? plain
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
