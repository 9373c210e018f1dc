import FilonCore

/// Claims with the same words and polarity, over all documents.
///
/// Claims that share all words but the digits, or the words but not the polarity, conflict.
struct ClaimClusters: Sendable {
  private let clusters: [[Claim.Cluster?]]

  init(_ documents: [[ClaimIdentity]]) {
    var members: [String: [ClaimIdentity]] = [:]
    var frames: [UInt64: [ClaimIdentity]] = [:]
    for claim in documents.joined() {
      members[Self.key(claim), default: []].append(claim)
      frames[claim.frame, default: []].append(claim)
    }
    clusters = documents.map { claims in
      claims.map { claim in
        let same = members[Self.key(claim)] ?? []
        let conflicts = (frames[claim.frame] ?? []).filter { Self.key($0) != Self.key(claim) }
        guard same.count > 1 || !conflicts.isEmpty else { return nil }
        return Claim.Cluster(
          id: Self.key(claim), size: same.count, languages: Set(same.map(\.language)).sorted(),
          firstSeen: same.compactMap(\.published).min(),
          conflicts: Set(conflicts.map(\.id)).sorted())
      }
    }
  }

  /// The clusters of one document's claims; nil for a claim that stands alone.
  subscript(document index: Int) -> [Claim.Cluster?] { clusters[index] }

  private static func key(_ claim: ClaimIdentity) -> String {
    let digits = String(claim.words, radix: 16)
    return (claim.polarity == .positive ? "k" : "n")
      + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
