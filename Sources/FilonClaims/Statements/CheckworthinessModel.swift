import CFilonClaimsData
import FilonCore

/// A logistic model of how much a sentence is worth checking, over named features and, in English,
/// words and pairs of words.
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
  /// A feature is a name, or `word:` with one lemma or two that follow each other.
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
      let lemmas = row[0].dropFirst(5).split(separator: " ").map { FormHash(String($0)) }
      order.append((WordFeatures.key(lemmas), UInt32(wordWeights.count)))
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

/// The lemmas of an English text and their pairs, each once.
enum WordFeatures {
  /// The sorted keys; none for other languages, whose words no labels are known of.
  static func keys(_ text: ClaimText, words: [Range<Int>]) -> [FormHash] {
    guard text.language == .english else { return [] }
    var keys: [UInt64] = []
    for range in words {
      var last: FormHash?
      for word in range {
        guard text.punctuation[word] == .none else {
          last = nil
          continue
        }
        let lemma = text.lemma[word]
        keys.append(lemma.value)
        if let last { keys.append(key([last, lemma]).value) }
        last = lemma
      }
    }
    keys.sort()
    var distinct: [FormHash] = []
    for value in keys where distinct.last?.value != value {
      var key = FormHash()
      key.value = value
      distinct.append(key)
    }
    return distinct
  }

  /// The key of one lemma, or of several in a row.
  static func key(_ lemmas: [FormHash]) -> FormHash {
    guard let first = lemmas.first else { return FormHash() }
    var key = first
    for lemma in lemmas.dropFirst() { key.value = FeatureHash.mix(key.value, lemma.value) }
    return key
  }
}
