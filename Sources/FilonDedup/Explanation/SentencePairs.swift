/// Sentences of two texts that share the most names and numbers.
struct SentencePairs {
  /// A sentence of each text, and what both have as the first writes it.
  struct Pair {
    var first: String
    var second: String
    var shared: [String]
  }

  /// The pairs that share most, in the order of the first text.
  private(set) var best: [Pair] = []

  private static let shown = 3
  private static let leastShared = 2
  private static let shownWords = 24

  init(_ first: TextWords, _ second: TextWords) {
    let (a, b) = (Self.sentences(first), Self.sentences(second))
    var holders: [String: [Int]] = [:]
    for (place, sentence) in b.enumerated() {
      for name in Set(Self.names(second, sentence)) { holders[name, default: []].append(place) }
    }
    var found: [(place: Int, pair: Pair)] = []
    for (place, sentence) in a.enumerated() {
      var counts: [Int: Int] = [:]
      let names = Self.names(first, sentence)
      for name in Set(names) {
        for holder in holders[name] ?? [] { counts[holder, default: 0] += 1 }
      }
      guard
        let match = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        match.value >= Self.leastShared
      else { continue }
      let others = Set(Self.names(second, b[match.key]))
      var seen: Set<String> = []
      let shared = sentence.filter { word in
        first.words[word].isNameOrNumber && others.contains(first.words[word].folded)
          && seen.insert(first.words[word].folded).inserted
      }
      found.append(
        (
          place,
          Pair(
            first: first.passage(sentence.prefix(Self.shownWords)),
            second: second.passage(b[match.key].prefix(Self.shownWords)),
            shared: shared.map { String(first.text[first.words[$0].range]) })
        ))
    }
    found.sort { ($1.pair.shared.count, $0.place) < ($0.pair.shared.count, $1.place) }
    best = found.prefix(Self.shown).sorted { $0.place < $1.place }.map(\.pair)
  }

  private static func names(_ text: TextWords, _ sentence: Range<Int>) -> [String] {
    text.words[sentence].filter(\.isNameOrNumber).map(\.folded)
  }

  /// Ranges of words up to a full stop, a question or exclamation mark or the end of a line.
  private static func sentences(_ text: TextWords) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in text.words.indices {
      let next = index + 1
      let isLast = next == text.words.count
      let gap =
        isLast
        ? "" : text.text[text.words[index].range.upperBound..<text.words[next].range.lowerBound]
      guard isLast || gap.contains(where: { "!?\n".contains($0) }) || gap.hasPrefix(". ") else {
        continue
      }
      ranges.append(start..<next)
      start = next
    }
    return ranges
  }
}
