/// Chooses the node, or the sibling nodes, that hold the main text.
///
/// Nodes whose names say that they hold an article's text come first, when they hold enough of the
/// running text that is left after pruning; else the deepest node that holds nearly all of what its
/// parent holds.
struct ContainerChooser {
  let arena: NodeArena
  let measures: NodeMeasures
  let verdicts: [Verdict]
  /// The first text node of the title's heading, or -1.
  let heading: Int

  /// The share of the running text that a named container must hold.
  private static let namedShare = 0.35
  /// The share of its parent's running text that a node must hold to be descended into.
  private static let descentShare = 0.8

  /// The chosen nodes in document order, none inside another.
  func choose() -> [Int] {
    guard !arena.nodes.isEmpty else { return [] }
    let total = Double(measures[0].prose)
    guard total > 0 else { return [0] }
    let named = namedContainers()
    if let first = named.first {
      let prose = named.reduce(0.0) { $0 + Double(measures[$1].prose) }
      if prose >= total * Self.namedShare { return named.count == 1 ? [tighten(first)] : named }
    }
    let dense = densest()
    return [postOfTitle(in: dense) ?? dense]
  }

  /// The post that the title belongs to, when a container holds several.
  private func postOfTitle(in container: Int) -> Int? {
    guard heading >= 0, arena.contains(container, heading) else { return nil }
    var post = -1
    var ancestor = heading
    while ancestor > container {
      let node = arena.nodes[ancestor]
      if node.tag == .article || node.concepts.contains(.entry) { post = ancestor }
      ancestor = arena.parent(of: ancestor)
    }
    guard post > container, measures[post].prose >= 200 else { return nil }
    var others = 0
    var index = arena.end(of: post)
    while index < arena.end(of: container) {
      let node = arena.nodes[index]
      if node.tag == arena.nodes[post].tag, measures[index].prose > 0,
        node.tag == .article || node.concepts.contains(.entry)
      {
        others += 1
        index = arena.end(of: index)
      } else {
        index += 1
      }
    }
    return others >= 1 ? post : nil
  }

  /// The largest named container, with others of the same names beside it.
  private func namedContainers() -> [Int] {
    var outermost: [Int] = []
    var index = 0
    var best = -1
    while index < arena.nodes.count {
      let node = arena.nodes[index]
      if node.tag != .text, verdicts[index] == .kept, node.concepts.contains(.body),
        isContainer(node), measures[index].prose > 0
      {
        outermost.append(index)
        if best < 0 || measures[index].prose > measures[best].prose { best = index }
        index = arena.end(of: index)
      } else {
        index += 1
      }
    }
    guard best >= 0 else { return [] }
    let names = arena.value(of: .class, at: best)
    let alike = outermost.filter {
      $0 == best
        || (arena.nodes[$0].tag == arena.nodes[best].tag
          && isAlike(arena.value(of: .class, at: $0), names) && isNear($0, best))
    }
    // Many texts of the same kind are a list of posts: the first is the page's own, if any.
    if alike.count > 1, areSeparatePosts(alike) { return [best] }
    return alike
  }

  private func isContainer(_ node: NodeArena.Node) -> Bool {
    switch node.tag {
    case .html, .body, .p, .li, .ul, .ol, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote: false
    default:
      node.concepts.isDisjoint(with: [.comment, .related]) && !node.tag.traits.contains(.phrasing)
    }
  }

  private func isAlike(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    if left == right { return true }
    return left.split(separator: " ").first == right.split(separator: " ").first
  }

  /// Whether two nodes have a common ancestor within four levels.
  private func isNear(_ left: Int, _ right: Int) -> Bool {
    var ancestor = left
    for _ in 0..<4 {
      ancestor = arena.parent(of: ancestor)
      guard ancestor >= 0 else { return false }
      if arena.contains(ancestor, right) { return arena.nodes[ancestor].tag != .body }
    }
    return false
  }

  /// Whether each of the nodes lies in a post of its own, with a heading before it.
  private func areSeparatePosts(_ nodes: [Int]) -> Bool {
    var posts = Set<Int>()
    for node in nodes {
      var ancestor = node
      while ancestor >= 0, arena.nodes[ancestor].tag != .article,
        !arena.nodes[ancestor].concepts.contains(.entry)
      {
        ancestor = arena.parent(of: ancestor)
      }
      if ancestor >= 0 { posts.insert(ancestor) }
    }
    return posts.count == nodes.count
  }

  /// The deepest named container that holds nearly all of the running text of an outer one.
  private func tighten(_ outer: Int) -> Int {
    var best = outer
    var index = outer + 1
    while index < arena.end(of: outer) {
      if arena.nodes[index].tag != .text, arena.nodes[index].concepts.contains(.body),
        measures[index].prose * 100 >= measures[outer].prose * 97
      {
        best = index
      }
      index += 1
    }
    return best
  }

  /// Whether one cell of a table holds nearly all of its running text: a column of the layout.
  private func isLayout(_ table: Int) -> Bool {
    let least = Double(measures[table].prose) * Self.descentShare
    return arena.nodes[table..<arena.end(of: table)].indices.contains { index in
      arena.nodes[index].tag == .td && Double(measures[index].prose) >= least
    }
  }

  private func densest() -> Int {
    var node = 0
    while true {
      var next = -1
      var child = node + 1
      let least = Double(measures[node].prose) * Self.descentShare
      while child < arena.end(of: node) {
        if arena.nodes[child].tag != .text, Double(measures[child].prose) >= least { next = child }
        child = arena.end(of: child)
      }
      guard next >= 0 else { return node }
      let tag = arena.nodes[next].tag
      if tag == .table, !isLayout(next) { return node }
      if tag == .p || tag == .blockquote || tag == .ul || tag == .ol
        || tag.traits.contains(.phrasing) && tag != .span
      {
        return node
      }
      node = next
    }
  }
}
