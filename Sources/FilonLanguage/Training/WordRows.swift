/// For every word of a lexicon the rows of its features.
struct WordRows {
  private(set) var rows: [UInt32] = []
  private(set) var starts: [Int] = [0]
  /// The row of the whole word, or -1.
  private(set) var wholes: [Int32] = []

  /// Looks up the features of every word.
  init(_ lexicon: Lexicon, _ index: FeatureIndex) {
    starts.reserveCapacity(lexicon.count + 1)
    wholes.reserveCapacity(lexicon.count)
    for number in 0..<lexicon.count {
      var whole: Int32 = -1
      WordFeatures.forEach(lexicon.word(number)) { hash, isWord in
        guard let row = index.row(hash) else { return }
        if isWord { whole = Int32(row) } else { rows.append(UInt32(row)) }
      }
      starts.append(rows.count)
      wholes.append(whole)
    }
  }
}
