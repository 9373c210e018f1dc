internal import FilonCore

/// What the segments under each node add up to.
struct NodeMeasures: Sendable {
  /// Sums over the subtree of a node.
  struct Sum: Sendable {
    var characters: Int32 = 0
    var linkCharacters: Int32 = 0
    /// Characters of segments that read like running text.
    var prose: Int32 = 0
    /// Number of such segments.
    var paragraphs: Int32 = 0
    var headings: Int32 = 0
    /// Headings that are links.
    var linkHeadings: Int32 = 0
    var segments: Int32 = 0
    var linkSegments: Int32 = 0
  }

  private(set) var sums: [Sum] = []

  init() {}

  /// Adds up the segments for which `counts` is true.
  mutating func measure(
    _ segments: [Segment], _ arena: NodeArena, where counts: (Segment) -> Bool = { _ in true }
  ) {
    sums.removeAll(keepingCapacity: true)
    sums.append(contentsOf: repeatElement(Sum(), count: arena.nodes.count))
    for segment in segments where segment.block >= 0 && counts(segment) {
      let node = Int(segment.block)
      sums[node].characters += segment.characters
      sums[node].linkCharacters += segment.linkCharacters
      sums[node].segments += 1
      if segment.linkDensity > 0.6 { sums[node].linkSegments += 1 }
      if segment.kind == .heading {
        sums[node].headings += 1
        if segment.linkDensity > 0.8 { sums[node].linkHeadings += 1 }
      }
      if segment.isProse {
        sums[node].prose += segment.plainCharacters
        sums[node].paragraphs += 1
      }
    }
    var index = arena.nodes.count - 1
    while index > 0 {
      let parent = arena.parent(of: index)
      if parent >= 0, sums[index].segments > 0 {
        let sum = sums[index]
        sums[parent].characters += sum.characters
        sums[parent].linkCharacters += sum.linkCharacters
        sums[parent].prose += sum.prose
        sums[parent].paragraphs += sum.paragraphs
        sums[parent].headings += sum.headings
        sums[parent].linkHeadings += sum.linkHeadings
        sums[parent].segments += sum.segments
        sums[parent].linkSegments += sum.linkSegments
      }
      index -= 1
    }
  }

  /// The sum over the whole page.
  var root: Sum? { sums.first }

  subscript(node: Int) -> Sum { sums[node] }
}

extension Segment {
  /// Whether the segment reads like running text and not like a menu, a label or a teaser.
  var isProse: Bool {
    guard kind != .heading, linkDensity < 0.5 else { return false }
    if characters >= 120 { return stopWordDensity > 0.1 || sentenceEnds > 0 }
    if characters >= 50 { return linkDensity < 0.3 && (endsSentence || stopWordDensity >= 0.3) }
    return characters >= 25 && linkCharacters == 0 && endsSentence && stopWords >= 2
  }
}
