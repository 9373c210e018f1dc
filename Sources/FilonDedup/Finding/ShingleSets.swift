/// The sampled shingles of each document without its site's boilerplate, sorted.
struct ShingleSets {
  private var values: [UInt32] = []
  private var starts: [Int] = [0]
  private var bars: [UInt32] = []

  /// A page that has fewer shingles than this left is compared with all that it has.
  private static let least = 4

  init(_ fingerprints: [DocumentFingerprint]) {
    let boilerplate = HostBoilerplate(fingerprints)
    for (index, document) in fingerprints.enumerated() {
      let first = boilerplate.starts[index]
      var kept: [UInt32] = []
      kept.reserveCapacity(document.samples.count)
      var place = 0
      for line in 0..<document.lines {
        let count = document.line(line).samples
        if !boilerplate.isRepeated[first + line] {
          kept += document.samples[place..<place + count]
        }
        place += count
      }
      if kept.count < Self.least { kept = Array(document.samples) }
      kept.sort()
      var last: UInt32?
      for value in kept where value != last {
        values.append(value)
        last = value
      }
      starts.append(values.count)
      bars.append(document.bar)
    }
  }

  func range(_ document: Int) -> Range<Int> { starts[document]..<starts[document + 1] }
  func value(_ place: Int) -> UInt32 { values[place] }
  func bar(_ document: Int) -> UInt32 { bars[document] }

  /// How much two documents have in common, over the hashes that both would have kept.
  func overlap(_ one: Int, _ other: Int) -> ShingleOverlap {
    let bar = min(bars[one], bars[other])
    var (first, second) = (starts[one], starts[other])
    let (firstEnd, secondEnd) = (starts[one + 1], starts[other + 1])
    var (common, onlyFirst, onlySecond) = (0, 0, 0)
    while true {
      let a = first < firstEnd ? values[first] : .max
      let b = second < secondEnd ? values[second] : .max
      let least = min(a, b)
      guard least <= bar, first < firstEnd || second < secondEnd else { break }
      let inFirst = first < firstEnd && a == least
      let inSecond = second < secondEnd && b == least
      if inFirst { first += 1 }
      if inSecond { second += 1 }
      if inFirst && inSecond {
        common += 1
      } else if inFirst {
        onlyFirst += 1
      } else {
        onlySecond += 1
      }
    }
    return ShingleOverlap(
      common: common, onlyFirst: onlyFirst, onlySecond: onlySecond, isSampled: bar != .max)
  }
}

/// Shared and separate shingles of two documents.
struct ShingleOverlap {
  var common: Int
  var onlyFirst: Int
  var onlySecond: Int
  /// Whether the counts are of a sample of the shingles.
  var isSampled: Bool

  /// The Jaccard similarity.
  var jaccard: Double {
    let union = common + onlyFirst + onlySecond
    return union == 0 ? 0 : Double(common) / Double(union)
  }

  /// The Jaccard similarity less one standard error of what sampling may have added.
  var assuredJaccard: Double {
    guard isSampled else { return jaccard }
    let union = Double(max(common + onlyFirst + onlySecond, 1))
    return jaccard - (jaccard * (1 - jaccard) / union).squareRoot()
  }

  /// The share of the smaller document that the other has.
  var containment: Double {
    let smaller = common + min(onlyFirst, onlySecond)
    return smaller == 0 ? 0 : Double(common) / Double(smaller)
  }
}
