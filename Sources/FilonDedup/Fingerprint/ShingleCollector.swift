/// Gathers the shingles, lines and anchors of one text.
struct ShingleCollector {
  /// Words per shingle.
  static let size = 3
  private static let lineLimit = 1024

  /// The hash of each shingle.
  private(set) var shingles: [UInt32] = []
  /// For each line the hash of its words and where its shingles end.
  private(set) var lines: [(hash: UInt32, end: Int)] = []
  private(set) var words = 0
  private(set) var exact = StableHash.seed
  var anchors = AnchorSet()

  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var line = StableHash.seed
  private var lineStart = 0
  private var lineIsEmpty = true

  init(bytes: Int) {
    shingles.reserveCapacity(bytes / 5 + 16)
    lines.reserveCapacity(32)
  }

  /// Takes the hash of the next word.
  @inline(__always)
  mutating func take(_ hash: UInt64) {
    words += 1
    exact = StableHash.join(exact, hash)
    line = StableHash.join(line, hash)
    lineIsEmpty = false
    if words >= Self.size {
      let shingle = StableHash.mix(first &+ second &+ hash)
      shingles.append(UInt32(truncatingIfNeeded: shingle >> 32))
    }
    first = second &* 7
    second = hash &* 5
  }

  mutating func endLine() {
    guard !lineIsEmpty else { return }
    lineIsEmpty = true
    defer { line = StableHash.seed }
    // A line that ended no shingle shares the record of the next.
    guard shingles.count > lineStart, lines.count < Self.lineLimit else { return }
    lineStart = shingles.count
    lines.append((UInt32(truncatingIfNeeded: StableHash.mix(line)), lineStart))
  }
}
