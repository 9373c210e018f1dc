public import FilonCore

/// Puts claims that say the same into clusters, across documents and languages.
///
/// Candidates share several of their rarest features; each is verified by the cosine of all. Pairs join
/// from the most alike down (single linkage), unless what the two clusters say contradicts: another
/// number, another name, a denial. Such pairs are recorded as conflicts.
public struct ClaimClusterer: Sendable {
  /// The least similarity of two claims of one language, 0 to 1.
  public var threshold: Double
  /// The least similarity across languages.
  public var crossLingualThreshold: Double

  /// Claims with fewer features say too little to be found again.
  private static let fewestFeatures = 12

  /// Makes a clusterer.
  public init(threshold: Double = 0.6, crossLingualThreshold: Double = 0.4) {
    self.threshold = threshold
    self.crossLingualThreshold = crossLingualThreshold
  }

  /// The cluster of each claim, in their order; nil for a claim that stands alone.
  public func clusters(_ signatures: [ClaimSignature]) -> [Claim.Cluster?] {
    var links = ClaimLinks(signatures)
    let rarity = FeatureRarity(signatures)
    let norms = signatures.map { rarity.norm($0) }
    var alike: [(score: Float, first: Int, second: Int)] = []
    let probes = ClaimProbes(
      signatures, rarity, leaving: joinEqual(signatures, &links))
    var candidates: [Int] = []
    for second in signatures.indices {
      probes.read(before: second, into: &candidates)
      for first in candidates {
        let score =
          rarity.product(signatures[first].features, signatures[second].features)
          / (norms[first] * norms[second])
        let limit =
          signatures[first].language == signatures[second].language
          ? threshold : crossLingualThreshold
        if Double(score) >= limit, !signatures[first].overlaps(signatures[second]) {
          alike.append((score, first, second))
        }
      }
    }
    alike.sort { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
    for pair in alike { links.join(pair.first, pair.second) }
    return links.clusters()
  }

  /// Joins claims with equal features, of which the first stands for all. Gives those that need
  /// no further look: the others of each set, and claims that say too little.
  private func joinEqual(_ signatures: [ClaimSignature], _ links: inout ClaimLinks) -> [Bool] {
    var known: [ClaimIdentity: Int] = [:]
    return signatures.indices.map { index in
      let signature = signatures[index]
      guard signature.features.count >= Self.fewestFeatures else { return true }
      let identity = ClaimIdentity(features: signature.features, facts: signature.facts)
      if let first = known[identity] {
        links.join(first, index)
        return true
      }
      known[identity] = index
      return false
    }
  }
}

/// What two claims have in common that differ in nothing that is compared.
private struct ClaimIdentity: Hashable {
  let features: [ClaimFeature]
  let facts: ClaimFacts
}
