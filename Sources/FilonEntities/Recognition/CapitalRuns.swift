import FilonCore

/// Stretches of capitalised words in a sentence, and the words around them.
struct CapitalRuns {
  /// One stretch; indices of words, all inside one sentence.
  struct Run {
    /// First and last word, with the small words (« de la », "of the") between capitals.
    var longStart: Int32
    var longEnd: Int32
    /// First and last word of the stretch without small words.
    var start: Int32
    var end: Int32
  }

  /// The run of each word; -1 outside.
  private(set) var runOf: [Int32]
  private(set) var runs: [Run] = []
  /// Small words a long run may hold between two capitals.
  private static let longestLink = 3

  /// Finds the runs of a text.
  init(_ words: WordSequence, cues: [UInt16]) {
    runOf = Array(repeating: -1, count: words.count)
    for sentence in words.sentenceStarts.indices.dropLast() {
      let end = Int(words.sentenceStarts[sentence + 1])
      var index = Int(words.sentenceStarts[sentence])
      var firstOfLong = runs.count
      var previousEnd = -1
      while index < end {
        guard words.isCapitalized(index) else {
          index += 1
          continue
        }
        var last = index
        while let next = Self.next(words, after: last, end: end) { last = next }
        if previousEnd < 0
          || !Self.links(words, cues, from: previousEnd + 1, to: index)
        {
          firstOfLong = runs.count
        }
        for word in index...last { runOf[word] = Int32(runs.count) }
        let longStart = firstOfLong < runs.count ? runs[firstOfLong].longStart : Int32(index)
        runs.append(
          Run(longStart: longStart, longEnd: Int32(last), start: Int32(index), end: Int32(last)))
        for run in firstOfLong..<runs.count { runs[run].longEnd = Int32(last) }
        previousEnd = last
        index = last + 1
      }
    }
  }

  /// The next capitalised word of a run after `word`: adjacent, or after a hyphen or dot that is
  /// written without space.
  private static func next(_ words: WordSequence, after word: Int, end: Int) -> Int? {
    guard word + 1 < end else { return nil }
    if words.isCapitalized(word + 1) { return word + 1 }
    guard word + 2 < end, words.form[word + 1] == .sign, words.isCapitalized(word + 2),
      words.ranges[word + 1].count == 1, !words.afterSpace[word + 1]
    else { return nil }
    let sign = words.letters[words.letterRange(word + 1).lowerBound]
    switch sign {
    case 0x2D, 0x26, 0x2F, 0x27: return words.afterSpace[word + 2] ? nil : word + 2
    case 0x2E: return words.ranges[word].count == 1 ? word + 2 : nil
    default: return nil
    }
  }

  private static func links(_ words: WordSequence, _ cues: [UInt16], from: Int, to: Int) -> Bool {
    guard to > from, to - from <= longestLink else { return false }
    for index in from..<to where cues[index] & CueClass.connector.bit == 0 { return false }
    return true
  }
}
