/// Finds texts that tell the same in other words by the rare names, numbers and cognates that
/// they share: translations, and two translations of one text.
///
/// A translation is the best match both ways. Two texts of one language must also have phrases in
/// common, since articles on one event share its names.
struct AnchorMatcher {
  private struct Candidate {
    var order: Int
    var cosine: Double
  }

  private let vectors: AnchorVectors
  private let languages: [UInt32]
  private let hosts: [UInt32]
  private let documents: [Int]
  private let sets: ShingleSets

  /// Cosine from which mutual best matches in two languages are translations.
  private static let translation = 0.17
  /// How much better than any other a match must be, unless its cosine is far above the bar.
  private static let lead = 1.25
  private static let certain = 0.4
  /// How far the cosine of texts of one language must lie above what a shared passage explains.
  private static let retelling = 0.22
  private static let retellingCosine = 0.44
  /// Shared phrases (Jaccard) without which texts of one language are two stories.
  private static let retellingPhrases = 0.068
  /// Share of the shorter text in the other from which it was copied, not retold.
  private static let copied = 0.5
  /// An anchor that more documents have finds no candidates.
  private static let frequencyLimit: UInt32 = 1024
  /// Postings that are looked at for one document.
  private static let workLimit = 3072
  private static let candidateLimit = 8
  private static let leastCommon = 2

  init(_ fingerprints: [DocumentFingerprint], _ documents: [Int], _ sets: ShingleSets) {
    vectors = AnchorVectors(fingerprints, documents)
    languages = documents.map { fingerprints[$0].language }
    hosts = documents.map { fingerprints[$0].host }
    self.documents = documents
    self.sets = sets
  }

  /// Joins the groups of `forest` that tell the same; each is represented by its root.
  func join(in forest: inout ClusterForest) {
    let roots = documents.indices.filter { forest.root($0) == $0 && languages[$0] != 0 }
    let (foreign, native) = matches(roots)
    var groups = documents.indices.map { forest.root($0) }
    for (one, other) in pairs(roots, native, groups) where isRetelling(one, other) {
      forest.unite(one, other.order)
    }
    // Groups as they are now: what translates one version translates the others.
    groups = documents.indices.map { forest.root($0) }
    for (one, other) in pairs(roots, foreign, groups) where other.cosine >= Self.translation {
      forest.unite(one, other.order)
    }
  }

  /// The pairs of documents each of which is the other's leading match.
  private func pairs(
    _ roots: [Int], _ matches: [[Candidate]], _ groups: [Int]
  ) -> [(Int, Candidate)] {
    roots.compactMap { order in
      guard let match = Self.leader(matches[order], groups), match.order > order,
        let back = Self.leader(matches[match.order], groups),
        groups[back.order] == groups[order]
      else { return nil }
      return (order, match)
    }
  }

  /// For each root its best matches in other languages, and in its own.
  private func matches(_ roots: [Int]) -> (foreign: [[Candidate]], native: [[Candidate]]) {
    let lists = postings(roots)
    var foreign = [[Candidate]](repeating: [], count: documents.count)
    var native = foreign
    var scores = [Double](repeating: 0, count: documents.count)
    var commons = [UInt16](repeating: 0, count: documents.count)
    var touched: [UInt32] = []
    for order in roots {
      for anchor in rarest(order) {
        let square = vectors.squares[anchor]
        for posting in lists.starts[anchor]..<lists.starts[anchor + 1] {
          let other = lists.orders[posting]
          if commons[Int(other)] == 0 { touched.append(other) }
          commons[Int(other)] &+= 1
          scores[Int(other)] += square
        }
      }
      var abroad: [Candidate] = []
      var home: [Candidate] = []
      for other in touched {
        let index = Int(other)
        if index != order, Int(commons[index]) >= Self.leastCommon {
          let score = scores[index] / max(vectors.norms[index], 1)
          let candidate = Candidate(order: index, cosine: score)
          if languages[index] != languages[order] {
            Self.keep(candidate, in: &abroad)
          } else {
            Self.keep(candidate, in: &home)
          }
        }
        commons[index] = 0
        scores[index] = 0
      }
      touched.removeAll(keepingCapacity: true)
      foreign[order] = verified(abroad, order)
      native[order] = verified(home, order)
    }
    return (foreign, native)
  }

