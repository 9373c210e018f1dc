internal import FilonCore

/// Decides on every segment of a page whether it belongs to the main text.
struct ContentFinder {
  let arena: NodeArena
  private let bytes: [UInt8]
  private let options: ExtractionOptions
  /// What the rules for the page's site select.
  private let rules: SiteRules.Matches
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
    options: ExtractionOptions, rules: SiteRules.Matches
  ) {
    self.rules = rules
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

  /// Whether a container names itself a live page, or holds several entries of one.
  var isMarkedLive: Bool {
    guard let container = containers.first else { return false }
    var ancestor = container
    while ancestor >= 0, arena.nodes[ancestor].tag != .body {
      if arena.nodes[ancestor].concepts.contains(.live) { return true }
      ancestor = arena.parent(of: ancestor)
    }
    var entries = 0
    for node in arena.nodes[container..<arena.end(of: container)]
    where node.tag != .text && node.concepts.contains(.live) {
      entries += 1
      if entries == 3 { return true }
    }
    return false
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
    containers =
      rules.kept.isEmpty
      ? ContainerChooser(
        arena: arena, measures: measures, verdicts: nodeVerdicts, heading: heading
      ).choose() : rules.kept
    guard let first = containers.first else { return }
    let lead = rules.kept.isEmpty ? leadSegments(before: first) : 0..<0
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
    let ruled = ruledVerdicts()
    nodeVerdicts.removeAll(keepingCapacity: true)
    for index in arena.nodes.indices {
      let parent = arena.parent(of: index)
      if parent >= 0, nodeVerdicts[parent] != .kept {
        nodeVerdicts.append(nodeVerdicts[parent])
      } else if let verdict = ruled[index] {
        nodeVerdicts.append(verdict)
      } else {
        nodeVerdicts.append(arena.nodes[index].tag == .text ? .kept : pruner.verdict(of: index))
      }
    }
    for index in segments.indices {
      let parent = arena.parent(of: Int(segments[index].first))
      segments[index].verdict = parent >= 0 ? nodeVerdicts[parent] : .kept
    }
  }

  /// Verdicts that the rules for the site give: what they keep, with all around it, is never pruned.
  private func ruledVerdicts() -> [Int: Verdict] {
    var verdicts: [Int: Verdict] = [:]
    for node in rules.kept {
      var ancestor = node
      while ancestor >= 0 {
        verdicts[ancestor] = .kept
        ancestor = arena.parent(of: ancestor)
      }
    }
    for node in rules.dropped { verdicts[node] = .rule }
    return verdicts
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

  /// Whether a segment is the initials of those who wrote a dispatch: "mlb/rt/ang".
  private func isInitials(_ segment: Segment) -> Bool {
    guard segment.characters <= 24, segment.linkCharacters == 0 else { return false }
    let parts = SegmentText.bytes(of: segment, arena, bytes)
      .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count >= 2
      && parts.allSatisfy { part in
        (1...4).contains(part.count) && part.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
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
    if isInitials(segments[last]) { segments[last].verdict = .metadata }
    for index in last..<segments.count
    where segments[index].verdict == .kept && segments[index].kind == .heading {
      segments[index].verdict = .tail
    }
  }
}
