/// How well the anchors of two documents match, in their order.
struct AnchorAlignment {
  /// Anchors that both have.
  private(set) var common = 0
  /// Anchors of the best chain that runs through both in order.
  private(set) var chained = 0
  /// Cosine of the documents' weighted anchors.
  private(set) var cosine = 0.0
  /// The part of the cosine that comes from the chain.
  private(set) var alignedCosine = 0.0
  /// In how many quarters of each document the chain has an anchor, at least.
  private(set) var quarters = 0

  /// The share of the names and numbers that the other document has too, in the document where it is
  /// lower.
  private(set) var names = 0.0

  init(_ one: ArraySlice<UInt32>, _ other: ArraySlice<UInt32>, _ weights: AnchorWeights) {
    var places = [UInt64](repeating: 0, count: 0)
    places.reserveCapacity(other.count)
    for (place, anchor) in other.enumerated() {
      places.append(UInt64(anchor | 1) << 32 | UInt64(place))
    }
    places.sort()
    var matches: [(first: Int, second: Int, weight: Double)] = []
    for (place, anchor) in one.enumerated() {
      if let found = Self.place(anchor, places) {
        matches.append((place, found, weights.square(anchor)))
      }
    }
    common = matches.count
    let named = matches.count { one[one.startIndex + $0.first] & 1 == 1 }
    let most = max(one.count { $0 & 1 == 1 }, other.count { $0 & 1 == 1 })
    names = most == 0 ? 0 : Double(named) / Double(most)
    let norm = weights.norm(one) * weights.norm(other)
    guard norm > 0, !matches.isEmpty else { return }
    cosine = matches.reduce(0) { $0 + $1.weight } / norm
    var best = [Double](repeating: 0, count: matches.count)
    var before = [Int](repeating: -1, count: matches.count)
    var last = 0
    for index in matches.indices {
      best[index] = matches[index].weight
      for earlier in 0..<index where matches[earlier].second < matches[index].second {
        let sum = best[earlier] + matches[index].weight
        if sum > best[index] {
          best[index] = sum
          before[index] = earlier
        }
      }
      if best[index] > best[last] { last = index }
    }
    alignedCosine = best[last] / norm
    var quarters: (first: UInt8, second: UInt8) = (0, 0)
    var link = last
    while link >= 0 {
      quarters.first |= 1 << UInt8(matches[link].first * 4 / one.count)
      quarters.second |= 1 << UInt8(matches[link].second * 4 / other.count)
      link = before[link]
      chained += 1
    }
    self.quarters = min(quarters.first.nonzeroBitCount, quarters.second.nonzeroBitCount)
  }

  /// The share of the names and numbers that both documents have, in the one that has more of them;
  /// nil when they are too few to tell.
  static func sharedNames(_ one: ArraySlice<UInt32>, _ other: ArraySlice<UInt32>) -> Double? {
    let names = one.filter { $0 & 1 == 1 }.sorted()
    let others = other.filter { $0 & 1 == 1 }.sorted()
    guard min(names.count, others.count) >= leastNames else { return nil }
    var (first, second, common) = (0, 0, 0)
    while first < names.count, second < others.count {
      let (a, b) = (names[first], others[second])
      if a == b { common += 1 }
      if a <= b { first += 1 }
      if b <= a { second += 1 }
    }
    return Double(common) / Double(max(names.count, others.count))
  }

  private static let leastNames = 5

  private static func place(_ anchor: UInt32, _ places: [UInt64]) -> Int? {
    var (low, high) = (0, places.count)
    let value = UInt64(anchor | 1) << 32
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < value { low = middle + 1 } else { high = middle }
    }
    guard low < places.count, places[low] >> 32 == UInt64(anchor | 1) else { return nil }
    return Int(places[low] & 0xFFFF_FFFF)
  }
}