  /// The document's anchors from the rarest on, as far as the work that they cause is bounded.
  private func rarest(_ order: Int) -> [Int] {
    let anchors = vectors.range(order).map { vectors.anchor($0) }.sorted {
      let (a, b) = (vectors.frequencies[$0], vectors.frequencies[$1])
      return a != b ? a < b : $0 < $1
    }
    var work = 0
    return Array(
      anchors.prefix { anchor in
        work += Int(vectors.frequencies[anchor])
        return work <= Self.workLimit
      })
  }

  /// The cosine of two documents given by their places in the canonical order.
  func similarity(_ one: Int, _ other: Int) -> Double { vectors.cosine(one, other) }

  /// The first of the candidates when it stands out from those of other groups.
  private static func leader(_ matches: [Candidate], _ groups: [Int]) -> Candidate? {
    guard let first = matches.first else { return nil }
    let rival = matches.first { groups[$0.order] != groups[first.order] }
    guard let rival, first.cosine < certain else { return first }
    return first.cosine >= lead * rival.cosine ? first : nil
  }

  /// Whether a text of the same language tells the same story in other words.
  ///
  /// A passage that both quote gives phrases and anchors in the same proportion; a retelling keeps
  /// the anchors and loses the phrases. Pages of one site share its furniture, so they are not
  /// looked at.
  private func isRetelling(_ order: Int, _ match: Candidate) -> Bool {
    let (host, otherHost) = (hosts[order], hosts[match.order])
    guard match.cosine >= Self.retellingCosine, host == 0 || host != otherHost else {
      return false
    }
    let overlap = sets.overlap(documents[order], documents[match.order])
    guard overlap.containment < Self.copied else { return false }
    let phrases = overlap.jaccard
    let explained = 2 * phrases / (1 + phrases)
    return phrases >= Self.retellingPhrases && match.cosine >= explained + Self.retelling
  }

  /// Keeps a candidate if it is among the most promising ones, best first.
  @inline(__always)
  private static func keep(_ candidate: Candidate, in best: inout [Candidate]) {
    if best.count == candidateLimit {
      guard let last = best.last, precedes(candidate, last) else { return }
      best.removeLast()
    }
    best.insert(candidate, at: best.firstIndex { precedes(candidate, $0) } ?? best.count)
  }

  /// Candidates with their true cosines, best first.
  private func verified(_ candidates: [Candidate], _ order: Int) -> [Candidate] {
    candidates.map { Candidate(order: $0.order, cosine: vectors.cosine(order, $0.order)) }
      .sorted(by: Self.precedes)
  }

  private static func precedes(_ lhs: Candidate, _ rhs: Candidate) -> Bool {
    lhs.cosine != rhs.cosine ? lhs.cosine > rhs.cosine : lhs.order < rhs.order
  }

  /// For each rare anchor, the groups that have it.
  private func postings(_ roots: [Int]) -> (starts: [Int], orders: [UInt32]) {
    var starts = [Int](repeating: 0, count: vectors.frequencies.count + 1)
    func forEachRare(_ body: (Int, Int) -> Void) {
      for order in roots {
        for place in vectors.range(order) {
          let anchor = vectors.anchor(place)
          let frequency = vectors.frequencies[anchor]
          if frequency > 1, frequency <= Self.frequencyLimit { body(anchor, order) }
        }
      }
    }
    forEachRare { anchor, _ in starts[anchor + 1] += 1 }
    for anchor in 1..<max(starts.count, 1) { starts[anchor] += starts[anchor - 1] }
    var orders = [UInt32](repeating: 0, count: starts.last ?? 0)
    var filled = starts
    forEachRare { anchor, order in
      orders[filled[anchor]] = UInt32(order)
      filled[anchor] += 1
    }
    return (starts, orders)
  }
}
