internal import FilonCore

/// Decides on every segment of a page whether it belongs to the main text.
struct ContentFinder {
  let arena: NodeArena
  private let bytes: [UInt8]
  private let options: ExtractionOptions
  /// The page's title in loose form, which the text does not repeat.
  private let title: String
  private(set) var segments: [Segment]
  /// The first text node of the title's heading, or -1.
  private var heading = -1
  private var measures = NodeMeasures()
  private var nodeVerdicts: [Verdict] = []
  /// What all segments of the page add up to.
  private(set) var pageMeasures = NodeMeasures.Sum()
  /// The chosen containers in document order; usually one.
  private(set) var containers: [Int] = []

  init(
    arena: NodeArena, bytes: [UInt8], segments: [Segment], title: String?,
    options: ExtractionOptions
  ) {
    self.options = options
    self.arena = arena
    self.bytes = bytes
    self.segments = segments
    self.title = title?.looseForm ?? ""
  }

  /// Characters of running text that are kept.
  var keptCharacters: Int32 {
    segments.reduce(0) { $0 + ($1.verdict == .kept ? $1.plainCharacters : 0) }
  }

  /// Finds the main text; when too little is left, looser rules are tried.
  mutating func find() {
    guard !arena.nodes.isEmpty else { return }
    let place = segments.firstIndex { $0.kind == .heading && !title.isEmpty && isTitle($0) }
    heading = place.map { Int(segments[$0].first) } ?? -1
    attempt(.normal)
    guard keptCharacters < Int32(clamping: options.minimumLength) else { return }
    let strict = (segments, containers, keptCharacters)
    attempt(.lenient)
    if keptCharacters < strict.2 * 2 { (segments, containers) = (strict.0, strict.1) }
  }

  private mutating func attempt(_ strictness: FurniturePruner.Strictness) {
    measures.measure(segments, arena)
    if let root = measures.root { pageMeasures = root }
    prune(strictness)
    measures.measure(segments, arena) { $0.verdict == .kept }
    containers = ContainerChooser(
      arena: arena, measures: measures, verdicts: nodeVerdicts,
      heading: heading
    ).choose()
    guard let first = containers.first else { return }
    let lead = leadSegments(before: first)
    for index in segments.indices where segments[index].verdict == .kept {
      let node = Int(segments[index].first)
      if !containers.contains(where: { arena.contains($0, node) }), !lead.contains(index) {
        segments[index].verdict = .outside
      }
    }
    filterSegments()
    trimEdges()
  }

  /// Sets the verdict of every segment from the verdicts of its ancestors.
  private mutating func prune(_ strictness: FurniturePruner.Strictness) {
    let pruner = FurniturePruner(
      arena: arena, measures: measures, strictness: strictness, heading: heading,
      keepsCaptions: options.favour == .recall)
    nodeVerdicts.removeAll(keepingCapacity: true)
    for index in arena.nodes.indices {
      let parent = arena.parent(of: index)
      if parent >= 0, nodeVerdicts[parent] != .kept {
        nodeVerdicts.append(nodeVerdicts[parent])
      } else {
        nodeVerdicts.append(arena.nodes[index].tag == .text ? .kept : pruner.verdict(of: index))
      }
    }
    for index in segments.indices {
      let parent = arena.parent(of: Int(segments[index].first))
      segments[index].verdict = parent >= 0 ? nodeVerdicts[parent] : .kept
    }
  }

  /// Running text between the title and the container: the standfirst.
  private func leadSegments(before container: Int) -> Range<Int> {
    guard !title.isEmpty else { return 0..<0 }
    let end = segments.firstIndex { Int($0.first) >= container } ?? segments.count
    guard
      let heading = segments[..<end].lastIndex(where: { $0.kind == .heading && isTitle($0) })
    else { return 0..<0 }
    return (heading + 1)..<end
  }

  private func isTitle(_ segment: Segment) -> Bool {
    guard segment.words <= 60 else { return false }
    let form = String(
      decoding: SegmentText.bytes(of: segment, arena, bytes), as: UTF8.self
    ).looseForm
    return !form.isEmpty
      && (form == title || form.utf8.count > 20 && (title.hasPrefix(form) || form.hasPrefix(title)))
  }

  /// Leaves out, inside the container, furniture that only its text gives away.
  private mutating func filterSegments() {
    var ends: [Int] = []
    for index in segments.indices where segments[index].verdict == .kept {
      let segment = segments[index]
      let isInside = containers.contains { arena.contains($0, Int(segment.first)) }
      if segment.words == 0 {
        segments[index].verdict = .empty
      } else if !isInside, !segment.isProse {
        segments[index].verdict = .outside
      } else if segment.words <= 120, let concept = phrase(of: segment) {
        if concept == .end { ends.append(index) }
        segments[index].verdict = .phrase
      } else if !options.keepTables, segment.kind == .table {
        segments[index].verdict = .table
      } else if !options.keepLinks, segment.kind != .heading, segment.linkDensity > linkLimit,
        segment.characters < 200
      {
        segments[index].verdict = .links
      } else if !title.isEmpty, segment.words <= 60, segment.kind == .heading, isTitle(segment) {
        segments[index].verdict = .metadata
      }
    }
    cutTail(ends)
  }

  /// The share of link text above which a short block is no text.
  private var linkLimit: Double {
    switch options.favour {
    case .precision: 0.5
    case .balanced: 0.8
    case .recall: 0.95
    }
  }

  private func phrase(of segment: Segment) -> FurniturePhrases.Concept? {
    let concept = FurniturePhrases.shared.concept(
      of: SegmentText.bytes(of: segment, arena, bytes), words: Int(segment.words))
    return concept == .disclaimer && options.favour != .precision ? nil : concept
  }

  /// Leaves out what follows a phrase that ends the article, unless that is much of the text.
  private mutating func cutTail(_ ends: [Int]) {
    guard !ends.isEmpty else { return }
    let total = keptCharacters
    for end in ends {
      var after: Int32 = 0
      for index in end..<segments.count where segments[index].verdict == .kept {
        after += segments[index].plainCharacters
      }
      guard after * 3 < total else { continue }
      for index in end..<segments.count where segments[index].verdict == .kept {
        segments[index].verdict = .tail
      }
      return
    }
  }

  /// Leaves out labels before the first running text and headings after the last.
  private mutating func trimEdges() {
    guard let first = segments.firstIndex(where: { $0.verdict == .kept && $0.isProse }),
      let last = segments.lastIndex(where: { $0.verdict == .kept && $0.kind != .heading })
    else { return }
    for index in 0..<first where segments[index].verdict == .kept {
      let segment = segments[index]
      if segment.kind == .paragraph, segment.words <= 8, !segment.endsSentence {
        segments[index].verdict = .metadata
      }
    }
    for index in last..<segments.count
    where segments[index].verdict == .kept && segments[index].kind == .heading {
      segments[index].verdict = .tail
    }
  }
}
