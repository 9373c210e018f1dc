/// Which languages are expected before a text is read.
///
/// A prior shifts the balance where the text itself says little: a single word, a title. It never
/// removes a language from the answers, and a sentence of clear Catalan stays Catalan.
public struct LanguagePrior: Hashable, Sendable {
  /// Odds of a code against a language that is not named.
  public var odds: [String: Double]

  /// Every language alike.
  public static let none = LanguagePrior([:])
  /// French and English expected.
  public static let frenchAndEnglish = LanguagePrior(expecting: ["fr", "en"])
  /// The odds that an expected language gets.
  public static let expectedOdds = 5.0

  /// A prior from the odds of each code against a language that is not named. Odds that are not
  /// positive and finite are passed over.
  public init(_ odds: [String: Double]) {
    self.odds = odds.filter { $0.value > 0 && $0.value.isFinite }
  }

  /// A prior that expects `codes`, all alike.
  public init(expecting codes: [String], odds: Double = LanguagePrior.expectedOdds) {
    self.init(Dictionary(codes.map { ($0, odds) }, uniquingKeysWith: { first, _ in first }))
  }

  /// The odds that a language gets which the page declares: evidence, not truth.
  static let declaredOdds = 3.0

  /// The prior for a text that is said to be in a language.
  func declaring(_ code: String) -> LanguagePrior {
    LanguagePrior(odds.merging([code: Self.declaredOdds]) { $0 * $1 })
  }

  /// Logarithms of the prior probabilities of `codes`.
  func logarithms(of codes: [String]) -> [Float] {
    let weights = codes.map { Float(odds[$0] ?? 1) }
    let total = max(weights.reduce(0, +), .leastNormalMagnitude)
    return weights.map { Exponential.log(max($0 / total, 1e-30)) }
  }
}
