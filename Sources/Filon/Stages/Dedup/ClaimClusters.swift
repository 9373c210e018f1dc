import FilonClaims
import FilonCore

/// The clusters of the claims of all documents.
struct ClaimClusters: Sendable {
  private let clusters: [Claim.Cluster?]
  /// Where each document's claims start.
  private let starts: [Int]

  init(_ documents: [[ClaimSignature]]) {
    clusters = ClaimClusterer().clusters(Array(documents.joined()))
    var starts = [0]
    for claims in documents { starts.append((starts.last ?? 0) + claims.count) }
    self.starts = starts
  }

  /// The clusters of one document's claims; nil for a claim that stands alone.
  subscript(document index: Int) -> ArraySlice<Claim.Cluster?> {
    clusters[starts[index]..<starts[index + 1]]
  }
}
