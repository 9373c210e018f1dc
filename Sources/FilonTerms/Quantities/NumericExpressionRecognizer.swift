public import FilonCore

/// Finds quantities and temporal expressions in one pass, so that neither takes what belongs to
/// the other.
///
/// At each word the grammar of dates and the grammar of quantities read as far as they can; the
/// longer reading wins, a date before a quantity of the same length. A duration is reported as both.
public struct NumericExpressionRecognizer: Sendable {
  /// Both layers of a text.
  public struct Expressions: Sendable {
    /// The quantities, in the order of the text.
    public var quantities: [Quantity]
    /// The dates, in the order of the text.
    public var dates: [TemporalExpression]
  }

  /// Makes a recogniser; the word lists are compiled at first use and shared.
  public init() {}

  /// The quantities and temporal expressions of a text.
  ///
  /// - Parameters:
  ///   - text: The text; ranges are byte ranges of its UTF-8.
  ///   - language: "fr", "en", or any other code for digits and symbols only.
  ///   - anchor: The date that relative expressions count from.
  ///   - within: The ranges to look at; empty for the whole text.
  public func expressions(
    in text: String, language: String, anchor: CalendarDate?, within: [TextRange] = []
  ) -> Expressions {
    var copy = text
    return copy.withUTF8 { bytes in
      scan(bytes, language: language, anchor: anchor, within: within)
    }
  }

  private func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, language: String, anchor: CalendarDate?,
    within: [TextRange]
  ) -> Expressions {
    let reader = NumericReader(bytes, language: language, within: within)
    let dates = DateGrammar(reader: reader, anchor: anchor)
    let quantities = QuantityGrammar(reader: reader)
    var result = Expressions(quantities: [], dates: [])
    let reach = dates.reach()
    var index = 0
    while index < reader.count {
      if reader[index].kind == .stop {
        index += 1
        continue
      }
      let date = reach[index] ? dates.expression(at: index) : nil
      let quantity = quantities.quantity(at: index)
      if date == nil, let quantity, let inner = innerDate(quantity, dates) {
        if inner.found.value.isDuration {
          report(inner.found, inner.start, reader, anchor, &result)
        } else {
          index = inner.start
          continue
        }
      }
      index = settle(date, quantity, index, reader, anchor, &result)
    }
    return result
  }

  /// A date behind the modifiers of a quantity that reads as far as the quantity: "about | 2019",
  /// "more than | 2 weeks ago".
  private func innerDate(_ quantity: QuantityCandidate, _ dates: DateGrammar) -> (
    found: DateGrammar.Found, start: Int
  )? {
    var start = quantity.start + 1
    let last = quantity.number.lowerBound + (quantity.isSigned ? 1 : 0)
    while start <= last {
      if let found = dates.expression(at: start),
        found.end >= quantity.end || quantity.isBare && found.end >= quantity.number.upperBound
      {
        return (found, start)
      }
      start += 1
    }
    return nil
  }

  /// Reports the better reading at `index`; gives the lexeme to go on from.
  private func settle(
    _ date: DateGrammar.Found?, _ quantity: QuantityCandidate?, _ index: Int,
    _ reader: NumericReader, _ anchor: CalendarDate?, _ result: inout Expressions
  ) -> Int {
    guard let date else {
      guard let quantity else { return index + 1 }
      report(quantity, &result)
      return quantity.end
    }
    let isLonger = quantity.map { $0.end > date.end } ?? false
    if let quantity, date.value.isDuration {
      report(date, index, reader, anchor, &result)
      report(quantity, &result)
      return max(quantity.end, date.end)
    }
    if let quantity, isLonger,
      !quantity.isBare || date.isWeak && quantity.quantity.kind == .fraction
    {
      report(quantity, &result)
      return quantity.end
    }
    report(date, index, reader, anchor, &result)
    return date.end
  }

  private func report(_ candidate: QuantityCandidate, _ result: inout Expressions) {
    var quantity = candidate.quantity
    quantity.id = "q\(result.quantities.count + 1)"
    result.quantities.append(quantity)
  }

  private func report(
    _ found: DateGrammar.Found, _ index: Int, _ reader: NumericReader, _ anchor: CalendarDate?,
    _ result: inout Expressions
  ) {
    let value = found.value
    let timex = value.timex
    guard !timex.isEmpty else { return }
    let kind: TemporalExpression.Kind =
      value.isSet
      ? .set
      : value.isDuration ? .duration : timex.contains("T") && !timex.hasPrefix("P") ? .time : .date
    result.dates.append(
      TemporalExpression(
        id: "d\(result.dates.count + 1)", range: reader.range(index, found.end), kind: kind,
        timex: timex, anchor: value.isAnchored ? anchor?.iso8601 : nil))
  }
}
