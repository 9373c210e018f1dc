/// The most likely language of a text.
public struct LanguageGuess: Hashable, Sendable {
  /// ISO 639-1 code (639-3 where that has none), or `und` for text in no language.
  public var code: String
  /// Calibrated probability, 0 to 1, that the code is right.
  public var confidence: Double

  /// Makes a guess.
  public init(code: String, confidence: Double) {
    self.code = code
    self.confidence = confidence
  }
}
