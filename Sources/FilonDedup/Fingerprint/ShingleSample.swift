/// The share of a text's shingles that is kept, line by line.
struct ShingleSample {
  private(set) var hashes: [UInt32] = []
  /// For each line 24 bits of its hash, then 8 bits of the number of its samples.
  private(set) var lines: [UInt32] = []
  private(set) var bar = UInt32.max

  init(_ collector: ShingleCollector) {
    let shingles = collector.shingles
    let wanted = Self.wanted(shingles.count)
    bar = Self.bar(wanted, of: shingles.count)
    hashes.reserveCapacity(wanted + wanted / 4 + 16)
    lines.reserveCapacity(collector.lines.count + 1)
    keep(shingles, of: collector)
    // Text that repeats itself: a share of all occurrences is not a share of the different ones.
    guard hashes.count > wanted * 3 + 64 || hashes.count * 3 + 64 < wanted else { return }
    hashes.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    keepDistinct(shingles)
  }

  private mutating func keep(_ shingles: [UInt32], of collector: ShingleCollector) {
    var start = 0
    func end(_ line: Int) -> Int {
      line < collector.lines.count ? collector.lines[line].end : shingles.count
    }
    for line in 0...collector.lines.count {
      let first = hashes.count
      for place in start..<end(line) where shingles[place] <= bar { hashes.append(shingles[place]) }
      start = end(line)
      // 0 stands for what lies beyond the last line recorded.
      note(hashes.count - first, line < collector.lines.count ? collector.lines[line].hash : 0)
    }
  }

  private mutating func note(_ samples: Int, _ hash: UInt32) {
    guard samples > 0 else { return }
    var count = UInt32(samples)
    // A longer line takes more records, and is no boilerplate.
    while count > 0xFF {
      lines.append(0xFF)
      count -= 0xFF
    }
    lines.append((samples > 0xFF ? 0 : hash & 0xFFFF_FF00) | count)
  }

  /// Keeps a share of the different shingles, as one line.
  private mutating func keepDistinct(_ shingles: [UInt32]) {
    var different: [UInt32] = []
    for shingle in shingles.sorted() where shingle != different.last { different.append(shingle) }
    bar = Self.bar(Self.wanted(different.count), of: different.count)
    for shingle in different where shingle <= bar { hashes.append(shingle) }
    note(hashes.count, 0)
  }

  /// How many shingles of `count` to keep: all of a short text, ever fewer of a longer one.
  private static func wanted(_ count: Int) -> Int {
    let whole = FingerprintMaker.wholeSamples
    return count <= whole
      ? count : min(whole + (count - whole) / 16, FingerprintMaker.sampleLimit)
  }

  private static func bar(_ wanted: Int, of count: Int) -> UInt32 {
    guard count > wanted else { return .max }
    return UInt32(Double(wanted) / Double(count) * 4_294_967_295)
  }
}
