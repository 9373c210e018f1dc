import FilonCore

/// Which claims were found to be the same, and which contradict each other (disjoint sets, Tarjan
/// 1975).
struct ClaimLinks {
  private let signatures: [ClaimSignature]
  private var parent: [Int]
  /// The facts of a whole set, at its root.
  private var facts: [ClaimFacts]
  private var conflicts: [(Int, Int)] = []

  init(_ signatures: [ClaimSignature]) {
    self.signatures = signatures
    parent = Array(signatures.indices)
    facts = signatures.map(\.facts)
  }

  private mutating func root(_ index: Int) -> Int {
    var node = index
    while parent[node] != node {
      parent[node] = parent[parent[node]]
      node = parent[node]
    }
    return node
  }

  /// Joins the sets of two claims, or records that they contradict.
  mutating func join(_ first: Int, _ second: Int) {
    let (a, b) = (root(first), root(second))
    guard a != b else { return }
    if facts[a].contradicts(facts[b]) {
      if signatures[first].facts.contradicts(signatures[second].facts) {
        conflicts.append((first, second))
      }
      return
    }
    let (low, high) = (min(a, b), max(a, b))
    parent[high] = low
    // What the one does not say, the other may; a set says what any of its members says.
    if facts[low].numbers.count < facts[high].numbers.count {
      facts[low].numbers = facts[high].numbers
    }
    if facts[low].names.count < facts[high].names.count { facts[low].names = facts[high].names }
  }

  /// The cluster of each claim; nil for a claim that stands alone.
  mutating func clusters() -> [Claim.Cluster?] {
    let roots = signatures.indices.map { root($0) }
    var members = [Int](repeating: 0, count: roots.count)
    var languages = [Set<String>](repeating: [], count: roots.count)
    var firstSeen = [String?](repeating: nil, count: roots.count)
    for (index, root) in roots.enumerated() {
      members[root] += 1
      languages[root].insert(signatures[index].language)
      guard let date = signatures[index].published else { continue }
      firstSeen[root] = firstSeen[root].map { min($0, date) } ?? date
    }
    var against: [Int: Set<Int>] = [:]
    for (first, second) in conflicts {
      against[first, default: []].insert(second)
      against[second, default: []].insert(first)
    }
    return roots.enumerated().map { index, root in
      let conflicts = against[index] ?? []
      guard members[root] > 1 || !conflicts.isEmpty else { return nil }
      return Claim.Cluster(
        id: signatures[root].id, size: members[root], languages: languages[root].sorted(),
        firstSeen: firstSeen[root], conflicts: conflicts.sorted().map { signatures[$0].id })
    }
  }
}
