/// Finds texts in different languages that have the same anchors close to each other.
///
/// One name is in thousands of texts; two names, or a name and a number, in one sentence are in few.
/// The keys are pairs of anchors that follow each other closely, so that the lists of those who have
/// a key stay short however large the corpus is.
struct AnchorPairs {
  /// A document of the one language and a later one of another.
  struct Candidate {
    var one: Int
    var other: Int
  }

  /// How many keys candidates share at least.
  private static let leastKeys: UInt16 = 2

  /// How many anchors further the second of a pair may be.
  private static let reach = 3
  /// Up to this many keys of a document are all used.
  private static let keptWhole = 60
  /// A pair that more documents have finds no candidates.
  private static let listLimit = 28

  /// The keys of a document: all of them when they are few, else those with a name or a number.
  static func keys(_ anchors: ArraySlice<UInt32>, into keys: inout [UInt32]) {
    let isWhole = anchors.count * reach <= keptWhole
    anchors.withUnsafeBufferPointer { anchors in
      for place in anchors.indices {
        let one = anchors[place] | 1
        for next in place + 1..<max(min(place + 1 + reach, anchors.count), place + 1) {
          guard isWhole || (anchors[place] | anchors[next]) & 1 == 1 else { continue }
          let other = anchors[next] | 1
          let (low, high) = (min(one, other), max(one, other))
          keys.append(
            UInt32(truncatingIfNeeded: StableHash.mix(UInt64(low) << 32 | UInt64(high)) >> 32))
        }
      }
    }
  }

  /// Documents in different languages that share keys, in order; `documents` are in order too.
  static func candidates(
    _ fingerprints: [DocumentFingerprint], _ documents: [Int]
  ) -> [Candidate] {
    var filter = LanguageFilter(documents: documents.count)
    var keys: [UInt32] = []
    var owners: [UInt32] = []
    keys.reserveCapacity(documents.count * 56)
    owners.reserveCapacity(documents.count * 56)
    for (order, document) in documents.enumerated() where fingerprints[document].language != 0 {
      let first = keys.count
      Self.keys(fingerprints[document].anchors, into: &keys)
      filter.insert(keys[first...], of: fingerprints[document].language)
      while owners.count < keys.count { owners.append(UInt32(order)) }
    }
    guard filter.hasSeveralLanguages else { return [] }
    var kept = 0
    for place in keys.indices where filter.contains(keys[place]) {
      keys[kept] = keys[place]
      owners[kept] = owners[place]
      kept += 1
    }
    keys.removeSubrange(kept...)
    owners.removeSubrange(kept...)
    RadixSort.sort(&keys, &owners)
    return candidates(keys, owners, documents.map { fingerprints[$0].language })
  }

  /// Documents in different languages that share at least ``leastKeys`` of the sorted `keys`.
  private static func candidates(
    _ keys: [UInt32], _ owners: [UInt32], _ languages: [UInt32]
  ) -> [Candidate] {
    // For each document where its entries are and where their lists end; the owners of a list
    // ascend, so those behind an entry are the later documents.
    var starts = [Int](repeating: 0, count: languages.count + 2)
    var lists: [Range<Int>] = []
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end] == keys[start] { end += 1 }
      if end - start > 1, end - start <= listLimit {
        lists.append(start..<end)
        for place in start..<end { starts[Int(owners[place]) + 2] += 1 }
      }
      start = end
    }
    for order in languages.indices { starts[order + 2] += starts[order + 1] }
    var entries = [(place: UInt32, end: UInt32)](
      repeating: (0, 0), count: starts[languages.count + 1])
    for list in lists {
      for place in list {
        let order = Int(owners[place])
        entries[starts[order + 1]] = (UInt32(place), UInt32(list.upperBound))
        starts[order + 1] += 1
      }
    }
    var candidates: [Candidate] = []
    var counts = [UInt16](repeating: 0, count: languages.count)
    var touched: [UInt32] = []
    for (order, language) in languages.enumerated() {
      for entry in entries[starts[order]..<starts[order + 1]] {
        for place in Int(entry.place) + 1..<max(Int(entry.end), Int(entry.place) + 1) {
          let other = owners[place]
          guard languages[Int(other)] != language else { continue }
          counts[Int(other)] &+= 1
          if counts[Int(other)] == leastKeys { touched.append(other) }
        }
      }
      for entry in entries[starts[order]..<starts[order + 1]] {
        for place in entry.place..<entry.end { counts[Int(owners[Int(place)])] = 0 }
      }
      touched.sort()
      for other in touched { candidates.append(Candidate(one: order, other: Int(other))) }
      touched.removeAll(keepingCapacity: true)
    }
    return candidates
  }
}
