import FilonCore

/// The letters and digits that spans cover, as sorted stretches of their running numbers.
struct LetterSet {
  /// Numbers the letters and digits of a text.
  struct Index {
    /// For each byte, how many letters and digits come before it.
    fileprivate let before: [Int32]

    init(_ text: String) {
      var before: [Int32] = []
      before.reserveCapacity(text.utf8.count + 1)
      var count: Int32 = 0
      for scalar in text.unicodeScalars {
        let isCounted = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        for _ in 0..<UTF8.width(scalar) { before.append(count) }
        if isCounted { count += 1 }
      }
      before.append(count)
      self.before = before
    }
  }

  private let stretches: [Range<Int32>]
  private let count: Int

  init(_ spans: [TextRange], _ index: Index) {
    let last = index.before.count - 1
    stretches = spans.map { span in
      index.before[min(Int(span.start), last)]..<index.before[min(Int(span.end), last)]
    }.filter { !$0.isEmpty }
    count = stretches.reduce(0) { $0 + $1.count }
  }

  var isEmpty: Bool { count == 0 }

  /// Shared letters as a share of the longer set.
  func share(with other: LetterSet) -> Double {
    let shared = stretches.reduce(0) { sum, mine in
      other.stretches.reduce(sum) { $0 + mine.clamped(to: $1).count }
    }
    return Double(shared) / Double(max(1, count, other.count))
  }
}
