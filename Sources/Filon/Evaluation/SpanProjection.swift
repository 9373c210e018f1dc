import FilonCore

/// Carries ranges of one text over to another that holds the same words with small differences, as
/// an extracted text and its gold do.
///
/// The words of both are aligned by a greedy diff in a window; a range goes over when its first and
/// last words have partners.
struct SpanProjection {
  private struct Word {
    var range: TextRange
    var hash: UInt64
  }

  /// How many words ahead a partner is looked for.
  private static let window = 400

  private let source: [Word]
  private let target: [Word]
  /// For each word of the source, its partner in the target, or -1.
  private var partner: [Int]
  private let isIdentity: Bool

  init(from source: String, to target: String) {
    isIdentity = source == target
    self.source = isIdentity ? [] : Self.words(source)
    self.target = isIdentity ? [] : Self.words(target)
    partner = Array(repeating: -1, count: self.source.count)
    if !isIdentity { align() }
  }

  /// The range in the target text, or nil when its ends have no partners there.
  func project(_ range: TextRange) -> TextRange? {
    guard !isIdentity else { return range }
    guard let first = source.firstIndex(where: { $0.range.end > range.start }),
      let last = source.lastIndex(where: { $0.range.start < range.end }), first <= last,
      partner[first] >= 0, partner[last] >= partner[first]
    else { return nil }
    return TextRange(
      start: target[partner[first]].range.start, end: target[partner[last]].range.end)
  }

  private mutating func align() {
    var (i, j) = (0, 0)
    while i < source.count, j < target.count {
      if source[i].hash == target[j].hash {
        partner[i] = j
        i += 1
        j += 1
        continue
      }
      var isFound = false
      search: for distance in 1...Self.window {
        for ahead in 0...distance {
          let (a, b) = (i + ahead, j + distance - ahead)
          if a < source.count, b < target.count, agrees(a, b) {
            (i, j) = (a, b)
            isFound = true
            break search
          }
        }
      }
      if !isFound { return }
    }
  }

  /// Whether three words from here on are the same in both, or all that is left.
  private func agrees(_ a: Int, _ b: Int) -> Bool {
    for step in 0..<3 {
      if a + step >= source.count || b + step >= target.count { return step > 0 }
      if source[a + step].hash != target[b + step].hash { return false }
    }
    return true
  }

  /// Runs of letters and digits, and of other bytes above ASCII, with their hashes.
  private static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var start = -1
    var hash: UInt64 = 0
    func isPart(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
    }
    var index = 0
    for byte in text.utf8 {
      if isPart(byte) {
        if start < 0 {
          start = index
          hash = 0xcbf2_9ce4_8422_2325
        }
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      } else if start >= 0 {
        words.append(Word(range: TextRange(start, index), hash: hash))
        start = -1
      }
      index += 1
    }
    if start >= 0 { words.append(Word(range: TextRange(start, index), hash: hash)) }
    return words
  }
}
