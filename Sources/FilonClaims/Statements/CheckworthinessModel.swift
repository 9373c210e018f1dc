import CFilonClaimsData
import FilonCore

/// A logistic model of how much a sentence is worth checking, over named features.
public struct CheckworthinessModel: Sendable {
  /// The embedded weights.
  static let standard = CheckworthinessModel(
    EmbeddedBytes(
      filon_claims_checkworthiness_bytes(), count: filon_claims_checkworthiness_size()
    ).text)

  private let weights: [Float]

  /// Reads weights from lines of feature, tab, weight; a feature that is missing weighs nothing.
  public init(_ text: String) {
    let rows = Dictionary(
      TabSeparatedTable(text).rows.filter { $0.count >= 2 }.map { ($0[0], Float($0[1]) ?? 0) },
      uniquingKeysWith: { first, _ in first })
    weights = CheckworthinessFeature.allCases.map { rows[$0.rawValue] ?? 0 }
  }

  /// The probability, 0 to 1, that a whole text is worth checking.
  public func score(_ input: ClaimInput) -> Double {
    let text = ClaimText(input)
    return score(
      CheckworthinessFeature.values(text, input, words: text.count > 0 ? [0..<text.count] : []))
  }

  func score(_ values: [Float]) -> Double {
    let sum = zip(weights, values).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    let probability = 1 / (1 + ChainLattice.exp(-sum))
    return Double((probability * 1_000).rounded() / 1_000)
  }
}
