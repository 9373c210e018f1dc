/// Ranks mentions in the markup by how likely they belong to the article.
///
/// What stands near the title and outside of navigation, side columns, comments and related
/// articles comes first.
struct MentionRanking {
  let arena: NodeArena
  /// The node of the title's heading, or -1.
  let title: Int

  private static let foreign: ConceptSet = [
    .related, .comment, .sidebar, .nav, .footer, .widget, .bio,
  ]

  /// The mentions, the most likely first; equals keep the order of the page.
  func ranked(_ mentions: [PageHead.Mention]) -> [PageHead.Mention] {
    mentions.enumerated().map { (cost: cost(of: $0.element.node), order: $0.offset, $0.element) }
      .sorted { $0.cost != $1.cost ? $0.cost < $1.cost : $0.order < $1.order }.map(\.2)
  }

  private func cost(of node: Int) -> Int {
    var cost = 0
    if title >= 0 { cost = node >= title ? node - title : 2 * (title - node) }
    return isForeign(node) ? cost + 1_000_000 : cost
  }

  /// Whether a node lies in a part of the page that is not about the article.
  func isForeign(_ node: Int) -> Bool {
    var index = node
    while index >= 0 {
      let entry = arena.nodes[index]
      switch entry.tag {
      case .body, .html, .main: return false
      case .nav, .aside, .footer: return !arena.contains(index, title) || title < 0
      default: break
      }
      if !entry.concepts.isDisjoint(with: Self.foreign), title < 0 || !arena.contains(index, title)
      {
        return true
      }
      index = arena.parent(of: index)
    }
    return false
  }
}
