/// Spells the way to a node as a chain of simple selectors.
enum NodePath {
  /// The path of a node, outermost first; the outermost are left out when there are many.
  static func describe(_ node: Int, in arena: NodeArena, limit: Int = 8) -> String {
    var parts: [String] = []
    var index = node
    while index >= 0, parts.count < limit {
      let tag = arena.nodes[index].tag
      if tag != .text {
        var part = String(describing: tag)
        if let id = arena.value(of: .id, at: index), !id.isEmpty { part += "#" + id }
        if let names = arena.value(of: .class, at: index) {
          for name in names.split(separator: " ") { part += "." + name }
        }
        parts.append(part)
      }
      index = arena.parent(of: index)
    }
    return parts.reversed().joined(separator: " > ")
  }
}
