/// The passages of one text that another has too, word for word.
struct SharedPassages {
  /// Ranges of words of the first text, in order; they do not overlap.
  private(set) var ranges: [Range<Int>] = []

  private static let size = ShingleCollector.size
  /// Places of a phrase in the other text that are tried.
  private static let placeLimit = 8

  /// Takes from each place the longest passage that begins there, then goes on behind it.
  init(_ first: TextWords, _ second: TextWords) {
    let (a, b) = (first.words.map(\.folded), second.words.map(\.folded))
    var places: [String: [Int]] = [:]
    for start in b.indices.dropLast(Self.size - 1) {
      places[Self.phrase(b, start), default: []].append(start)
    }
    var start = 0
    while start + Self.size <= a.count {
      var longest = 0
      for place in (places[Self.phrase(a, start)] ?? []).prefix(Self.placeLimit) {
        var length = Self.size
        while start + length < a.count, place + length < b.count,
          a[start + length] == b[place + length]
        {
          length += 1
        }
        longest = max(longest, length)
      }
      if longest > 0 { ranges.append(start..<start + longest) }
      start += max(longest, 1)
    }
  }

  private static func phrase(_ words: [String], _ start: Int) -> String {
    words[start..<start + size].joined(separator: " ")
  }
}
