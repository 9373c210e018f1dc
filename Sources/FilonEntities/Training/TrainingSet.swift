import FilonCore

/// Examples as the field learns them: features by number, and the tags each word may have.
struct TrainingSet {
  /// Set in the number of a feature that holds the word itself.
  static let lexical: UInt32 = 1 << 31
  /// The features of the words, one word after the other, and where each word's end.
  var features: [UInt32] = []
  var featureEnds: [Int] = []
  /// The tags each word may have, as a set of bits.
  var allowed: [UInt16] = []
  /// Where each segment ends, in words, how much it counts, and its document.
  var segmentEnds: [Int] = []
  var weights: [Float] = []
  var documents: [Int32] = []
  /// The hash of each feature number.
  var hashes: [UInt64] = []

  /// Number of words.
  var count: Int { allowed.count }

  func features(of word: Int) -> Range<Int> {
    (word == 0 ? 0 : featureEnds[word - 1])..<featureEnds[word]
  }

  func words(of segment: Int) -> Range<Int> {
    (segment == 0 ? 0 : segmentEnds[segment - 1])..<segmentEnds[segment]
  }
}
