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
    var kept = shingles.filter { UInt32(truncatingIfNeeded: $0 >> 32) <= bar }
    // Text that repeats itself: a share of all occurrences is not a share of the different ones.
    if kept.count > wanted * 3 + 64 || kept.count * 3 + 64 < wanted {
      kept = Self.distinct(shingles)
      bar = Self.bar(Self.wanted(kept.count), of: kept.count)
      kept = kept.filter { UInt32(truncatingIfNeeded: $0 >> 32) <= bar }
      kept.sort { $0 & 0xFFFF_FFFF < $1 & 0xFFFF_FFFF }
    }
    hashes.reserveCapacity(kept.count)
    var index = 0
    while index < kept.count {
      let line = Int(kept[index] & 0xFFFF_FFFF)
      let first = index
      while index < kept.count, Int(kept[index] & 0xFFFF_FFFF) == line {
        hashes.append(UInt32(truncatingIfNeeded: kept[index] >> 32))
        index += 1
      }
      // 0 stands for what lies beyond the last line recorded.
      let hash = line < collector.lines.count ? collector.lines[line] : 0
      var count = UInt32(index - first)
      // A longer line takes more records, and is no boilerplate.
      while count > 0xFF {
        lines.append(0xFF)
        count -= 0xFF
      }
      lines.append((index - first > 0xFF ? 0 : hash & 0xFFFF_FF00) | count)
    }
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

  /// The shingles without repetition: of each hash the first occurrence.
  private static func distinct(_ shingles: [UInt64]) -> [UInt64] {
    var result: [UInt64] = []
    for shingle in shingles.sorted() {
      if let last = result.last, last >> 32 == shingle >> 32 { continue }
      result.append(shingle)
    }
    return result
  }
}
