/// Chooses the features that say most about the language: by their share in the mutual information
/// between the features of a word and its language.
struct FeatureSelection {
  private struct Entry {
    var hash: UInt64 = 0
    /// Sum and sum of p log p over the languages seen, and p of the current language.
    var sum: Float = 0
    var entropy: Float = 0
    var current: Float = 0
    var language: UInt16 = 0
    var script: UInt8 = 0
    var isWord = false
    var words: UInt32 = 0
  }

  private var entries: [Entry]
  private var used = 0
  private var language: UInt16 = 0

  /// Makes an empty selection.
  init() { entries = [Entry](repeating: Entry(), count: 1 << 20) }

  /// Counts the features of a language's words, each with its weight; `scale` multiplies them all.
  mutating func add(_ vocabulary: Vocabulary, _ lexicon: Lexicon, scale: Float) {
    language += 1
    for (number, weight) in zip(vocabulary.words, vocabulary.selectionWeights) {
      let word = lexicon.word(Int(number))
      let script = word.script.rawValue
      WordFeatures.forEach(word) { hash, isWord in
        if used * 3 > entries.count * 2 { grow() }
        let slot = place(hash)
        if entries[slot].hash == 0 {
          entries[slot].hash = hash
          entries[slot].script = script
          entries[slot].isWord = isWord
          used += 1
        }
        if entries[slot].language != language {
          settle(&entries[slot])
          entries[slot].language = language
        }
        entries[slot].current += weight * scale
        entries[slot].words &+= 1
      }
    }
  }

  private func settle(_ entry: inout Entry) {
    guard entry.current > 0 else { return }
    entry.sum += entry.current
    entry.entropy += entry.current * Exponential.log(entry.current)
    entry.current = 0
  }

  private func place(_ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (entries.count - 1)
    while entries[slot].hash != 0, entries[slot].hash != hash {
      slot = (slot + 1) & (entries.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.hash != 0 { entries[place(entry.hash)] = entry }
  }

  /// The features in the order of their worth, best first.
  ///
  /// - Parameters:
  ///   - languages: Number of languages in each script.
  ///   - wordFactor: Multiplies the worth of whole words.
  ///   - leastWords: Fewest distinct words (counted in each language) an n-gram must occur in.
  func ranked(languages: [Int], wordFactor: Float, leastWords: Int) -> [UInt64] {
    var ranked: [(worth: Float, hash: UInt64)] = []
    for var entry in entries where entry.hash != 0 {
      settle(&entry)
      let count = languages[Int(entry.script)]
      guard count > 1, entry.isWord || Int(entry.words) >= leastWords else { continue }
      let worth = entry.entropy - entry.sum * Exponential.log(entry.sum / Float(count))
      ranked.append((entry.isWord ? worth * wordFactor : worth, entry.hash))
    }
    ranked.sort { $0.worth != $1.worth ? $0.worth > $1.worth : $0.hash < $1.hash }
    return ranked.map(\.hash)
  }
}
