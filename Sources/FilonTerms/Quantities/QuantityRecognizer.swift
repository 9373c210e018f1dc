public import FilonCore

/// Finds numbers with what they count or measure in French and English text.
///
/// Dates and clock times are left to ``DateRecognizer``; a duration ("three years") is both.
public struct QuantityRecognizer: Sendable {
  /// Makes a recogniser; the word lists are compiled at first use and shared.
  public init() {}

  /// The quantities of a text, in the order of the text, without overlap.
  ///
  /// - Parameters:
  ///   - text: The text; ranges are byte ranges of its UTF-8.
  ///   - language: "fr" or "en"; any other language finds digits, symbols and common units only.
  ///   - within: The ranges to look at; empty for the whole text.
  public func quantities(
    in text: String, language: String, within: [TextRange] = []
  ) -> [Quantity] {
    NumericExpressionRecognizer().expressions(
      in: text, language: language, anchor: nil, within: within
    ).quantities
  }
}
