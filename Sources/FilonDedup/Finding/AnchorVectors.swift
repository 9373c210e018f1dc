/// The anchors of documents as sparse vectors weighted by inverse document frequency.
struct AnchorVectors {
  /// The distinct anchors of each document, ascending, as indexes into `frequencies`.
  private var anchors: [UInt32] = []
  private var starts: [Int] = [0]
  private(set) var frequencies: [UInt32] = []
  /// The square of each anchor's weight.
  private(set) var squares: [Double] = []
  private(set) var norms: [Double] = []

  /// Documents that every corpus is taken to have besides: in a corpus of two, what both share is
  /// not common.
  private static let background = 20.0

  init(_ fingerprints: [DocumentFingerprint], _ documents: [Int]) {
    var hashes: [UInt64] = []
    var owners: [UInt32] = []
    for (order, document) in documents.enumerated() {
      let own = fingerprints[document].anchors
      starts.append(starts[order] + own.count)
      for anchor in own {
        hashes.append(UInt64(anchor))
        owners.append(UInt32(order))
      }
    }
    RadixSort.sort(&hashes, &owners)
    anchors = [UInt32](repeating: 0, count: hashes.count)
    norms = [Double](repeating: 0, count: documents.count)
    var filled = starts
    var start = 0
    while start < hashes.count {
      var end = start + 1
      while end < hashes.count, hashes[end] == hashes[start] { end += 1 }
      let weight = Self.logarithm(
        (Double(documents.count) + Self.background) / Double(end - start))
      for place in start..<end {
        let owner = Int(owners[place])
        anchors[filled[owner]] = UInt32(frequencies.count)
        filled[owner] += 1
        norms[owner] += weight * weight
      }
      frequencies.append(UInt32(end - start))
      squares.append(weight * weight)
      start = end
    }
    for order in documents.indices { norms[order].formSquareRoot() }
  }

  func range(_ order: Int) -> Range<Int> { starts[order]..<starts[order + 1] }
  func anchor(_ place: Int) -> Int { Int(anchors[place]) }

  /// The cosine of two documents' vectors.
  func cosine(_ one: Int, _ other: Int) -> Double {
    var (first, second) = (starts[one], starts[other])
    let (firstEnd, secondEnd) = (starts[one + 1], starts[other + 1])
    var sum = 0.0
    while first < firstEnd, second < secondEnd {
      let (a, b) = (anchors[first], anchors[second])
      if a == b { sum += squares[Int(a)] }
      if a <= b { first += 1 }
      if b <= a { second += 1 }
    }
    let norm = norms[one] * norms[other]
    return norm > 0 ? sum / norm : 0
  }

  /// The binary logarithm to a few digits, the same on every machine.
  private static func logarithm(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    let fraction = value.significand - 1
    return Double(value.exponent) + fraction * (1.3465 - 0.3465 * fraction)
  }
}
