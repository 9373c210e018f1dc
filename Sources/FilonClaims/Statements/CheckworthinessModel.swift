import CFilonClaimsData
import FilonCore

/// A logistic model of how much a sentence is worth checking, over named features and, in English,
/// words.
public struct CheckworthinessModel: Sendable {
  /// The embedded weights.
  static let standard = CheckworthinessModel(
    EmbeddedBytes(
      filon_claims_checkworthiness_bytes(), count: filon_claims_checkworthiness_size()
    ).text)

  private let weights: [Float]
  private let words: FormTable
  private let wordWeights: [Float]

  /// Reads weights from lines of feature, tab, weight; a feature that is missing weighs nothing.
  ///
  /// A feature is a name, or `word:` with a lemma.
  public init(_ text: String) {
    var named: [String: Float] = [:]
    var order: [(FormHash, UInt32)] = []
    var wordWeights: [Float] = []
    for row in TabSeparatedTable(text).rows where row.count >= 2 {
      let weight = Float(row[1]) ?? 0
      guard row[0].hasPrefix("word:") else {
        named[row[0]] = weight
        continue
      }
      order.append((FormHash(String(row[0].dropFirst(5))), UInt32(wordWeights.count)))
      wordWeights.append(weight)
    }
    weights = CheckworthinessFeature.allCases.map { named[$0.name] ?? 0 }
    words = FormTable(order)
    self.wordWeights = wordWeights
  }

  /// The probability, 0 to 1, that a whole text is worth checking.
  public func score(_ input: ClaimInput) -> Double {
    let text = ClaimText(input)
    return score(text, input, words: text.count > 0 ? [0..<text.count] : [])
  }

  /// The probability that some words of a text are worth checking.
  func score(_ text: ClaimText, _ input: ClaimInput, words: [Range<Int>]) -> Double {
    let values = CheckworthinessFeature.values(text, input, words: words)
    var sum = zip(weights, values).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    for key in WordFeatures.keys(text, words: words) {
      if let index = self.words[key] { sum += wordWeights[Int(index)] }
    }
    let probability = 1 / (1 + ChainLattice.exp(-sum))
    return Double((probability * 1_000).rounded() / 1_000)
  }
}

/// The lemmas of an English text but for names, which would be the topics of the day; each once, and
/// all numbers as one.
enum WordFeatures {
  /// The spelling of all numbers.
  static let number = "0"
  private static let numberKey = FormHash(number)

  /// The sorted keys; none for other languages, whose words no labels are known of.
  static func keys(_ text: ClaimText, words: [Range<Int>]) -> [FormHash] {
    guard text.language == .english else { return [] }
    var keys: [FormHash] = []
    for range in words {
      for word in range where text.punctuation[word] == .none && text.pos[word] != .propn {
        keys.append(text.flags[word].contains(.hasDigit) ? numberKey : text.lemma[word])
      }
    }
    keys.sort { $0.value < $1.value }
    var distinct: [FormHash] = []
    for key in keys where distinct.last != key { distinct.append(key) }
    return distinct
  }
}
