import FilonCore

/// Counts how raw text writes its words, to tell common words from names.
///
/// A word that is nearly always written small is a common word wherever it stands: at the start of
/// a sentence, in a headline, in a name.
struct CommonWordCounter {
  /// Times a word must be seen small.
  private static let smallestCount: UInt32 = 3
  /// Largest share of capitals away from the start of a sentence.
  private static let largestShare = 0.1

  private var numbers: [UInt64: Int] = [:]
  private var counts: [(hash: UInt64, lower: UInt32, capitalized: UInt32)] = []

  /// Adds the words of a text.
  mutating func add(_ words: WordSequence) {
    for sentence in words.sentenceStarts.indices.dropLast() {
      let start = Int(words.sentenceStarts[sentence])
      for index in start..<Int(words.sentenceStarts[sentence + 1]) {
        let isLower = words.form[index] == .lower
        guard isLower || words.form[index] == .capitalized && index > start else { continue }
        var phrase = PhraseHash()
        for letter in words.letterRange(index) { phrase.add(words.letters[letter]) }
        let hash = phrase.value
        let number: Int
        if let known = numbers[hash] {
          number = known
        } else {
          number = counts.count
          numbers[hash] = number
          counts.append((hash, 0, 0))
        }
        if isLower { counts[number].lower += 1 } else { counts[number].capitalized += 1 }
      }
    }
  }

  /// The hashes of the common words.
  var common: [UInt64] {
    counts.filter {
      $0.lower >= Self.smallestCount
        && Double($0.capitalized) <= Self.largestShare * Double($0.lower + $0.capitalized)
    }.map(\.hash)
  }
}
