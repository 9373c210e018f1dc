/// Finds near-duplicates and contained texts by their shingles and joins them.
struct ShingleMatcher {
  struct Link {
    var one: Int
    var other: Int
    var similarity: Double
    var overlap: ShingleOverlap
  }

  private let fingerprints: [DocumentFingerprint]
  private let sets: ShingleSets
  private let options: DuplicateOptions
  private let documents: [Int]
  private let isKnown: [Bool]
  private var near: [Link] = []
  private var contained: [Link] = []
  /// Pairs that share phrases, but too few to be duplicates by them alone.
  private(set) var related: [Link] = []

  /// From this similarity on, a document's own copies are found through the one that it repeats.
  private static let absorbing = 0.8
  private static let candidateLimit = 48
  /// Duplicates share at least this part, one in so many, of the keys of the one that has fewer.
  private static let duplicateKeys = 6
  private static let leastCommon = 3
  /// Shared phrases (Jaccard) from which texts are ``related``.
  static let relation = 0.068
  /// Share of the shorter text that must lie in the longer one.
  static let containment = 0.76
  private static let leastCommonContained = 6
  /// Share of what two texts have in common that stands in order when one is taken from the other.
  private static let orderedShare = 0.9

  /// Compares `documents`, which are in canonical order: fuller ones first. Those of which `isKnown`
  /// holds are not compared with each other.
  init(
    _ fingerprints: [DocumentFingerprint], _ sets: ShingleSets, _ documents: [Int],
    isKnown: [Bool], _ options: DuplicateOptions
  ) {
    self.isKnown = isKnown
    self.fingerprints = fingerprints
    self.sets = sets
    self.documents = documents
    self.options = options
    findLinks()
  }

  /// Joins the duplicates.
  func join(in forest: inout ClusterForest) {
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
      guard forest.root(link.one) != forest.root(link.other),
        isExcerpt(documents[link.one], documents[link.other])
      else { continue }
      isAttached[groups[link.one]] = true
      forest.unite(link.one, link.other)
    }
  }

  /// Whether what two documents share stands in one order in both. Texts made of the same parts in
  /// another order, lists of news in brief say, are not taken from each other.
  private func isExcerpt(_ one: Int, _ other: Int) -> Bool {
    let (common, chained) = OrderedChain.lengths(
      fingerprints[one].samples, fingerprints[other].samples)
    return Double(chained) >= Self.orderedShare * Double(common)
  }

  private mutating func findLinks() {
    var postings = ShinglePostings(sets, documents)
    var counts = [UInt16](repeating: 0, count: documents.count)
    var candidates: [(count: UInt16, order: Int)] = []
    for order in documents.indices {
      candidates.removeAll(keepingCapacity: true)
      postings.shared(order, &counts, into: &candidates)
      candidates.removeAll { $0.count < postings.leastShared(order, $0.order) }
      candidates.sort { $0.count != $1.count ? $0.count > $1.count : $0.order < $1.order }
      var best = 0.0
      for candidate in candidates.prefix(Self.candidateLimit) {
        // A few keys in common: only two translations of one text have so little.
        let isLikely =
          Int(candidate.count) * Self.duplicateKeys >= postings.fewerKeys(order, candidate.order)
        guard isLikely || mayRetell(order, candidate.order) else { continue }
        best = max(best, compare(order, candidate.order))
      }
      if best < Self.absorbing { postings.add(order) }
    }
    near.sort(by: Self.precedes)
    contained.sort(by: Self.precedes)
    related.sort(by: Self.precedes)
  }

  private func mayRetell(_ one: Int, _ other: Int) -> Bool {
    options.findsTranslations
      && TranslationMatcher.mayRetell(documents[one], documents[other], fingerprints)
  }

  /// Notes how two documents relate and returns their similarity when they are near-duplicates.
  private mutating func compare(_ one: Int, _ other: Int) -> Double {
    guard !isKnown[one] || !isKnown[other] else { return 0 }
    let overlap = sets.overlap(documents[one], documents[other])
    let similarity = overlap.jaccard
    if overlap.common >= Self.leastCommon, overlap.assuredJaccard >= options.threshold {
      near.append(Link(one: one, other: other, similarity: similarity, overlap: overlap))
      return similarity
    }
    if overlap.common >= Self.leastCommonContained, overlap.containment >= Self.containment {
      contained.append(
        Link(one: one, other: other, similarity: overlap.containment, overlap: overlap))
    } else if similarity >= Self.relation, mayRetell(one, other) {
      related.append(Link(one: one, other: other, similarity: similarity, overlap: overlap))
    }
    return 0
  }

  private static func precedes(_ lhs: Link, _ rhs: Link) -> Bool {
    if lhs.similarity != rhs.similarity { return lhs.similarity > rhs.similarity }
    return lhs.one != rhs.one ? lhs.one < rhs.one : lhs.other < rhs.other
  }
}
