/// The language of a document and of its parts.
public struct DocumentLanguage: Hashable, Sendable {
  /// A stretch in one language.
  public struct Span: Hashable, Sendable {
    /// The stretch.
    public var range: TextRange
    /// ISO 639-1 code, or `und`.
    public var code: String
    /// Calibrated probability, 0 to 1.
    public var confidence: Double

    /// Makes a span.
    public init(range: TextRange, code: String, confidence: Double) {
      self.range = range
      self.code = code
      self.confidence = confidence
    }
  }

  /// ISO 639-1 code of the document, or `und`.
  public var code: String
  /// Calibrated probability, 0 to 1.
  public var confidence: Double
  /// The parts, when the document has more than one language.
  public var spans: [Span]
  /// What the page says its language is, when the text says otherwise.
  public var declared: String?
  /// Share of the letters in each language, largest first.
  public var shares: [(code: String, share: Double)] {
    var total: [String: Int] = [:]
    for span in spans { total[span.code, default: 0] += span.range.count }
    let sum = max(1, total.values.reduce(0, +))
    return total.map { ($0.key, Double($0.value) / Double(sum)) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
  }

  /// Makes a language.
  public init(code: String, confidence: Double, spans: [Span] = []) {
    self.code = code
    self.confidence = confidence
    self.spans = spans
  }
}
