/// Claims that say the same.
public struct ClaimCluster: Hashable, Sendable {
  /// The identifier: that of the first member.
  public var id: String
  /// The claims, in the order they were given.
  public var members: [String]
  /// The languages, sorted.
  public var languages: [String]
  /// The earliest date of publication.
  public var firstSeen: String?
  /// For each member that has one, the claims alike but for a number, a name or a negation.
  public var conflicts: [String: [String]]
}

/// Puts claims that say the same into clusters, across documents and languages.
///
/// Candidates share one of a claim's rarest features; each is verified by the cosine of all. A pair
/// that is alike but differs in a number, an entity or in polarity is no match: it is recorded as a
/// conflict.
public struct ClaimClusterer: Sendable {
  /// The least similarity of two claims of one language, 0 to 1.
  public var threshold: Double
  /// The least similarity across languages.
  public var crossLingualThreshold: Double

  private static let probes = 12
  private static let longestPosting = 400

  /// Makes a clusterer.
  public init(threshold: Double = 0.6, crossLingualThreshold: Double = 0.4) {
    self.threshold = threshold
    self.crossLingualThreshold = crossLingualThreshold
  }

  /// The clusters of two claims or more, and claims with conflicts, in the order of their first
  /// members.
  public func cluster(_ signatures: [ClaimSignature]) -> [ClaimCluster] {
    let matcher = ClaimMatcher(signatures)
    var parent = Array(signatures.indices)
    func root(_ index: Int) -> Int {
      var node = index
      while parent[node] != node { node = parent[node] }
      return node
    }
    var conflicts: [(Int, Int)] = []
    for index in signatures.indices {
      var seen: Set<Int> = []
      for feature in matcher.rarest(index, Self.probes) {
        let claims = matcher.claims(with: feature)
        guard claims.count <= Self.longestPosting else { continue }
        for other in claims where other < index && seen.insert(other).inserted {
          switch compare(index, other, matcher) {
          case .same:
            let (first, second) = (root(index), root(other))
            parent[max(first, second)] = min(first, second)
            parent[index] = min(first, second)
          case .conflict: conflicts.append((other, index))
          case .different: break
          }
        }
      }
    }
    return clusters(signatures, signatures.indices.map(root), conflicts)
  }

  private enum Verdict { case same, conflict, different }

  private func compare(_ first: Int, _ second: Int, _ matcher: ClaimMatcher) -> Verdict {
    let (a, b) = (matcher.signatures[first], matcher.signatures[second])
    let limit = a.language == b.language ? threshold : crossLingualThreshold
    guard Double(matcher.cosine(first, second)) >= limit else { return .different }
    let numbers = ClaimMatcher.difference(a.numbers, b.numbers)
    let names = ClaimMatcher.difference(a.entities, b.entities)
    let clash =
      numbers > 0 && !a.numbers.isEmpty && !b.numbers.isEmpty || a.polarity != b.polarity
      || names > 1 && !a.entities.isEmpty && !b.entities.isEmpty
    return clash ? .conflict : .same
  }

  private func clusters(
    _ signatures: [ClaimSignature], _ roots: [Int], _ conflicts: [(Int, Int)]
  ) -> [ClaimCluster] {
    var members = [[Int]](repeating: [], count: signatures.count)
    for (index, root) in roots.enumerated() { members[root].append(index) }
    var against: [Int: [Int]] = [:]
    for (first, second) in conflicts where roots[first] != roots[second] {
      against[first, default: []].append(second)
      against[second, default: []].append(first)
    }
    return signatures.indices.compactMap { root in
      let group = members[root]
      guard group.count > 1 || group.contains(where: { against[$0] != nil }) else { return nil }
      var found: [String: [String]] = [:]
      for index in group {
        if let others = against[index] {
          found[signatures[index].id] = others.sorted().map { signatures[$0].id }
        }
      }
      return ClaimCluster(
        id: signatures[root].id, members: group.map { signatures[$0].id },
        languages: Set(group.map { signatures[$0].language }).sorted(),
        firstSeen: group.compactMap { signatures[$0].published }.min(), conflicts: found)
    }
  }
}
