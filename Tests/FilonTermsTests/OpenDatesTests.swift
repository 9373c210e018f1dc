import FilonCore
import FilonTerms
import Testing

@Suite struct OpenDatesTests {
  private func dates(
    _ text: String, _ language: AnalysisLanguage, published: String
  ) throws -> [TemporalExpression] {
    let anchor = try #require(CalendarDate(iso8601: published))
    let analysis = Analysis(text, language)
    var dates = DateRecognizer().dates(in: text, language: language.code, anchor: anchor)
    OpenDates().close(
      &dates, text: text, tokens: analysis.tokens, language: language, anchor: anchor)
    return dates
  }

  // 2026-03-12 is a Thursday.
  @Test(arguments: [
    ("La ministre a présenté mardi son projet de loi.", "2026-03-10"),
    ("Le rapport publié lundi accuse la mairie.", "2026-03-09"),
    ("Le tribunal rendra sa décision vendredi.", "2026-03-13"),
    ("Les pompiers espèrent rouvrir la route d'ici dimanche.", "2026-03-15"),
    ("Jeudi, deux ouvriers ont été blessés.", "2026-03-12"),
    ("Le train part mardi.", "XXXX-WXX-2"),
    ("Le musée a rouvert le 4 décembre.", "2025-12-04"),
    ("Le musée rouvrira en juin.", "2026-06"),
  ])
  func french(text: String, timex: String) throws {
    let found = try dates(text, .french, published: "2026-03-12")
    #expect(found.map(\.timex) == [timex])
    #expect((found.first?.anchor != nil) == !timex.hasPrefix("XXXX"))
  }

  @Test(arguments: [
    ("The council rejected the plan on Tuesday.", "2026-03-10"),
    ("The court will hear the case on Monday.", "2026-03-16"),
    ("Crews hope to reopen the bridge by Friday.", "2026-03-13"),
    ("On Thursday the company slashed its forecast.", "2026-03-12"),
    ("The office is open on Monday.", "XXXX-WXX-1"),
    ("The dam was finished in November.", "2025-11"),
    ("Voting will begin on May 3.", "2026-05-03"),
  ])
  func english(text: String, timex: String) throws {
    let found = try dates(text, .english, published: "2026-03-12")
    #expect(found.map(\.timex) == [timex])
  }

  @Test(arguments: [
    "", "Tuesday", "May 3 - May 4", "le 31 février", "by by by Monday", "\u{301}mardi",
  ])
  func oddTextsKeepTheirDates(text: String) throws {
    for language in AnalysisLanguage.allCases {
      let anchor = try #require(CalendarDate(iso8601: "2024-02-29"))
      let before = DateRecognizer().dates(in: text, language: language.code, anchor: anchor)
      let after = try dates(text, language, published: "2024-02-29")
      #expect(before.map(\.range) == after.map(\.range))
    }
  }
}
