import FilonCore

/// Finds the duplicates among documents: exact, near, contained and translated.
///
/// The clusters do not depend on the order of the documents, as long as their identifiers differ.
public struct DuplicateFinder: Sendable {
  private let options: DuplicateOptions

  /// Makes a finder.
  public init(options: DuplicateOptions) { self.options = options }

  /// The verdict on each document, in the order given; nil when nothing repeats it.
  public func verdicts(_ fingerprints: [DocumentFingerprint]) -> [DuplicateVerdict?] {
    verdicts(fingerprints, clusters: [], weights: nil)
  }

  /// The verdict on each document, the first of which come from earlier runs.
  ///
  /// - Parameters:
  ///   - clusters: For each document of an earlier run the identifier of the one that represents
  ///     it, 0 for one that stands alone. What was said of those stays: they represent.
  ///   - weights: The weights of anchors in a larger corpus.
  func verdicts(
    _ fingerprints: [DocumentFingerprint], clusters: [UInt64], weights: AnchorWeights?
  ) -> [DuplicateVerdict?] {
    let order = Self.canonicalOrder(fingerprints)
    // Exact copies first: one of each goes on.
    var distinct: [Int] = []
    var groupOf = [Int](repeating: -1, count: fingerprints.count)
    for document in order where fingerprints[document].words > 0 {
      if let last = distinct.last, fingerprints[last].exact == fingerprints[document].exact,
        fingerprints[last].words == fingerprints[document].words
      {
        groupOf[document] = distinct.count - 1
      } else {
        groupOf[document] = distinct.count
        distinct.append(document)
      }
    }
    let sets = ShingleSets(fingerprints)
    var forest = ClusterForest(count: distinct.count)
    // Of two documents of earlier runs it is known whether they belong together. Here they stand
    // without the rivals that kept them apart.
    var isKnown = [Bool](repeating: false, count: distinct.count)
    for document in clusters.indices where groupOf[document] >= 0 {
      isKnown[groupOf[document]] = true
    }
    let shingles = ShingleMatcher(fingerprints, sets, distinct, isKnown: isKnown, options)
    shingles.join(in: &forest)
    Self.unite(clusters, fingerprints, groupOf, in: &forest)
    let anchors =
      options.findsTranslations
      ? TranslationMatcher(fingerprints, distinct, isKnown: isKnown, weights) : nil
    anchors?.join(in: &forest, related: shingles.related)

    var members = [[Int]](repeating: [], count: distinct.count)
    for document in fingerprints.indices where groupOf[document] >= 0 {
      members[forest.root(groupOf[document])].append(document)
    }
    var verdicts = [DuplicateVerdict?](repeating: nil, count: fingerprints.count)
    for cluster in members where cluster.count > 1 {
      let representative = Self.representative(cluster, fingerprints, clusters)
      let name = Self.name(fingerprints[representative].identifier)
      for document in cluster {
        guard document != representative else {
          verdicts[document] = DuplicateVerdict(cluster: name, isRepresentative: true)
          continue
        }
        let (kind, similarity) = relation(document, representative, fingerprints, sets) {
          anchors?.similarity(groupOf[document], groupOf[representative]) ?? 0
        }
        verdicts[document] = DuplicateVerdict(
          cluster: name, isRepresentative: false, kind: kind, of: representative,
          similarity: similarity)
      }
    }
    return verdicts
  }

  private func relation(
    _ document: Int, _ representative: Int, _ fingerprints: [DocumentFingerprint],
    _ sets: ShingleSets, _ cosine: () -> Double
  ) -> (FilonCore.Duplication.Kind, Double) {
    let (one, other) = (fingerprints[document], fingerprints[representative])
    if one.exact == other.exact, one.words == other.words { return (.exact, 1) }
    let overlap = sets.overlap(document, representative)
    if overlap.jaccard >= options.threshold { return (.near, overlap.jaccard) }
    if overlap.common > 0, overlap.containment >= ShingleMatcher.containment {
      return (.contained, overlap.containment)
    }
    if one.language != other.language, one.language != 0, other.language != 0 {
      return (.translation, cosine())
    }
    return (.near, overlap.jaccard)
  }

  /// Fuller documents first; the rest of the order is arbitrary but the same for every input.
  private static func canonicalOrder(_ fingerprints: [DocumentFingerprint]) -> [Int] {
    var keys: [UInt64] = []
    keys.reserveCapacity(fingerprints.count)
    for index in fingerprints.indices {
      keys.append(
        UInt64(UInt32.max - fingerprints[index].words) << 32 | fingerprints[index].exact >> 32)
    }
    var order = fingerprints.indices.map { UInt32($0) }
    RadixSort.sort(&keys, &order)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, keys[end] == keys[start] { end += 1 }
      if end - start > 1 {
        order[start..<end].sort { lhs, rhs in
          let (one, other) = (Int(lhs), Int(rhs))
          let (exact, otherExact) = (fingerprints[one].exact, fingerprints[other].exact)
          if exact != otherExact { return exact < otherExact }
          let (name, otherName) = (fingerprints[one].identifier, fingerprints[other].identifier)
          return name != otherName ? name < otherName : lhs < rhs
        }
      }
      start = end
    }
    return order.map { Int($0) }
  }

  /// Joins what earlier runs have joined.
  private static func unite(
    _ clusters: [UInt64], _ fingerprints: [DocumentFingerprint], _ groupOf: [Int],
    in forest: inout ClusterForest
  ) {
    var first: [UInt64: Int] = [:]
    for document in clusters.indices where groupOf[document] >= 0 {
      let cluster = clusters[document] == 0 ? fingerprints[document].identifier : clusters[document]
      if let other = first[cluster] {
        forest.unite(other, groupOf[document])
      } else {
        first[cluster] = groupOf[document]
      }
    }
  }

  /// One that represents since an earlier run; the earliest published, then the fullest, then the
  /// one whose identifier has the lowest hash.
  private static func representative(
    _ cluster: [Int], _ fingerprints: [DocumentFingerprint], _ clusters: [UInt64]
  ) -> Int {
    func standing(_ document: Int) -> Int {
      guard document < clusters.count else { return 2 }
      let cluster = clusters[document]
      return cluster == 0 || cluster == fingerprints[document].identifier ? 0 : 1
    }
    var best = cluster[0]
    for document in cluster.dropFirst() {
      let (a, b) = (fingerprints[document], fingerprints[best])
      let (first, second) = (standing(document), standing(best))
      if first != second {
        if first < second { best = document }
      } else if a.published != b.published {
        if a.published < b.published { best = document }
      } else if a.words != b.words {
        if a.words > b.words { best = document }
      } else if a.identifier < b.identifier {
        best = document
      }
    }
    return best
  }

  private static func name(_ identifier: UInt64) -> String {
    let digits = String(identifier, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
