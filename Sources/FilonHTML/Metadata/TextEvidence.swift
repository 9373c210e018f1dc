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

  /// The names of a byline near the title.
  func authors() -> [String] {
    for index in nearby where segments[index].words <= 24 && segments[index].kind != .heading {
      let names = Byline.names(in: SegmentText.bytes(of: segments[index], arena, bytes))
      if !names.isEmpty { return names }
    }
    return []
  }

  /// A date near the title; else the first of a short segment of the page, else of the last ones. A
  /// date inside a sentence comes after one that the page calls its own.
  func date(_ parser: DateParser) -> CalendarDate? {
    var found = FoundDates()
    var inSentence = FoundDates()
    for index in nearby where hasDigit(segments[index]) {
      let text = text(index)
      // In running text only a dateline at the start counts.
      let part = segments[index].words <= 30 ? text : String(text.unicodeScalars.prefix(60))
      if (13...30).contains(segments[index].words), DateCue.of(text) == nil {
        inSentence.add(part, of: text, parser)
      } else {
        found.add(part, of: text, parser)
      }
      if let date = found.published { return date }
    }
    if let date = found.plain ?? found.modified { return date }
    let elsewhere = datesElsewhere(parser)
    return elsewhere.published ?? elsewhere.modified ?? inSentence.plain ?? elsewhere.plain
  }

  /// The dates of short segments anywhere.
  private func datesElsewhere(_ parser: DateParser) -> FoundDates {
    var found = FoundDates()
    for index in segments.indices
    where segments[index].words <= 40 && segments[index].linkDensity < 0.9
      && hasDigit(segments[index])
    {
      let text = text(index)
      found.add(text, of: label(before: index) + text, parser)
      if found.published != nil { return found }
    }
    return found
  }

  /// The text of the segment before when it is a label: "Last change:".
  private func label(before index: Int) -> String {
    guard index > 0, segments[index - 1].words <= 3 else { return "" }
    let label = text(index - 1)
    return label.hasSuffix(":") ? label + " " : ""
  }

  /// A date of a short segment right by the title.
  func dateByTitle(_ parser: DateParser) -> CalendarDate? {
    for index in nearby.prefix(6) where segments[index].words <= 12 && hasDigit(segments[index]) {
      if let date = parser.first(in: text(index)) { return date }
    }
    return nil
  }

  /// The first dates of each kind that segments give.
  private struct FoundDates {
    var published: CalendarDate?
    var modified: CalendarDate?
    var plain: CalendarDate?

    /// Adds the dates in a part of a segment's text.
    mutating func add(_ part: String, of text: String, _ parser: DateParser) {
      let dates = parser.all(in: part)
      guard let first = dates.first else { return }
      if dates.count == 1 {
        add(first.date, DateCue.of(text))
      } else if text.utf8.count < 300, let date = dates.first(where: { $0.cue == .published }) {
        add(date.date, .published)
      } else {
        add(first.date, text.utf8.count < 300 ? first.cue : nil)
      }
    }

    private mutating func add(_ date: CalendarDate, _ cue: DateCue?) {
      switch cue {
      case .published: published = published ?? date
      case .modified: modified = modified ?? date
      case nil: plain = plain ?? date
      }
    }
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
