/// Ranks claims by how much they say the same: the cosine of features weighted by rarity, less what
/// numbers, names and negations contradict.
public struct ClaimMatcher: Sendable {
  /// The claims to find, in the order they were given.
  public let signatures: [ClaimSignature]
  private let rarity: FeatureRarity
  private let norms: [Float]
  /// The distinct feature hashes, sorted; where each one's claims start; the claims with weights.
  private let hashes: [UInt32]
  private let starts: [Int]
  private let postings: [(claim: Int32, weight: Float)]

  /// Builds the inverted index of a set of claims.
  public init(_ signatures: [ClaimSignature]) {
    self.signatures = signatures
    let rarity = FeatureRarity(signatures)
    self.rarity = rarity
    norms = signatures.map { rarity.norm($0) }
    var pairs: [UInt64] = []
    pairs.reserveCapacity(signatures.reduce(0) { $0 + $1.features.count })
    for (index, signature) in signatures.enumerated() {
      for feature in signature.features {
        pairs.append(UInt64(feature.hash) << 32 | UInt64(index))
      }
    }
    pairs.sort()
    var hashes: [UInt32] = []
    var starts: [Int] = []
    for (position, pair) in pairs.enumerated() {
      let hash = UInt32(truncatingIfNeeded: pair >> 32)
      if hashes.last != hash {
        hashes.append(hash)
        starts.append(position)
      }
    }
    starts.append(pairs.count)
    var cursors = [Int](repeating: 0, count: signatures.count)
    postings = pairs.map { pair in
      let claim = Int(truncatingIfNeeded: pair & 0xFFFF_FFFF)
      let feature = signatures[claim].features[cursors[claim]]
      cursors[claim] += 1
      return (Int32(claim), rarity.weight(feature))
    }
    self.hashes = hashes
    self.starts = starts
  }

  /// The claims most like another, best first, with scores from 0 to 1; `limit` of them at most.
  ///
  /// - Parameters:
  ///   - query: The claim to look for; itself is left out when it is among the claims.
  ///   - otherLanguage: Only claims in other languages.
  ///   - limit: How many to return.
  public func ranked(
    for query: ClaimSignature, otherLanguage: Bool = false, limit: Int = 50
  ) -> [(claim: Int, score: Double)] {
    var sums = [Float](repeating: 0, count: signatures.count)
    var touched: [Int32] = []
    for feature in query.features {
      guard let slot = slot(of: feature.hash) else { continue }
      let weight = rarity.weight(feature)
      for posting in postings[starts[slot]..<starts[slot + 1]] {
        if sums[Int(posting.claim)] == 0 { touched.append(posting.claim) }
        sums[Int(posting.claim)] += weight * posting.weight
      }
    }
    let norm = rarity.norm(query)
    var found: [(claim: Int, score: Double)] = []
    for claim in touched.lazy.map(Int.init) {
      let other = signatures[claim]
      if other.id == query.id || otherLanguage && other.language == query.language { continue }
      let cosine = Double(sums[claim] / (norms[claim] * norm))
      found.append((claim, cosine * Self.agreement(query.facts, other.facts)))
    }
    found.sort { ($1.score, $0.claim) < ($0.score, $1.claim) }
    return Array(found.prefix(limit))
  }

  private func slot(of hash: UInt32) -> Int? {
    var (low, high) = (0, hashes.count)
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] >= hash { high = middle } else { low = middle + 1 }
    }
    return low < hashes.count && hashes[low] == hash ? low : nil
  }

  /// A factor below 1 for each number, name or negation that only one of two claims has.
  private static func agreement(_ first: ClaimFacts, _ second: ClaimFacts) -> Double {
    let numbers = ClaimFacts.exclusive(first.numbers, second.numbers)
    let names = ClaimFacts.exclusive(first.names, second.names)
    let negations = abs(first.negations - second.negations)
    return (1 - 0.08 * Double(min(numbers.0 + numbers.1, 4)))
      * (1 - 0.02 * Double(min(names.0 + names.1, 4)))
      * (1 - 0.1 * Double(min(negations, 2)))
  }
}
