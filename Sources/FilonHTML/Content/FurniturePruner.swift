/// Marks the parts of a page that are not the article, whatever the container.
///
/// A node is pruned by its element, its visibility or the concepts that its names spell. Every rule
/// has a guard: a node that holds most of the page's running text is never pruned, since names lie.
struct FurniturePruner {
  /// How readily parts are pruned.
  enum Strictness: Int, Comparable {
    /// Only what is never text: scripts, forms, hidden parts.
    case lenient
    case normal

    static func < (lhs: Strictness, rhs: Strictness) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  let arena: NodeArena
  let measures: NodeMeasures
  let strictness: Strictness
  /// Running text of the whole page.
  private let total: Int32

  init(arena: NodeArena, measures: NodeMeasures, strictness: Strictness) {
    self.arena = arena
    self.measures = measures
    self.strictness = strictness
    total = arena.nodes.isEmpty ? 0 : measures[0].prose
  }

  /// Why a node is left out, or `.kept`.
  func verdict(of index: Int) -> Verdict {
    let node = arena.nodes[index]
    let sum = measures[index]
    if sum.segments == 0 { return .kept }
    let holdsMost = sum.prose * 2 > total && sum.prose > 0
    switch node.tag {
    case .noscript, .template, .button, .select, .dialog, .option, .canvas, .audio, .video, .map,
      .object, .applet:
      return holdsMost ? .kept : .element
    case .form, .fieldset, .label:
      return sum.prose * 3 > total && sum.prose > 0 ? .kept : .element
    case .html, .body, .main: return .kept
    default: break
    }
    if node.flags.contains(.hidden), !holdsMost { return .hidden }
    guard strictness >= .normal else { return .kept }
    switch node.tag {
    case .nav, .menu: return holdsMost ? .kept : .element
    case .footer: return holdsMost ? .kept : .element
    case .aside: return sum.prose * 3 > total ? .kept : .element
    case .header where sum.paragraphs == 0: return .element
    case .figure, .figcaption, .caption: return holdsMost ? .kept : .caption
    default: break
    }
    return conceptVerdict(node, sum, holdsMost: holdsMost)
  }

  private func conceptVerdict(
    _ node: NodeArena.Node, _ sum: NodeMeasures.Sum, holdsMost: Bool
  ) -> Verdict {
    let concepts = node.concepts
    if concepts.isEmpty { return .kept }
    if concepts.contains(.body) || holdsMost { return .kept }
    if !concepts.isDisjoint(with: .furniture) { return .concept }
    if !concepts.isDisjoint(with: [.caption, .credit]) { return .caption }
    if !concepts.isDisjoint(with: [.author, .date, .meta]), sum.prose < 200 { return .metadata }
    if !concepts.isDisjoint(with: [.hidden]) { return .hidden }
    if !concepts.isDisjoint(with: [.widget, .toc, .reference]) { return .concept }
    return .kept
  }
}
