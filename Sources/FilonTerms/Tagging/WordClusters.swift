/// Groups words by the company they keep: k-means over the square roots of the relative frequencies
/// of their neighbours (Hellinger distance; Lebret and Collobert 2014), after a random projection.
struct WordClusters {
  /// Number of clusters; 0 stands for none.
  static let count = 255
  /// Length of a word's vector.
  static let dimensions = 128
  private static let contexts = 600
  private static let rounds = 12

  /// The clustered words, most frequent first, and their clusters, from 1.
  private(set) var words: [String] = []
  private(set) var clusters: [UInt8] = []
  /// The vectors that were clustered, one after the other.
  private(set) var vectors: [Float] = []

  /// Clusters the most frequent words of running text.
  ///
  /// - Parameters:
  ///   - stream: Numbers of words in the order of the text, -1 between sentences.
  ///   - vocabulary: The words, by number.
  ///   - limit: How many words to cluster.
  init(stream: [Int32], vocabulary: [String], limit: Int) {
    var frequency = [Int](repeating: 0, count: vocabulary.count)
    for word in stream where word >= 0 { frequency[Int(word)] += 1 }
    let order = vocabulary.indices.filter { frequency[$0] >= 5 }.sorted {
      frequency[$0] != frequency[$1]
        ? frequency[$0] > frequency[$1] : vocabulary[$0] < vocabulary[$1]
    }
    let kept = Array(order.prefix(limit))
    guard kept.count > Self.count * 2 else { return }
    var rank = [Int32](repeating: -1, count: vocabulary.count)
    for (position, word) in kept.enumerated() { rank[word] = Int32(position) }
    vectors = Self.vectors(stream, rank, kept.count)
    words = kept.map { vocabulary[$0] }
    clusters = Self.kMeans(vectors, kept.count)
  }

  /// Projected neighbour distributions, row by row.
  private static func vectors(_ stream: [Int32], _ rank: [Int32], _ count: Int) -> [Float] {
    let width = contexts * 2 + 2
    var counts = [Float](repeating: 0, count: count * width)
    for index in stream.indices where stream[index] >= 0 {
      let row = Int(rank[Int(stream[index])])
      guard row >= 0 else { continue }
      func context(_ neighbour: Int) -> Int {
        guard neighbour >= 0, neighbour < stream.count, stream[neighbour] >= 0 else {
          return contexts
        }
        let rank = Int(rank[Int(stream[neighbour])])
        return rank >= 0 && rank < contexts ? rank : -1
      }
      let (left, right) = (context(index - 1), context(index + 1))
      if left >= 0 { counts[row * width + left] += 1 }
      if right >= 0 { counts[row * width + contexts + 1 + right] += 1 }
    }
    var generator = SplitMix64(seed: 7)
    let signs = (0..<width * dimensions).map { _ -> Float in generator.next() & 1 == 0 ? 1 : -1 }
    var result = [Float](repeating: 0, count: count * dimensions)
    for row in 0..<count {
      var total: Float = 0
      for column in 0..<width { total += counts[row * width + column] }
      guard total > 0 else { continue }
      for column in 0..<width where counts[row * width + column] > 0 {
        let weight = (counts[row * width + column] / total).squareRoot()
        for dimension in 0..<dimensions {
          result[row * dimensions + dimension] += weight * signs[column * dimensions + dimension]
        }
      }
    }
    return result
  }

  /// Lloyd's algorithm, started from the most frequent words.
  private static func kMeans(_ vectors: [Float], _ rows: Int) -> [UInt8] {
    var centres = Array(vectors.prefix(count * dimensions))
    var assignment = [UInt8](repeating: 0, count: rows)
    for _ in 0..<rounds {
      var norms = [Float](repeating: 0, count: count)
      for centre in 0..<count {
        for dimension in 0..<dimensions {
          let value = centres[centre * dimensions + dimension]
          norms[centre] += value * value / 2
        }
      }
      for row in 0..<rows {
        var best = 0
        var bestScore = -Float.infinity
        for centre in 0..<count {
          var lanes = SIMD8<Float>()
          var dimension = 0
          while dimension < dimensions {
            for lane in 0..<8 {
              lanes[lane] +=
                vectors[row * dimensions + dimension + lane]
                * centres[centre * dimensions + dimension + lane]
            }
            dimension += 8
          }
          let score = lanes.sum() - norms[centre]
          if score > bestScore { (best, bestScore) = (centre, score) }
        }
        assignment[row] = UInt8(best)
      }
      var sums = [Float](repeating: 0, count: count * dimensions)
      var sizes = [Float](repeating: 0, count: count)
      for row in 0..<rows {
        let centre = Int(assignment[row])
        sizes[centre] += 1
        for dimension in 0..<dimensions {
          sums[centre * dimensions + dimension] += vectors[row * dimensions + dimension]
        }
      }
      for centre in 0..<count where sizes[centre] > 0 {
        for dimension in 0..<dimensions {
          centres[centre * dimensions + dimension] =
            sums[centre * dimensions + dimension] / sizes[centre]
        }
      }
    }
    return assignment.map { $0 + 1 }
  }
}
