public import FilonCore

/// Finds dates, times, durations and sets of times in French and English text.
///
/// Values follow TIMEX3 (ISO-TimeML): `2025-03-04`, `2025-W10`, `P3D`, `T14:30`, `XXXX-05-09` for a
/// day whose year the text leaves open, `2025-03-04/2025-03-07` for a range and `2025-03-05/P3D` or
/// `P3M/2025-03-04` for a period that is counted from a day.
public struct DateRecognizer: Sendable {
  /// Makes a recogniser; the word lists are compiled at first use and shared.
  public init() {}

  /// The temporal expressions of a text, in the order of the text, without overlap.
  ///
  /// - Parameters:
  ///   - text: The text; ranges are byte ranges of its UTF-8.
  ///   - language: "fr" or "en"; any other language finds dates in digits only.
  ///   - anchor: The date that relative expressions count from, as a rule the date of publication.
  ///   - within: The ranges to look at; empty for the whole text.
  public func dates(
    in text: String, language: String, anchor: CalendarDate?, within: [TextRange] = []
  ) -> [TemporalExpression] {
    NumericExpressionRecognizer().expressions(
      in: text, language: language, anchor: anchor, within: within
    ).dates
  }
}
