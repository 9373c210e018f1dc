import FilonCore
import FilonTerms
import Testing

/// Properties that hold for any text: spans slice, nothing overlaps, runs agree, nothing crashes.
@Suite("Quantities and dates on any text")
struct NumericExpressionPropertyTests {
  private static let pieces = [
    "1", "20", "3 000", "2,5", "12.500", "½", "%", "€", "$", "quatre", "vingt", "deux", "million",
    "mille", "hundred", "and", "a", "half", "un", "et", "demi", "de", "d'", "l’", "le", "the",
    "of", "mars", "March", "mardi", "Tuesday", "2025", "-", "/", ":", ".", ",", "\n", " ", "  ",
    "\u{00A0}", "\u{202F}", "km/h", "°C", "h", "pm", "il y a", "ago", "last", "semaine", "week",
    "from", "to", "entre", "and", "plus de", "up to", "\u{0301}", "😀", "\0", "XXIe", "siècle",
    "(", ")", "years", "ans", "old", "sur", "over", "point", "virgule", "e10", "^", "minus", "été",
  ]

  private static func text(seed: UInt64, count: Int) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var text = ""
    for _ in 0..<count {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      text += pieces[Int(state % UInt64(pieces.count))]
      if state & 0x300 != 0 { text += " " }
    }
    return text
  }

  private static func check(_ text: String, _ language: String) {
    let recognizer = NumericExpressionRecognizer()
    let anchor = CalendarDate(iso8601: "2024-02-29T23:59:59")
    let first = recognizer.expressions(in: text, language: language, anchor: anchor)
    let second = recognizer.expressions(in: text, language: language, anchor: anchor)
    #expect(first.quantities == second.quantities)
    #expect(first.dates == second.dates)
    verify(first.quantities.map(\.range), text)
    verify(first.dates.map(\.range), text)
    for quantity in first.quantities {
      #expect(quantity.value?.isFinite ?? true)
      #expect(quantity.value != nil || quantity.low != nil && quantity.high != nil)
    }
    #expect(first.dates.allSatisfy { !$0.timex.isEmpty })
  }

  /// Ranges are in order, apart from each other, not empty, and cut no scalar.
  private static func verify(_ ranges: [TextRange], _ text: String) {
    let bytes = Array(text.utf8)
    var end: UInt32 = 0
    for range in ranges {
      #expect(range.start >= end)
      #expect(!range.isEmpty)
      #expect(Int(range.end) <= bytes.count)
      #expect(bytes[Int(range.start)] & 0xC0 != 0x80)
      #expect(Int(range.end) == bytes.count || bytes[Int(range.end)] & 0xC0 != 0x80)
      end = range.end
    }
  }

  @Test("Random mixtures", arguments: ["fr", "en", "xx"])
  func randomMixtures(language: String) {
    for seed in 1...60 { Self.check(Self.text(seed: UInt64(seed), count: 40), language) }
  }

  @Test(
    "Hostile input",
    arguments: [
      String(repeating: "9", count: 1_000_000), String(repeating: "1,", count: 1_000),
      String(repeating: "1 000 ", count: 1_000), String(repeating: "deux ", count: 1_000),
      String(repeating: "vingt et ", count: 1_000), String(repeating: "million ", count: 1_000),
      String(repeating: "one over ", count: 1_000), String(repeating: "half past ", count: 1_000),
      String(repeating: "2 days after ", count: 1_000), String(repeating: "- ", count: 1_000),
      String(repeating: "il y a ", count: 1_000), String(repeating: "the last ", count: 1_000),
      String(repeating: "entre 3 et ", count: 1_000), String(repeating: "1/", count: 1_000),
      String(repeating: "un sur ", count: 1_000), String(repeating: "minus ", count: 1_000),
      String(repeating: "\u{0301}", count: 1_000), String(repeating: "\0", count: 1_000),
    ])
  func hostileInput(text: String) {
    for language in ["fr", "en"] { Self.check(text, language) }
  }
}
