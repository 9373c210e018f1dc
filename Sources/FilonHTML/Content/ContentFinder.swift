internal import FilonCore

/// Finds the container of a page's main text and decides on every segment.
struct ContentFinder {
  let arena: NodeArena
  private let bytes: [UInt8]
  private(set) var segments: [Segment]
  private var measures = NodeMeasures()
  private var nodeVerdicts: [Verdict] = []
  /// The chosen container, or -1.
  private(set) var container = -1

  init(arena: NodeArena, bytes: [UInt8], segments: [Segment]) {
    self.arena = arena
    self.bytes = bytes
    self.segments = segments
  }

  /// Characters of running text that the last attempt kept.
  private var kept: Int32 {
    segments.reduce(0) { $0 + ($1.verdict == .kept ? $1.plainCharacters : 0) }
  }

  mutating func find(minimum: Int) {
    guard !arena.nodes.isEmpty else { return }
    attempt(.normal)
    guard kept < Int32(max(minimum, 250)) else { return }
    let strict = (segments, container, kept)
    attempt(.lenient)
    if kept < strict.2 * 2 { (segments, container) = (strict.0, strict.1) }
  }

  private mutating func attempt(_ strictness: FurniturePruner.Strictness) {
    measures.measure(segments, arena)
    prune(strictness)
    measures.measure(segments, arena) { $0.verdict == .kept }
    container = bestContainer()
    guard container >= 0 else { return }
    for index in segments.indices {
      if segments[index].verdict == .kept, !arena.contains(container, Int(segments[index].first)) {
        segments[index].verdict = .outside
      }
    }
    filterSegments()
  }

  /// Sets the verdict of every segment from the verdicts of its ancestors.
  private mutating func prune(_ strictness: FurniturePruner.Strictness) {
    let pruner = FurniturePruner(arena: arena, measures: measures, strictness: strictness)
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

  private func bestContainer() -> Int {
    let total = measures[0].prose
    guard total > 0 else { return 0 }
    var best = -1
    for index in arena.nodes.indices {
      let node = arena.nodes[index]
      guard node.tag != .text, nodeVerdicts[index] == .kept else { continue }
      guard node.concepts.contains(.body) else { continue }
      if measures[index].prose * 10 >= total * 4,
        best < 0 || measures[index].prose > measures[best].prose
      {
        best = index
      }
    }
    if best >= 0 { return best }
    var node = 0
    while true {
      var next = -1
      var child = node + 1
      while child < arena.end(of: node) {
        if arena.nodes[child].tag != .text, measures[child].prose * 10 >= measures[node].prose * 8 {
          next = child
        }
        child = arena.end(of: child)
      }
      guard next >= 0, !arena.nodes[next].tag.traits.contains(.phrasing),
        arena.nodes[next].tag != .p
      else { return node }
      node = next
    }
  }

  /// Leaves out, inside the container, what is mostly links.
  private mutating func filterSegments() {
    var ends: [Int] = []
    for index in segments.indices where segments[index].verdict == .kept {
      let segment = segments[index]
      if segment.words == 0 {
        segments[index].verdict = .empty
      } else if segment.words <= 120, let concept = phrase(of: segment) {
        if concept == .end {
          ends.append(index)
        }
        segments[index].verdict = .phrase
      } else if segment.kind != .heading, segment.linkDensity > 0.8, segment.characters < 200 {
        segments[index].verdict = .links
      }
    }
    cutTail(ends)
  }

  private func phrase(of segment: Segment) -> FurniturePhrases.Concept? {
    FurniturePhrases.shared.concept(
      of: SegmentText.bytes(of: segment, arena, bytes), words: Int(segment.words))
  }

  /// Leaves out what follows a phrase that ends the article, unless that is most of the text.
  private mutating func cutTail(_ ends: [Int]) {
    guard !ends.isEmpty else { return }
    let total = kept
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
}
