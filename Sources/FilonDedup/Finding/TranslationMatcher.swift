/// Finds texts that tell the same in other words by the rare names, numbers and cognates that
/// they share, in order: translations, and two translations of one text.
///
/// A translation is the best match both ways. Two texts of one language must also have phrases in
/// common, since articles on one event share its names.
struct TranslationMatcher {
  private struct Match {
    var order: Int
    var similarity: Double
  }

  private let fingerprints: [DocumentFingerprint]
  private let documents: [Int]
  private let isKnown: [Bool]
  private let weights: AnchorWeights

  /// Similarity of anchors in order from which mutual best matches in two languages are translations.
  static let translation = 0.15
  /// How much better than any other a match must be, unless its similarity is far above the bar. Of
  /// one language, texts made after one pattern all match each other well.
  private static let lead = 1.2
  private static let certain = 0.4
  private static let leastChained = 3
  private static let matchLimit = 8
  /// Similarity from which texts of one language are two versions of one text.
  private static let retelling = 0.32
  /// How far it must lie above what a shared passage explains.
  private static let retellingSurplus = 0.18
  /// That similarity and the share of the names and numbers that both versions have, together.
  private static let retellingEvidence = 0.95
  /// How close together the phrases may stand that both versions have.
  private static let retellingScatter = -4.5
  /// How long the shorter version is at least, as a share of the longer.
  private static let retellingLength = 0.82
  /// Share of the shorter text in the other from which it was copied, not retold.
  private static let copied = 0.5

  /// Compares `documents`. Those of which `isKnown` holds are each other's rivals, but are not joined.
  init(
    _ fingerprints: [DocumentFingerprint], _ documents: [Int], isKnown: [Bool],
    _ known: AnchorWeights? = nil
  ) {
    self.isKnown = isKnown
    self.fingerprints = fingerprints
    self.documents = documents
    guard let known else {
      var weights = AnchorWeights()
      for document in documents { weights.count(fingerprints[document].anchors) }
      self.weights = weights
      return
    }
    weights = known
  }

  /// Joins the groups of `forest` that tell the same.
  func join(
    in forest: inout ClusterForest, related: [ShingleMatcher.Link]
  ) {
    var retellings = [[Match]](repeating: [], count: documents.count)
    for link in related {
      guard let similarity = retelling(link) else { continue }
      Self.note(link.one, link.other, similarity, in: &retellings)
    }
    join(retellings, certain: 1, in: &forest)
    var translations = [[Match]](repeating: [], count: documents.count)
    for candidate in AnchorPairs.candidates(fingerprints, documents) {
      let alignment = alignment(candidate.one, candidate.other)
      guard alignment.alignedCosine >= Self.translation, alignment.chained >= Self.leastChained
      else { continue }
      Self.note(candidate.one, candidate.other, alignment.alignedCosine, in: &translations)
    }
    join(translations, certain: Self.certain, in: &forest)
  }

  /// Joins the pairs of documents each of which is the other's leading match. What translates one
  /// version of a text translates the others.
  private func join(
    _ matches: [[Match]], certain: Double, in forest: inout ClusterForest
  ) {
    let groups = matches.indices.map { forest.root($0) }
    for order in matches.indices {
      guard let match = Self.leader(matches[order], groups, certain), match.order > order,
        let back = Self.leader(matches[match.order], groups, certain),
        groups[back.order] == groups[order], !isKnown[order] || !isKnown[match.order]
      else { continue }
      forest.unite(order, match.order)
    }
  }

  /// The similarity of two documents given by their places in the canonical order.
  func similarity(_ one: Int, _ other: Int) -> Double { alignment(one, other).alignedCosine }

  private func alignment(_ one: Int, _ other: Int) -> AnchorAlignment {
    AnchorAlignment(
      fingerprints[documents[one]].anchors, fingerprints[documents[other]].anchors, weights)
  }

  /// The first of the matches when it stands out from those of other groups.
  private static func leader(
    _ matches: [Match], _ groups: [Int], _ certain: Double
  ) -> Match? {
    guard let first = matches.first else { return nil }
    let rival = matches.first { groups[$0.order] != groups[first.order] }
    guard let rival, first.similarity < certain else { return first }
    return first.similarity >= lead * rival.similarity ? first : nil
  }

  /// Whether two documents of one language can tell the same story in other words, as far as their
  /// sites and lengths show.
  static func mayRetell(
    _ one: Int, _ other: Int, _ fingerprints: [DocumentFingerprint]
  ) -> Bool {
    let language = fingerprints[one].language
    guard language == fingerprints[other].language, language != 0 else { return false }
    let host = fingerprints[one].host
    guard host == 0 || host != fingerprints[other].host else { return false }
    let (words, others) = (fingerprints[one].words, fingerprints[other].words)
    return Double(min(words, others)) >= retellingLength * Double(max(words, others))
  }

  /// How much a text of the same language tells the same story in other words; nil if it does not.
  ///
  /// A passage that both quote gives phrases and anchors in the same proportion, in one place; a
  /// retelling keeps the anchors from beginning to end and loses the phrases. Pages of one site
  /// share its furniture, so they are not looked at.
  private func retelling(_ link: ShingleMatcher.Link) -> Double? {
    let (one, other, overlap) = (link.one, link.other, link.overlap)
    guard overlap.containment < Self.copied else { return nil }
    let alignment = alignment(one, other)
    let explained = 2 * overlap.jaccard / (1 + overlap.jaccard)
    guard alignment.alignedCosine >= Self.retelling,
      alignment.cosine >= explained + Self.retellingSurplus, alignment.quarters == 4,
      alignment.names + alignment.alignedCosine >= Self.retellingEvidence,
      OrderedChain.scatter(
        fingerprints[documents[one]].samples, in: fingerprints[documents[other]].samples)
        >= Self.retellingScatter
    else { return nil }
    return alignment.alignedCosine
  }

  private static func note(
    _ one: Int, _ other: Int, _ similarity: Double, in matches: inout [[Match]]
  ) {
    keep(Match(order: other, similarity: similarity), in: &matches[one])
    keep(Match(order: one, similarity: similarity), in: &matches[other])
  }

  /// Keeps a match if it is among the best ones, best first.
  private static func keep(_ match: Match, in best: inout [Match]) {
    func precedes(_ lhs: Match, _ rhs: Match) -> Bool {
      lhs.similarity != rhs.similarity
        ? lhs.similarity > rhs.similarity : lhs.order < rhs.order
    }
    if best.count == matchLimit {
      guard let last = best.last, precedes(match, last) else { return }
      best.removeLast()
    }
    best.insert(match, at: best.firstIndex { precedes(match, $0) } ?? best.count)
  }
}
