import FilonCore
import FilonTerms
import Testing

/// A text with one quantity and what is expected of it.
struct QuantityCase: Sendable, CustomTestStringConvertible {
  var language: String
  var text: String
  var kind: Quantity.Kind
  var value: Double?
  var unit: String?
  var testDescription: String { "\(language): \(text)" }

  init(_ language: String, _ text: String, _ kind: Quantity.Kind, _ value: Double?, _ unit: String?)
  {
    (self.language, self.text, self.kind) = (language, text, kind)
    (self.value, self.unit) = (value, unit)
  }
}

@Suite("Quantities")
struct QuantityRecognizerTests {
  let recognizer = QuantityRecognizer()

  private func only(_ text: String, _ language: String) throws -> Quantity {
    let found = recognizer.quantities(in: text, language: language)
    try #require(found.count == 1, "\(found)")
    return try #require(found.first)
  }

  @Test(
    "Value and unit",
    arguments: [
      QuantityCase(
        "fr", "La dette atteint 1 234,5 millions d'euros.", .money, 1_234_500_000, "EUR"),
      QuantityCase("fr", "Un plan de 13 Md€ a suivi.", .money, 13e9, "EUR"),
      QuantityCase("fr", "Le déficit frôle 2,5 billions d’euros.", .money, 2.5e12, "EUR"),
      QuantityCase("fr", "Le loyer coûte 850 dollars canadiens.", .money, 850, "CAD"),
      QuantityCase("fr", "Le baril vaut 82 $ US.", .money, 82, "USD"),
      QuantityCase("fr", "Le chômage touche 7,4\u{202F}% des actifs.", .percent, 7.4, "percent"),
      QuantityCase("fr", "Le taux cède 25 points de base.", .points, 25, "bp"),
      QuantityCase("fr", "La liste gagne 3 points.", .points, 3, "point"),
      QuantityCase("fr", "Il en reste quatre-vingt-dix-sept.", .number, 97, nil),
      QuantityCase("fr", "Il compte septante-deux communes.", .count, 72, "commune"),
      QuantityCase("fr", "Les rafales soufflent à 110 km/h.", .measure, 110, "km/h"),
      QuantityCase("fr", "Le parc couvre 12.500 hectares.", .measure, 12_500, "ha"),
      QuantityCase("fr", "La centrale fournit 900 MW.", .measure, 900, "MW"),
      QuantityCase("fr", "Le fichier pèse 4 Go.", .measure, 4, "GB"),
      QuantityCase("fr", "Une douzaine d'élus ont signé.", .count, 12, "élu"),
      QuantityCase("fr", "Trois policiers sont blessés.", .count, 3, "policier"),
      QuantityCase("fr", "L'entreprise supprime 300 postes.", .count, 300, "job"),
      QuantityCase("fr", "Les deux tiers ont voté.", .fraction, 2.0 / 3, nil),
      QuantityCase("en", "The deal is worth $13bn.", .money, 13e9, "USD"),
      QuantityCase("en", "They raised €10m.", .money, 10e6, "EUR"),
      QuantityCase("en", "It costs C$3 now.", .money, 3, "CAD"),
      QuantityCase("en", "The fund holds 2.5 billion pounds sterling.", .money, 2.5e9, "GBP"),
      QuantityCase("en", "Some 128,000 tokens were read.", .count, 128_000, "token"),
      QuantityCase("en", "He counted two and a half million.", .number, 2.5e6, nil),
      QuantityCase("en", "It weighs twenty-one tons.", .measure, 21, "t"),
      QuantityCase("en", "It is one in three.", .fraction, 1.0 / 3, nil),
      QuantityCase("en", "Turnout was 54 percent.", .percent, 54, "percent"),
      QuantityCase("en", "A 10-gallon tank leaked.", .measure, 10, "gal"),
      QuantityCase("en", "It was 98.6 °F.", .measure, 98.6, "°F"),
      QuantityCase("en", "They finished 21st.", .ordinal, 21, nil),
      QuantityCase("de", "Es sind 1.5 km.", .measure, 1.5, "km"),
    ])
  func valueAndUnit(_ expected: QuantityCase) throws {
    let quantity = try only(expected.text, expected.language)
    #expect(quantity.kind == expected.kind)
    #expect(quantity.unit == expected.unit)
    let value = try #require(quantity.value)
    let wanted = try #require(expected.value)
    #expect(abs(value - wanted) <= 1e-9 * abs(wanted))
  }

