/// Damerau–Levenshtein distance (optimal string alignment), for suggestions.
public enum EditDistance {
  /// The distance between two words.
  public static func between(_ first: String, _ second: String) -> Int {
    let (a, b) = (Array(first), Array(second))
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...max(1, a.count) where i <= a.count {
      var current = [i]
      for j in 1...max(1, b.count) where j <= b.count {
        var best = min(
          previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, beforePrevious[j - 2] + 1)
        }
        current.append(best)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[b.count]
  }

  /// The name nearest to `word`, if it is near enough to have been meant.
  public static func nearest(to word: String, among names: [String]) -> String? {
    let limit = word.count <= 4 ? 1 : 2
    return names.map { ($0, between(word, $0)) }.filter { $0.1 <= limit }
      .min { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 < $1.0 }?.0
  }
}
