/// The stretches of words that are looked at: those near a capital letter. All other words are
/// outside of names without asking the model.
enum ActiveSegments {
  static let before = 4
  static let after = 4

  /// The stretches, in the order of the text; each lies in one sentence.
  static func find(_ words: WordSequence) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for sentence in words.sentenceStarts.indices.dropLast() {
      let start = Int(words.sentenceStarts[sentence])
      let end = Int(words.sentenceStarts[sentence + 1])
      var open: Range<Int>?
      for index in start..<end where words.isCapitalized(index) {
        let near = max(start, index - before)..<min(end, index + after + 1)
        if let current = open, near.lowerBound <= current.upperBound {
          open = current.lowerBound..<near.upperBound
        } else {
          if let current = open { result.append(current) }
          open = near
        }
      }
      if let current = open { result.append(current) }
    }
    return result
  }
}