  @Test(
    "Bounds and approximation",
    arguments: [
      ("fr", "Au moins 20 maires ont signé.", Quantity.Bound.atLeast, false),
      ("fr", "Plus de 20 maires ont signé.", .moreThan, false),
      ("fr", "Jusqu'à 20 maires ont signé.", .atMost, false),
      ("fr", "Moins de 20 maires ont signé.", .lessThan, false),
      ("fr", "Environ 20 maires ont signé.", .equal, true),
      ("fr", "Près de 20 maires ont signé.", .equal, true),
      ("en", "At least 20 mayors signed.", .atLeast, false),
      ("en", "More than 20 mayors signed.", .moreThan, false),
      ("en", "Up to 20 mayors signed.", .atMost, false),
      ("en", "Under 20 mayors signed.", .lessThan, false),
      ("en", "An estimated 20 mayors signed.", .equal, true),
    ])
  func boundsAndApproximation(
    language: String, text: String, bound: Quantity.Bound, isApproximate: Bool
  ) throws {
    let quantity = try only(text, language)
    #expect(quantity.value == 20)
    #expect(quantity.bound == bound)
    #expect(quantity.isApproximate == isApproximate)
    #expect(quantity.range.start == 0)
  }

  @Test(
    "Ranges",
    arguments: [
      ("fr", "entre 3 et 5 %", 3.0, 5.0, "percent"),
      ("fr", "de 10 à 12 millions d'euros", 10e6, 12e6, "EUR"),
      ("en", "3 to 5 percent", 3, 5, "percent"),
      ("en", "30-40 km", 30, 40, "km"),
      ("en", "between $7 and $9", 7, 9, "USD"),
    ])
  func ranges(language: String, text: String, low: Double, high: Double, unit: String) throws {
    let quantity = try only(text, language)
    #expect(quantity.low == low)
    #expect(quantity.high == high)
    #expect(quantity.unit == unit)
    #expect(quantity.value == nil)
  }

  @Test(
    "Changes, rates and ages",
    arguments: [
      ("fr", "en hausse de 2 %", "increase", "percent"),
      ("fr", "en baisse de 3 points", "decrease", "point"),
      ("en", "up 2%", "increase", "percent"),
      ("en", "fell by 4 percent", "decrease", "percent"),
    ])
  func changes(language: String, text: String, change: String, unit: String) throws {
    let quantity = try only(text, language)
    #expect(quantity.change == change)
    #expect(quantity.unit == unit)
  }

  @Test func ratesCarryTheirPeriod() throws {
    #expect(try only("40 euros par an", "fr").unit == "EUR/year")
    #expect(try only("500,000 barrels a day", "en").unit == "bbl/day")
    #expect(try only("2 000 dollars par habitant", "fr").unit == "USD/head")
  }

  @Test func agesAreNotDurations() throws {
    #expect(try only("Elle a épousé Paul, 34 ans, hier.", "fr").kind == .age)
    #expect(try only("a 34-year-old driver", "en").kind == .age)
    #expect(try only("La grève a duré 34 ans ici.", "fr").kind == .measure)
  }

  @Test(
    "Dates, clock times and codes are no quantities",
    arguments: [
      ("fr", "Le 3 mars 2025, à 14 h 30, en 2024."), ("fr", "Réunion mardi à 9h."),
      ("en", "On March 4, 2025 at 3:30 pm, since 2010."), ("en", "COVID-19 and A320 and G20."),
      ("en", "See https://example.org/?q=30%25%20"), ("fr", ""), ("en", "a, an, the"),
    ])
  func nothingFound(language: String, text: String) {
    #expect(recognizer.quantities(in: text, language: language).isEmpty)
  }

  @Test func rangesLimitTheSearch() throws {
    let text = "10 km, 20 km, 30 km"
    let found = recognizer.quantities(in: text, language: "en", within: [TextRange(7, 12)])
    #expect(found.map { String(text.slice($0.range)) } == ["20 km"])
    #expect(found.first?.id == "q1")
  }
}
