/// Gathers the shingles, lines and anchors of one text.
struct ShingleCollector: WordSink {
  /// Words per shingle.
  static let size = 3
  private static let lineLimit = 1024

  /// Each shingle: its hash in the upper half, the line of its last word in the lower half.
  private(set) var shingles: [UInt64] = []
  /// The hash of each line's words.
  private(set) var lines: [UInt32] = []
  private(set) var words = 0
  private(set) var exact = StableHash.seed
  var anchors = AnchorSet()

  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var line = StableHash.seed
  private var lineStart = 0
  private var lineIsEmpty = true

  init(bytes: Int) { shingles.reserveCapacity(bytes / 6 + 16) }

  @inline(__always)
  mutating func take(_ word: ScannedWord) {
    anchors.insert(word)
    let hash = StableHash.mix(word.hash)
    words += 1
    exact = (exact ^ hash) &* 0x9E37_79B9_7F4A_7C15
    exact ^= exact >> 29
    line = (line ^ hash) &* 0x9E37_79B9_7F4A_7C15
    line ^= line >> 29
    lineIsEmpty = false
    if words >= Self.size {
      let shingle = StableHash.mix(first &* 3 &+ second &* 5 &+ hash)
      shingles.append(shingle & 0xFFFF_FFFF_0000_0000 | UInt64(lines.count))
    }
    first = second &* 7
    second = hash
  }

  mutating func endLine() {
    guard !lineIsEmpty else { return }
    lineIsEmpty = true
    defer { line = StableHash.seed }
    // A line that ended no shingle shares the record of the next.
    guard shingles.count > lineStart, lines.count < Self.lineLimit else { return }
    lineStart = shingles.count
    lines.append(UInt32(truncatingIfNeeded: StableHash.mix(line)))
  }
}
