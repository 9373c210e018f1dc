/// The distinct folded words of one text, numbered, with how they are written in it.
struct DocumentVocabulary {
  /// The number of each word of the text.
  private(set) var ids: [Int32]
  /// How often each distinct word is written small.
  private(set) var lower: [UInt16] = []
  /// How often each distinct word is capitalised away from the start of a sentence.
  private(set) var capitalized: [UInt16] = []

  /// Numbers the words.
  init(_ words: WordSequence) {
    var slots = 16
    while slots < words.count * 2 { slots *= 2 }
    var table = [Int32](repeating: -1, count: slots)
    var hashes: [UInt64] = []
    ids = Array(repeating: 0, count: words.count)
    for sentence in words.sentenceStarts.indices.dropLast() {
      let start = Int(words.sentenceStarts[sentence])
      for index in start..<Int(words.sentenceStarts[sentence + 1]) {
        let hash = words.folded[index]
        var slot = Int(truncatingIfNeeded: hash) & (slots - 1)
        while table[slot] >= 0, hashes[Int(table[slot])] != hash { slot = (slot + 1) & (slots - 1) }
        if table[slot] < 0 {
          table[slot] = Int32(hashes.count)
          hashes.append(hash)
          lower.append(0)
          capitalized.append(0)
        }
        let id = Int(table[slot])
        ids[index] = table[slot]
        if words.form[index] == .lower {
          lower[id] = lower[id] &+ (lower[id] < 0xFFFF ? 1 : 0)
        } else if index > start, words.isCapitalized(index) {
          capitalized[id] = capitalized[id] &+ (capitalized[id] < 0xFFFF ? 1 : 0)
        }
      }
    }
  }

  /// Number of distinct words.
  var count: Int { lower.count }
}
