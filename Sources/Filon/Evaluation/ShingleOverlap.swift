/// Agreement of two texts as multisets of four-word shingles.
enum ShingleOverlap {
  private static let length = 4

  static func tally(gold: String, predicted: String) -> Tally {
    let expected = shingles(gold)
    let found = shingles(predicted)
    let right = found.reduce(0) { $0 + min($1.value, expected[$1.key] ?? 0) }
    return Tally(
      right: right, predicted: found.values.reduce(0, +), gold: expected.values.reduce(0, +))
  }

  private static func shingles(_ text: String) -> [[Substring]: Int] {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    guard words.count >= length else { return words.isEmpty ? [:] : [words: 1] }
    var counts: [[Substring]: Int] = [:]
    for start in 0...(words.count - length) {
      counts[Array(words[start..<start + length]), default: 0] += 1
    }
    return counts
  }
}
