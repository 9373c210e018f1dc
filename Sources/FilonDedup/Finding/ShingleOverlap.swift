/// Shared and separate shingles of two documents.
struct ShingleOverlap {
  var common: Int
  var onlyFirst: Int
  var onlySecond: Int
  /// Whether the texts are so short that at least half of their shingles were kept.
  var isOfShortTexts: Bool

  /// The Jaccard similarity.
  var jaccard: Double {
    let union = common + onlyFirst + onlySecond
    return union == 0 ? 0 : Double(common) / Double(union)
  }

  /// The Jaccard similarity less what chance may have added: one standard error, two for short
  /// texts, where a stock phrase weighs more.
  var assuredJaccard: Double {
    let union = Double(max(common + onlyFirst + onlySecond, 1))
    let error = (jaccard * (1 - jaccard) / union).squareRoot()
    return jaccard - (isOfShortTexts ? 2 * error : error)
  }

  /// The share of the smaller document that the other has.
  var containment: Double {
    let smaller = common + min(onlyFirst, onlySecond)
    return smaller == 0 ? 0 : Double(common) / Double(smaller)
  }
}
