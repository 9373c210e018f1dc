/// What two sequences have in common in the same order.
enum OrderedChain {
  /// How many elements both have, and how many of those are in one chain that runs through both in
  /// order (longest increasing subsequence, Schensted 1961).
  static func lengths(
    _ one: ArraySlice<UInt32>, _ other: ArraySlice<UInt32>
  ) -> (common: Int, chained: Int) {
    var places: [UInt64] = []
    places.reserveCapacity(other.count)
    for (place, value) in other.enumerated() {
      places.append(UInt64(value) << 32 | UInt64(place))
    }
    places.sort()
    var common = 0
    // The lowest place at which a chain of each length ends.
    var ends: [UInt64] = []
    for value in one {
      let found = bound(places, UInt64(value) << 32)
      guard found < places.count, places[found] >> 32 == UInt64(value) else { continue }
      common += 1
      let place = places[found] & 0xFFFF_FFFF
      let length = bound(ends, place)
      if length == ends.count { ends.append(place) } else { ends[length] = place }
    }
    return (common, ends.count)
  }

  /// Whether the elements that `other` has too are scattered over `one` (0) or stand together (ever
  /// lower), in standard deviations: the runs test of Wald and Wolfowitz (1940).
  static func scatter(_ one: ArraySlice<UInt32>, in other: ArraySlice<UInt32>) -> Double {
    let known = other.sorted()
    var isLast: Bool?
    var (common, separate, runs) = (0.0, 0.0, 0.0)
    // A quarter by hash: shingles that overlap say the same twice.
    for value in one where value <= .max / 4 {
      let place = bound(known, value)
      let isCommon = place < known.count && known[place] == value
      if isCommon { common += 1 } else { separate += 1 }
      if isCommon != isLast { runs += 1 }
      isLast = isCommon
    }
    let mean = 1 + 2 * common * separate / max(common + separate, 1)
    let variance = (mean - 1) * (mean - 2) / max(common + separate - 1, 1)
    return variance > 0 ? (runs - mean) / variance.squareRoot() : 0
  }

  /// The number of elements of sorted `values` below `value`.
  private static func bound<Value: Comparable>(_ values: [Value], _ value: Value) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
