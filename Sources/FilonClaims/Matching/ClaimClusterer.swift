public import FilonCore

/// Puts claims that say the same into clusters, across documents and languages.
///
/// Candidates share one of their rarest features; each is verified by the cosine of all. Pairs join
/// from the most alike down (single linkage), unless what the two clusters say contradicts: another
/// number, another name, a denial. Such pairs are recorded as conflicts.
public struct ClaimClusterer: Sendable {
  /// The least similarity of two claims of one language, 0 to 1.
  public var threshold: Double
  /// The least similarity across languages.
  public var crossLingualThreshold: Double

  /// How many of a claim's rarest features are looked up.
  private static let probes = 24
  /// How many claims before it a claim is compared with, for each feature.
  private static let reach = 32
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
    for (first, second) in candidates(signatures, rarity, &links) {
      let (a, b) = (signatures[first], signatures[second])
      guard !a.overlaps(b) else { continue }
      let score = rarity.product(a, b) / (norms[first] * norms[second])
      let limit = a.language == b.language ? threshold : crossLingualThreshold
      if Double(score) >= limit { alike.append((score, first, second)) }
    }
    alike.sort { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
    for pair in alike { links.join(pair.first, pair.second) }
    return links.clusters()
  }

  /// Pairs that share a rare feature, sorted; claims with equal features are joined at once, and
  /// one stands for all.
  private func candidates(
    _ signatures: [ClaimSignature], _ rarity: FeatureRarity, _ links: inout ClaimLinks
  ) -> [(Int, Int)] {
    var known: [ClaimIdentity: Int] = [:]
    var probes: [UInt64] = []
    for (index, signature) in signatures.enumerated()
    where signature.features.count >= Self.fewestFeatures {
      let identity = ClaimIdentity(features: signature.features, facts: signature.facts)
      if let first = known[identity] {
        links.join(first, index)
        continue
      }
      known[identity] = index
      let rarest = signature.features.filter { rarity.count($0) > 1 }
        .sorted { (rarity.weight($1), $0) < (rarity.weight($0), $1) }
      for feature in rarest.prefix(Self.probes) {
        probes.append(UInt64(feature.hash) << 32 | UInt64(index))
      }
    }
    probes.sort()
    var pairs: [UInt64] = []
    for position in probes.indices {
      for other in stride(from: position - 1, through: max(0, position - Self.reach), by: -1) {
        guard probes[other] >> 32 == probes[position] >> 32 else { break }
        pairs.append(probes[other] << 32 | probes[position] & 0xFFFF_FFFF)
      }
      // Many pairs come up again and again.
      if pairs.count > 1 << 20, position & 0xFFFF == 0 { pairs = Self.distinct(pairs) }
    }
    return Self.distinct(pairs).map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
  }

  private static func distinct(_ pairs: [UInt64]) -> [UInt64] {
    var last: UInt64?
    return pairs.sorted().filter { pair in
      defer { last = pair }
      return pair != last
    }
  }
}

/// What two claims have in common that differ in nothing that is compared.
private struct ClaimIdentity: Hashable {
  let features: [ClaimFeature]
  let facts: ClaimFacts
}
