/// Finds texts that say the same in two languages by the rare names, numbers and cognates that
/// they share.
///
/// Two texts are translations of each other when each is the other's best match and the cosine of
/// their anchors, weighted by inverse document frequency, is high.
struct TranslationMatcher {
  private let fingerprints: [DocumentFingerprint]
  private let documents: [Int]
  /// The anchors of each document: indexes of distinct anchors.
  private var anchors: [[UInt32]] = []
  private var frequencies: [UInt32] = []
  private var weights: [Double] = []

  private static let cosine = 0.35
  private static let frequencyLimit = 64
  private static let leastCommon = 4

  init(_ fingerprints: [DocumentFingerprint], _ documents: [Int]) {
    self.fingerprints = fingerprints
    self.documents = documents
    var hashes: [UInt64] = []
    var owners: [UInt32] = []
    for (order, document) in documents.enumerated() {
      for anchor in fingerprints[document].anchors {
        hashes.append(UInt64(anchor))
        owners.append(UInt32(order))
      }
    }
    RadixSort.sort(&hashes, &owners)
    anchors = [[UInt32]](repeating: [], count: documents.count)
    var start = 0
    while start < hashes.count {
      var end = start + 1
      while end < hashes.count, hashes[end] == hashes[start] { end += 1 }
      for place in start..<end {
        anchors[Int(owners[place])].append(UInt32(frequencies.count))
      }
      frequencies.append(UInt32(end - start))
      let rarity = (Double(documents.count) + 1) / Double(end - start)
      weights.append(Self.logarithm(rarity))
      start = end
    }
  }

  /// Joins translations.
  mutating func join(in forest: inout ClusterForest) {
    var lists = [[UInt32]](repeating: [], count: frequencies.count)
    for order in documents.indices {
      for anchor in anchors[order] where frequencies[Int(anchor)] <= Self.frequencyLimit {
        lists[Int(anchor)].append(UInt32(order))
      }
    }
    var scores = [Double](repeating: 0, count: documents.count)
    var commons = [UInt16](repeating: 0, count: documents.count)
    var touched: [UInt32] = []
    var best = [(order: Int, cosine: Double)](repeating: (-1, 0), count: documents.count)
    let norms = documents.indices.map { norm($0) }
    for order in documents.indices {
      let language = fingerprints[documents[order]].language
      guard language != 0 else { continue }
      for anchor in anchors[order] where frequencies[Int(anchor)] <= Self.frequencyLimit {
        let square = weights[Int(anchor)] * weights[Int(anchor)]
        for other in lists[Int(anchor)] {
          if commons[Int(other)] == 0 { touched.append(other) }
          commons[Int(other)] &+= 1
          scores[Int(other)] += square
        }
      }
      for other in touched.sorted() {
        let index = Int(other)
        let common = Int(commons[index])
        let score = scores[index] / max(norms[order] * norms[index], 1e-9)
        commons[index] = 0
        scores[index] = 0
        let otherLanguage = fingerprints[documents[index]].language
        guard common >= Self.leastCommon, otherLanguage != 0, otherLanguage != language else {
          continue
        }
        if score > best[order].cosine { best[order] = (index, score) }
      }
      touched.removeAll(keepingCapacity: true)
    }
    for order in documents.indices {
      let (other, cosine) = best[order]
      guard other > order, cosine >= Self.cosine, best[other].order == order else { continue }
      forest.unite(order, other)
    }
  }

  /// The cosine of two documents' anchors.
  func similarity(_ one: Int, _ other: Int) -> Double {
    var shared = 0
    let wanted = Set(fingerprints[one].anchors)
    for anchor in fingerprints[other].anchors where wanted.contains(anchor) { shared += 1 }
    let counts = Double(wanted.count * fingerprints[other].anchors.count)
    return counts == 0 ? 0 : Double(shared) / counts.squareRoot()
  }

  private func norm(_ order: Int) -> Double {
    var sum = 0.0
    for anchor in anchors[order] where frequencies[Int(anchor)] <= Self.frequencyLimit {
      sum += weights[Int(anchor)] * weights[Int(anchor)]
    }
    return sum.squareRoot()
  }

  /// The binary logarithm, to a few digits and the same on every machine.
  private static func logarithm(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    let exponent = Double(value.exponent)
    let fraction = value.significand - 1
    return exponent + fraction * (1.3465 - 0.3465 * fraction)
  }
}
