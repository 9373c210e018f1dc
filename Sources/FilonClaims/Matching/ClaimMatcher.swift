/// Compares claims by their signatures: cosine of features weighted by rarity, less what numbers,
/// names and polarity contradict.
public struct ClaimMatcher: Sendable {
  let signatures: [ClaimSignature]
  private let vectors: [[(hash: UInt64, weight: Float)]]
  /// For each feature, the claims that have it with their weights.
  private let postings: [UInt64: [(claim: Int32, weight: Float)]]

  /// Builds the inverted index of a set of claims.
  public init(_ signatures: [ClaimSignature]) {
    self.signatures = signatures
    var frequency: [UInt64: Int] = [:]
    for signature in signatures {
      for feature in signature.features { frequency[feature.hash, default: 0] += 1 }
    }
    let count = Float(max(2, signatures.count))
    var postings: [UInt64: [(claim: Int32, weight: Float)]] = [:]
    var vectors: [[(hash: UInt64, weight: Float)]] = []
    for (index, signature) in signatures.enumerated() {
      var vector = signature.features.map { feature in
        let rarity = count / Float(frequency[feature.hash] ?? 1)
        return (
          hash: feature.hash,
          weight: Self.dampened(feature.weight) * Self.logarithm(1 + rarity)
        )
      }
      let norm = vector.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
      for position in vector.indices { vector[position].weight /= max(norm, 1e-6) }
      for feature in vector {
        postings[feature.hash, default: []].append((Int32(index), feature.weight))
      }
      vectors.append(vector)
    }
    self.vectors = vectors
    self.postings = postings
  }

  /// Many occurrences count less than their number.
  private static func dampened(_ weight: Float) -> Float {
    weight <= 1 ? weight : weight.squareRoot()
  }

  /// The binary logarithm, from the exponent bits and a quadratic fit (error below 0.01).
  static func logarithm(_ value: Float) -> Float {
    let exponent = Float(value.exponent)
    let rest = value.significand - 1
    return exponent + rest * (1.34 - 0.34 * rest)
  }

  /// The claims most like claim number `index`, best first, with scores; `limit` of them at most.
  ///
  /// - Parameters:
  ///   - index: A claim's place in the list the matcher was made of.
  ///   - otherLanguage: Only claims in other languages.
  ///   - limit: How many to return.
  public func ranked(
    for index: Int, otherLanguage: Bool = false, limit: Int = 50
  ) -> [(claim: Int, score: Double)] {
    var scores: [Int32: Float] = [:]
    for feature in vectors[index] {
      guard let posting = postings[feature.hash], posting.count <= max(4_000, signatures.count)
      else { continue }
      for entry in posting { scores[entry.claim, default: 0] += feature.weight * entry.weight }
    }
    scores[Int32(index)] = nil
    let own = signatures[index]
    return scores.compactMap { claim, score -> (claim: Int, score: Double)? in
      let other = signatures[Int(claim)]
      if otherLanguage, other.language == own.language { return nil }
      return (Int(claim), Double(score) * Self.agreement(own, other))
    }
    .sorted { ($1.score, $0.claim) < ($0.score, $1.claim) }
    .prefix(limit).map { $0 }
  }

  /// The cosine of two claims.
  func cosine(_ first: Int, _ second: Int) -> Float {
    var (i, j) = (0, 0)
    var sum: Float = 0
    let (a, b) = (vectors[first], vectors[second])
    while i < a.count, j < b.count {
      if a[i].hash == b[j].hash {
        sum += a[i].weight * b[j].weight
        i += 1
        j += 1
      } else if a[i].hash < b[j].hash {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  /// A factor below 1 for each disagreement of numbers, polarity or entities.
  static func agreement(_ first: ClaimSignature, _ second: ClaimSignature) -> Double {
    var factor = 1.0
    let numbers = difference(first.numbers, second.numbers)
    factor *= 1 - 0.12 * Double(min(numbers, 3))
    if first.polarity != second.polarity { factor *= 0.85 }
    return factor
  }

  /// The number of elements that only one of two sorted lists has.
  static func difference(_ first: [UInt64], _ second: [UInt64]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < first.count || j < second.count {
      if j >= second.count || i < first.count && first[i] < second[j] {
        i += 1
        count += 1
      } else if i >= first.count || second[j] < first[i] {
        j += 1
        count += 1
      } else {
        i += 1
        j += 1
      }
    }
    return count
  }

  /// The features of a claim, rarest first.
  func rarest(_ index: Int, _ count: Int) -> [UInt64] {
    vectors[index].sorted { ($1.weight, $0.hash) < ($0.weight, $1.hash) }.prefix(count).map(\.hash)
  }

  /// The claims that have a feature, by number.
  func claims(with feature: UInt64) -> [Int] { (postings[feature] ?? []).map { Int($0.claim) } }
}
