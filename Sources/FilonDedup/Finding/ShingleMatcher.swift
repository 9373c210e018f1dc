/// Finds near-duplicates and contained texts by their shingles and joins them.
struct ShingleMatcher {
  private struct Link {
    var one: Int
    var other: Int
    var similarity: Double
  }

  private let sets: ShingleSets
  private let options: DuplicateOptions

  /// From this similarity on, a document's own copies are found through the one that it repeats.
  private static let absorbing = 0.8
  /// Share of a document's keys that another must have to be looked at.
  private static let leastShare = 0.15
  private static let candidateLimit = 64
  private static let leastCommon = 3
  /// Share of the shorter text that must lie in the longer one.
  static let containment = 0.7
  private static let leastCommonContained = 6

  init(_ sets: ShingleSets, _ options: DuplicateOptions) {
    self.sets = sets
    self.options = options
  }

  /// Joins the duplicates among `documents`, which are in canonical order: fuller ones first.
  func join(_ documents: [Int], in forest: inout ClusterForest) {
    let (near, contained) = links(documents)
    for link in near {
      // Two groups are not one because one member of each is half alike.
      if forest.count(link.one) > 1, forest.count(link.other) > 1 {
        let (a, b) = (forest.root(link.one), forest.root(link.other))
        if a != b {
          let first = documents[a]
          guard
            sets.overlap(first, documents[b]).jaccard >= options.threshold / 2
              || link.similarity >= 2 * options.threshold
          else { continue }
        }
      }
      forest.unite(link.one, link.other)
    }
    guard options.findsContained else { return }
    // A group lies in one longer text at most: a quoted release must not join those who quote it.
    let groups = documents.indices.map { forest.root($0) }
    var isAttached = [Bool](repeating: false, count: documents.count)
    for link in contained where !isAttached[groups[link.one]] {
      guard forest.root(link.one) != forest.root(link.other) else { continue }
      isAttached[groups[link.one]] = true
      forest.unite(link.one, link.other)
    }
  }

  private func links(_ documents: [Int]) -> (near: [Link], contained: [Link]) {
    var postings = ShinglePostings(sets, documents)
    var counts = [UInt16](repeating: 0, count: documents.count)
    var touched: [UInt32] = []
    var near: [Link] = []
    var contained: [Link] = []
    var candidates: [(count: UInt16, order: Int)] = []
    for order in documents.indices {
      postings.count(order, &counts, &touched)
      candidates.removeAll(keepingCapacity: true)
      let share = Double(postings.sharedKeys(order)) * Self.leastShare
      for other in touched {
        let count = counts[Int(other)]
        counts[Int(other)] = 0
        if count >= 2 || share <= 1, Double(count) >= share {
          candidates.append((count, Int(other)))
        }
      }
      touched.removeAll(keepingCapacity: true)
      candidates.sort { $0.count != $1.count ? $0.count > $1.count : $0.order < $1.order }
      var best = 0.0
      for candidate in candidates.prefix(Self.candidateLimit) {
        let overlap = sets.overlap(documents[order], documents[candidate.order])
        let similarity = overlap.jaccard
        if overlap.assuredJaccard >= options.threshold, overlap.common >= Self.leastCommon {
          near.append(Link(one: order, other: candidate.order, similarity: similarity))
          best = max(best, similarity)
        } else if overlap.common >= Self.leastCommonContained,
          overlap.containment >= Self.containment
        {
          contained.append(
            Link(one: order, other: candidate.order, similarity: overlap.containment))
        }
      }
      if best < Self.absorbing { postings.add(order) }
    }
    near.sort(by: Self.precedes)
    contained.sort(by: Self.precedes)
    return (near, contained)
  }

  private static func precedes(_ lhs: Link, _ rhs: Link) -> Bool {
    if lhs.similarity != rhs.similarity { return lhs.similarity > rhs.similarity }
    return lhs.one != rhs.one ? lhs.one < rhs.one : lhs.other < rhs.other
  }
}
