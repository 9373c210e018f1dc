import FilonCore

/// Finds the names of a text again where the model missed them: a name found elsewhere in the text,
/// written with the same capitals, is a name here too.
///
/// Names of one word are propagated only when the text never writes the word small, and only away
/// from the start of a sentence unless they were found more than once.
enum NamePropagation {
  private static let longest = 8

  /// `names` with the missed ones, in the order of the text.
  static func complete(
    _ names: [NameTagger.Name], _ extractor: FeatureExtractor
  ) -> [NameTagger.Name] {
    let words = extractor.words
    var known: [UInt64: (kind: Int, length: Int, count: Int)] = [:]
    var taken = [Bool](repeating: false, count: words.count)
    for name in names {
      for word in name.words { taken[word] = true }
      let key = hash(words, name.words)
      known[key, default: (name.kind, name.words.count, 0)].count += 1
    }
    guard !known.isEmpty else { return names }
    var found: [NameTagger.Name] = []
    for sentence in words.sentenceStarts.indices.dropLast() {
      let start = Int(words.sentenceStarts[sentence])
      let end = Int(words.sentenceStarts[sentence + 1])
      var index = start
      while index < end {
        guard !taken[index], words.isCapitalized(index),
          let name = longestKnown(at: index, end: end, words, taken, known),
          isSafe(name, isFirst: index == start, extractor, known)
        else {
          index += 1
          continue
        }
        found.append(name)
        index = name.words.upperBound
      }
    }
    guard !found.isEmpty else { return names }
    return (names + found).sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  private static func hash(_ words: WordSequence, _ range: Range<Int>) -> UInt64 {
    var state = Hashing.seed
    for index in range { state = Hashing.mix(state &+ words.exact[index]) }
    return state
  }

  private static func longestKnown(
    at start: Int, end: Int, _ words: WordSequence, _ taken: [Bool],
    _ known: [UInt64: (kind: Int, length: Int, count: Int)]
  ) -> NameTagger.Name? {
    var state = Hashing.seed
    var best: NameTagger.Name?
    for index in start..<min(end, start + longest) {
      if taken[index] { break }
      state = Hashing.mix(state &+ words.exact[index])
      if let entry = known[state], entry.length == index - start + 1 {
        best = NameTagger.Name(words: start..<index + 1, kind: entry.kind)
      }
    }
    return best
  }

  private static func isSafe(
    _ name: NameTagger.Name, isFirst: Bool, _ extractor: FeatureExtractor,
    _ known: [UInt64: (kind: Int, length: Int, count: Int)]
  ) -> Bool {
    guard name.words.count == 1 else { return true }
    let word = name.words.lowerBound
    let words = extractor.words
    guard extractor.vocabulary.lower[Int(extractor.vocabulary.ids[word])] == 0 else { return false }
    // Part of a longer stretch of capitals is part of another name.
    let run = extractor.runs.runOf[word]
    if run >= 0 {
      let stretch = extractor.runs.runs[Int(run)]
      if stretch.start != stretch.end { return false }
    }
    let count = known[hash(words, name.words)]?.count ?? 0
    return !isFirst || count > 1
  }
}
