public import FilonCore

/// Learns classes of words from raw text: spherical k-means over the words next to each word.
///
/// A word is a sparse vector of positive pointwise mutual information with its left and right
/// neighbours among the frequent words (K. Church and P. Hanks, 1990); like vectors share a class
/// (I. Dhillon and D. Modha, 2001). The same texts give the same bytes.
public struct ClusterTrainer {
  /// Words that get a class: the most frequent ones.
  public var vocabulary = 44_000
  /// Number of fine and of coarse classes.
  public var classes = (fine: 512, coarse: 64)
  /// Passes over the words.
  public var passes = 8

  private static let contexts = 1500
  private static let smallestCount: UInt32 = 4
  private var numbers: [UInt64: Int32] = [:]
  private var counts: [UInt32] = []
  private var hashes: [UInt64] = []
  /// The words of all texts by number, a -1 between sentences.
  private var stream: [Int32] = [-1]

  /// A trainer without texts.
  public init() {}

  /// Adds the tokens of a text.
  public mutating func add(text: String, sentences: [Sentence], tokens: [Token]) {
    add(WordSequence(text: text, sentences: sentences, tokens: tokens))
  }

  mutating func add(_ words: WordSequence) {
    for sentence in words.sentenceStarts.indices.dropLast() {
      for index in Int(words.sentenceStarts[sentence])..<Int(words.sentenceStarts[sentence + 1]) {
        let hash = words.form[index] == .number ? 0 : words.exact[index]
        if let number = numbers[hash] {
          counts[Int(number)] += 1
          stream.append(number)
        } else {
          numbers[hash] = Int32(counts.count)
          stream.append(Int32(counts.count))
          counts.append(1)
          hashes.append(hash)
        }
      }
      stream.append(-1)
    }
  }

  /// Learns the classes and returns the bytes of the table.
  public func train() -> [UInt8] {
    let order = counts.indices.sorted { (counts[$0], hashes[$1]) > (counts[$1], hashes[$0]) }
      .prefix(vocabulary).filter { counts[$0] >= Self.smallestCount }
    var rank = [Int32](repeating: -1, count: counts.count)
    for (place, word) in order.enumerated() { rank[word] = Int32(place) }
    let vectors = makeVectors(order, rank)
    let fine = SphericalKMeans(classes: classes.fine, dimensions: 2 * Self.contexts)
      .assign(vectors, passes: passes)
    let coarse = SphericalKMeans(classes: classes.coarse, dimensions: 2 * Self.contexts)
      .assign(vectors, passes: passes)
    var table: [(hash: UInt64, fine: UInt16, coarse: UInt16)] = []
    for (place, word) in order.enumerated() where !vectors[place].isEmpty {
      table.append((hashes[word], UInt16(fine[place]), UInt16(coarse[place])))
    }
    return WordClusters.compile(table)
  }

  /// The vectors of the words, of length one.
  private func makeVectors(_ order: [Int], _ rank: [Int32]) -> [[SphericalKMeans.Entry]] {
    var pairs = [[Int32: UInt32]](repeating: [:], count: order.count)
    var contextCounts = [Float](repeating: 1, count: 2 * Self.contexts)
    var total: Float = 1
    for index in stream.indices.dropFirst().dropLast() where stream[index] >= 0 {
      let word = rank[Int(stream[index])]
      guard word >= 0 else { continue }
      for (neighbour, side) in [(stream[index - 1], 0), (stream[index + 1], 1)] {
        // The border of a sentence counts as the last context.
        let context = neighbour < 0 ? Int32(Self.contexts - 1) : rank[Int(neighbour)]
        guard context >= 0, context < Self.contexts else { continue }
        let dimension = context + Int32(side * Self.contexts)
        pairs[Int(word)][dimension, default: 0] += 1
        contextCounts[Int(dimension)] += 1
        total += 1
      }
    }
    return pairs.map { contexts in
      let wordTotal = contexts.values.reduce(0) { $0 + Float($1) }
      var entries: [SphericalKMeans.Entry] = []
      for (dimension, count) in contexts.sorted(by: { $0.key < $1.key }) {
        let information = NaturalLogarithm.of(
          Float(count) * total / (wordTotal * contextCounts[Int(dimension)]))
        // Rare pairs are trusted less.
        let value = information * Float(count) / (Float(count) + 1)
        if value > 0 { entries.append((dimension, value)) }
      }
      let length = entries.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
      return length > 0 ? entries.map { ($0.dimension, $0.value / length) } : []
    }
  }
}
