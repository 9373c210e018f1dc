/// Finds the lines that a site repeats over its pages.
///
/// A line is boilerplate when pages of its host with at least three different texts have it. Two
/// pages count as one text when their longest line that is not all over the site is the same, so
/// that copies and updates of one article do not turn the article into boilerplate.
struct HostBoilerplate {
  /// For each line of each document in turn: whether the site repeats it.
  private(set) var isRepeated: [Bool]
  /// Where each document's lines start in ``isRepeated``.
  private(set) var starts: [Int]

  private static let textsForBoilerplate = 3
  /// A line on more than one page in this many is all over the site.
  private static let spread = 4

  init(_ fingerprints: [DocumentFingerprint]) {
    var starts: [Int] = []
    var keys: [UInt64] = []
    var places: [UInt32] = []
    var owners: [UInt32] = []
    var hosts: [UInt64] = []
    var lineCount = 0
    for (index, document) in fingerprints.enumerated() {
      starts.append(lineCount)
      let lines = document.lines
      defer { lineCount += lines }
      owners += repeatElement(UInt32(index), count: lines)
      guard document.host != 0 else { continue }
      hosts.append(UInt64(document.host))
      for line in 0..<lines {
        let hash = document.line(line).hash
        guard hash != 0 else { continue }
        keys.append(UInt64(document.host) << 32 | UInt64(hash))
        places.append(UInt32(lineCount + line))
      }
    }
    starts.append(lineCount)
    self.starts = starts
    isRepeated = [Bool](repeating: false, count: lineCount)
    RadixSort.sort(&keys, &places)
    let runs = Self.runs(keys)

    var pages = [UInt32](repeating: 0, count: lineCount)
    for run in runs {
      for place in places[run] { pages[Int(place)] = UInt32(run.count) }
    }
    let texts = Self.texts(fingerprints, starts, pages, hosts.sorted())
    for run in runs where run.count >= Self.textsForBoilerplate {
      var seen: [UInt64] = []
      for place in places[run] where seen.count < Self.textsForBoilerplate {
        let text = texts[Int(owners[Int(place)])]
        if !seen.contains(text) { seen.append(text) }
      }
      guard seen.count >= Self.textsForBoilerplate else { continue }
      for place in places[run] { isRepeated[Int(place)] = true }
    }
  }

  private static func runs(_ keys: [UInt64]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in 1...max(keys.count, 1) where index >= keys.count || keys[index] != keys[start] {
      if start < keys.count { runs.append(start..<index) }
      start = index
    }
    return runs
  }

  /// What stands for each document's text: its longest line that is not all over the site.
  private static func texts(
    _ fingerprints: [DocumentFingerprint], _ starts: [Int], _ pages: [UInt32], _ hosts: [UInt64]
  ) -> [UInt64] {
    fingerprints.enumerated().map { index, document in
      guard document.host != 0 else { return document.exact }
      let host = UInt64(document.host)
      let sitePages = bound(hosts, host + 1) - bound(hosts, host)
      var longest = 0
      var text = document.exact
      for line in 0..<document.lines {
        let (hash, samples) = document.line(line)
        let count = Int(pages[starts[index] + line])
        let isEverywhere = sitePages >= 2 * spread && count * spread > sitePages
        guard samples > longest, !isEverywhere else { continue }
        longest = samples
        text = UInt64(hash)
      }
      return text
    }
  }

  /// The number of elements of sorted `values` below `value`.
  private static func bound(_ values: [UInt64], _ value: UInt64) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
