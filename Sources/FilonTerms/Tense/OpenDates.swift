public import FilonCore

/// Closes dates that name a weekday, a day or a month without saying of which week or year, where
/// the clause says whether the past or the future is meant.
///
/// A past "Tuesday" is the last one up to the day of publication, a coming one the first after it;
/// where neither tense nor preposition decides, the value stays open.
public struct OpenDates: Sendable {
  /// Makes a resolver.
  public init() {}

  /// Closes what the text decides.
  ///
  /// - Parameters:
  ///   - dates: The temporal expressions, in the order of the text.
  ///   - text: The text.
  ///   - tokens: Its words with parts of speech and lemmas.
  ///   - language: The language of the words.
  ///   - anchor: The day of publication.
  public func close(
    _ dates: inout [TemporalExpression], text: String, tokens: [Token],
    language: AnalysisLanguage, anchor: CalendarDate
  ) {
    guard dates.contains(where: { $0.timex.hasPrefix(Self.open) }), !tokens.isEmpty else { return }
    let clause = ClauseTense(text: text, tokens: tokens, language: language)
    var first = 0
    for index in dates.indices where dates[index].timex.hasPrefix(Self.open) {
      let range = dates[index].range
      while first < tokens.count, tokens[first].range.end <= range.start { first += 1 }
      var last = first
      while last < tokens.count, tokens[last].range.start < range.end { last += 1 }
      guard first < last, let direction = clause.direction(first..<last),
        let closed = Self.closed(dates[index].timex, direction, anchor)
      else { continue }
      dates[index].timex = closed
      dates[index].anchor = anchor.iso8601
    }
  }

  private static let open = "XXXX-"

  /// The value of an open date on that side of the anchor; nil for other values.
  static func closed(
    _ timex: String, _ direction: ClauseTense.Direction, _ anchor: CalendarDate
  ) -> String? {
    let parts = timex.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let fields = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    let time = parts.count > 1 ? "T" + parts[1] : ""
    guard !timex.utf8.contains(0x2F), fields.count == 2 || fields.count == 3 else { return nil }
    if fields[1] == "WXX" {
      guard fields.count == 3, let weekday = Int(fields[2]), (1...7).contains(weekday) else {
        return nil
      }
      let back = (anchor.weekday - weekday + 7) % 7
      let day = anchor.adding(days: direction == .past ? -back : 7 - back)
      return TimeValue(day).timex + time
    }
    guard let month = Int(fields[1]), (1...12).contains(month) else { return nil }
    let day = fields.count == 3 ? Int(fields[2]) : 0
    guard let day else { return nil }
    let position = month * 32 + day
    let today = anchor.month * 32 + (day == 0 ? 0 : anchor.day)
    let isThisYear = direction == .past ? position <= today : position >= today
    let year = anchor.year + (isThisYear ? 0 : direction == .past ? -1 : 1)
    return CalendarDate.padded(year, 4) + timex.dropFirst(4)
  }
}
