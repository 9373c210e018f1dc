/// The sampled shingles of each document without its site's boilerplate, sorted.
struct ShingleSets {
  private var values: [UInt32] = []
  private var starts: [Int] = [0]
  private var bars: [UInt32] = []

  /// A page that has fewer shingles than this left is compared with all that it has.
  private static let least = 4

  init(_ fingerprints: [DocumentFingerprint]) {
    let boilerplate = HostBoilerplate(fingerprints)
    values.reserveCapacity(fingerprints.reduce(0) { $0 + $1.samples.count })
    starts.reserveCapacity(fingerprints.count + 1)
    bars.reserveCapacity(fingerprints.count)
    var kept: [UInt32] = []
    for (index, document) in fingerprints.enumerated() {
      let first = boilerplate.starts[index]
      kept.removeAll(keepingCapacity: true)
      var place = 0
      for line in 0..<document.lines {
        let count = document.line(line).samples
        if !boilerplate.isRepeated[first + line] {
          kept += document.samples[place..<place + count]
        }
        place += count
      }
      if kept.count < Self.least { kept = Array(document.samples) }
      UniformSort.sort(&kept, upTo: document.bar)
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
    let (firstEnd, secondEnd) = (end(one, bar), end(other, bar))
    let (firstCount, secondCount) = (firstEnd - first, secondEnd - second)
    var common = 0
    let values = values.span
    while first < firstEnd, second < secondEnd {
      let (a, b) = (values[first], values[second])
      common += a == b ? 1 : 0
      first += a <= b ? 1 : 0
      second += b <= a ? 1 : 0
    }
    return ShingleOverlap(
      common: common, onlyFirst: firstCount - common, onlySecond: secondCount - common,
      isOfShortTexts: bar > .max / 2)
  }

  /// Where the document's values above `bar` begin.
  private func end(_ document: Int, _ bar: UInt32) -> Int {
    guard bars[document] > bar else { return starts[document + 1] }
    var (low, high) = (starts[document], starts[document + 1])
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= bar { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
