/// Finds texts in different languages that have the same anchors close to each other.
///
/// One name is in thousands of texts; two names, or a name and a number, in one sentence are in few.
/// The keys are pairs of anchors that follow each other closely, so that the lists of those who have
/// a key stay short however large the corpus is.
struct AnchorPairs {
  /// A document of the one language, one of another, and how many keys they share.
  struct Candidate {
    var one: Int
    var other: Int
    var keys: Int
  }

  /// How many anchors further the second of a pair may be.
  private static let reach = 3
  /// A pair that more documents have finds no candidates.
  private static let listLimit = 40

  /// The keys of a document.
  static func keys(_ anchors: ArraySlice<UInt32>, into keys: inout [UInt32]) {
    for place in anchors.indices {
      for next in place + 1..<max(min(place + 1 + reach, anchors.endIndex), place + 1) {
        let (one, other) = (anchors[place] | 1, anchors[next] | 1)
        let (low, high) = (min(one, other), max(one, other))
        let key = UInt32(
          truncatingIfNeeded: StableHash.mix(UInt64(low) << 32 | UInt64(high)) >> 32)
        keys.append(key)
      }
    }
  }

  /// Documents in different languages that share keys, in order; `documents` are in order too.
  static func candidates(
    _ fingerprints: [DocumentFingerprint], _ documents: [Int]
  ) -> [Candidate] {
    var keys: [UInt32] = []
    var owners: [UInt32] = []
    keys.reserveCapacity(documents.count * 144)
    owners.reserveCapacity(documents.count * 144)
    for (order, document) in documents.enumerated() where fingerprints[document].language != 0 {
      Self.keys(fingerprints[document].anchors, into: &keys)
      while owners.count < keys.count { owners.append(UInt32(order)) }
    }
    RadixSort.sort(&keys, &owners)
    var pairs: [UInt64] = []
    let shift = UInt64(UInt64.bitWidth - documents.count.leadingZeroBitCount)
    let languages = documents.map { fingerprints[$0].language }
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end] == keys[start] { end += 1 }
      defer { start = end }
      guard end - start > 1, end - start <= listLimit else { continue }
      for one in start..<end {
        for other in one + 1..<end {
          let (a, b) = (owners[one], owners[other])
          if languages[Int(a)] != languages[Int(b)] { pairs.append(UInt64(a) << shift | UInt64(b)) }
        }
      }
    }
    RadixSort.sort(&pairs)
    var candidates: [Candidate] = []
    var first = 0
    while first < pairs.count {
      var end = first + 1
      while end < pairs.count, pairs[end] == pairs[first] { end += 1 }
      candidates.append(
        Candidate(
          one: Int(pairs[first] >> shift), other: Int(pairs[first] & (1 << shift - 1)),
          keys: end - first))
      first = end
    }
    return candidates
  }
}
