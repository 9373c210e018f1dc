import FilonCore

/// Finds the duplicates among documents: exact, near, contained and translated.
///
/// The clusters do not depend on the order of the documents, as long as their identifiers differ.
public struct DuplicateFinder: Sendable {
  private let options: DuplicateOptions

  /// Makes a finder.
  public init(options: DuplicateOptions) { self.options = options }

  /// The verdict on each document, in the order given; nil when nothing repeats it.
  ///
  /// - Parameter known: How many of the first documents come from earlier runs: they represent their
  ///   clusters before any later one.
  public func verdicts(
    _ fingerprints: [DocumentFingerprint], known: Int = 0
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
    let shingles = ShingleMatcher(fingerprints, sets, distinct, options)
    shingles.join(in: &forest)
    let anchors = options.findsTranslations ? TranslationMatcher(fingerprints, distinct) : nil
    anchors?.join(in: &forest, related: shingles.related, sets)

    var members = [[Int]](repeating: [], count: distinct.count)
    for document in fingerprints.indices where groupOf[document] >= 0 {
      members[forest.root(groupOf[document])].append(document)
    }
    var verdicts = [DuplicateVerdict?](repeating: nil, count: fingerprints.count)
    for cluster in members where cluster.count > 1 {
      let representative = Self.representative(cluster, fingerprints, known)
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
    fingerprints.indices.sorted { lhs, rhs in
      let (a, b) = (fingerprints[lhs], fingerprints[rhs])
      if a.words != b.words { return a.words > b.words }
      if a.exact != b.exact { return a.exact < b.exact }
      return a.identifier != b.identifier ? a.identifier < b.identifier : lhs < rhs
    }
  }

  /// One of an earlier run; the earliest published, then the fullest, then the one whose identifier
  /// has the lowest hash.
  private static func representative(
    _ cluster: [Int], _ fingerprints: [DocumentFingerprint], _ known: Int
  ) -> Int {
    var best = cluster[0]
    for document in cluster.dropFirst() {
      let (a, b) = (fingerprints[document], fingerprints[best])
      if (document < known) != (best < known) {
        if document < known { best = document }
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
