/// Disjoint sets of documents; the root of a set is its first member in canonical order.
struct ClusterForest {
  private var parent: [Int32]
  private var size: [Int32]

  init(count: Int) {
    parent = (0..<Int32(clamping: count)).map { $0 }
    size = [Int32](repeating: 1, count: count)
  }

  mutating func root(_ index: Int) -> Int {
    var node = index
    while Int(parent[node]) != node {
      parent[node] = parent[Int(parent[node])]
      node = Int(parent[node])
    }
    return node
  }

  mutating func count(_ index: Int) -> Int { Int(size[root(index)]) }

  mutating func unite(_ one: Int, _ other: Int) {
    let (a, b) = (root(one), root(other))
    guard a != b else { return }
    let (first, second) = (min(a, b), max(a, b))
    parent[second] = Int32(first)
    size[first] += size[second]
  }
}
