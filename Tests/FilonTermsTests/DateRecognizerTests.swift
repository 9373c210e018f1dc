import FilonCore
import FilonTerms
import Testing

@Suite("Dates")
struct DateRecognizerTests {
  let recognizer = DateRecognizer()
  /// A Tuesday.
  let anchor = CalendarDate(iso8601: "2025-03-04T10:30:00Z")

  private func values(_ text: String, _ language: String) -> [String] {
    recognizer.dates(in: text, language: language, anchor: anchor).map(\.timex)
  }

  @Test(
    "French",
    arguments: [
      ("Elle part le mardi 4 mars 2025.", "2025-03-04"), ("Il arrive le 1er mai.", "XXXX-05-01"),
      ("La date est 05/03/2024.", "2024-03-05"), ("Elle revient en mars 2024.", "2024-03"),
      ("Il a plu hier.", "2025-03-03"), ("Il pleuvra après-demain.", "2025-03-06"),
      ("Elle a voté la semaine dernière.", "2025-W09"), ("Rendez-vous mardi.", "XXXX-WXX-2"),
      ("Il a gagné l'an dernier.", "2024"), ("C'était il y a trois ans.", "2022-03-04"),
      ("Le vote aura lieu dans deux mois.", "2025-05-04"), ("Le procès dure trois jours.", "P3D"),
      ("Le marché ouvre tous les mardis.", "XXXX-WXX-2"), ("Rendez-vous à 14 h 30.", "T14:30"),
      ("Il arrive à midi.", "T12"), ("C'était dans les années 1990.", "199"),
      ("C'était au XXIe siècle.", "20"), ("Le premier trimestre 2024 fut bon.", "2024-Q1"),
      ("Elle revient demain à 8 h.", "2025-03-05T08"), ("Vu lundi de Pâques 2024.", "2024-04-01"),
      ("Le festival a lieu du 13 au 15 juillet.", "XXXX-07-13/XXXX-07-15"),
      ("Il arrive à la mi-mai.", "XXXX-05"),
      ("Les 3 prochains jours seront froids.", "2025-03-05/P3D"),
    ])
  func french(text: String, value: String) {
    #expect(values(text, "fr") == [value])
  }

  @Test(
    "English",
    arguments: [
      ("She leaves on March 4, 2025.", "2025-03-04"), ("It was 3/4/2025 then.", "2025-03-04"),
      ("He was born on 4 July 1976.", "1976-07-04"), ("It rained yesterday.", "2025-03-03"),
      ("They met three years ago.", "2022-03-04"), ("They meet next quarter.", "2025-Q2"),
      ("They meet next Monday.", "2025-03-10"), ("It took 3 hours 30 minutes.", "PT3H30M"),
      ("They meet at 3:30 pm.", "T15:30"), ("They meet at half past seven.", "T07:30"),
      ("They train every Tuesday.", "XXXX-WXX-2"), ("It happened in the 1990s.", "199"),
      ("Sales for Q3 2019 rose.", "2019-Q3"), ("She came on Christmas 2020.", "2020-12-25"),
      ("The last week of July was hot.", "XXXX-07-W05"),
      ("They talked from March to May.", "XXXX-03/XXXX-05"),
      ("Open Tuesday from 2 pm to 4 pm.", "XXXX-WXX-2T14/XXXX-WXX-2T16"),
      ("It came two days after Christmas 2024.", "2024-12-27"), ("Do it now.", "PRESENT_REF"),
      ("The years 2014-2018 were good.", "2014/2018"), ("It ends this evening.", "2025-03-04TEV"),
    ])
  func english(text: String, value: String) {
    #expect(values(text, "en") == [value])
  }

  @Test(
    "Not dates",
    arguments: [
      ("en", "You may ask. They march on. He sat down."), ("fr", "Il a été élu sept fois."),
      ("en", "The ratio is 3/4 of 2,000."), ("fr", "Il a vendu 2000 maisons."),
      ("en", "Call 555-1212 or 2010-2015-86."), ("fr", ""),
    ])
  func notDates(language: String, text: String) {
    #expect(values(text, language).isEmpty)
  }

  @Test func withoutAnchorRelativeDatesStayOpen() {
    let found = recognizer.dates(in: "Il part demain à 8 h.", language: "fr", anchor: nil)
    #expect(found.map(\.timex) == ["XXXX-XX-XXT08"])
    #expect(found.first?.anchor == nil)
  }

  @Test func anchorIsRecordedOnlyWhenUsed() {
    let found = recognizer.dates(
      in: "Yesterday, not on 4 July 1976.", language: "en", anchor: anchor)
    #expect(found.map(\.anchor) == ["2025-03-04", nil])
    #expect(found.map(\.kind) == [.date, .date])
    #expect(found.map(\.id) == ["d1", "d2"])
  }

  @Test func durationsAreDatesAndQuantities() throws {
    let both = NumericExpressionRecognizer().expressions(
      in: "La grève a duré deux semaines.", language: "fr", anchor: nil)
    #expect(both.dates.map(\.timex) == ["P2W"])
    #expect(both.dates.map(\.kind) == [.duration])
    #expect(both.quantities.map(\.unit) == ["week"])
  }
}

@Suite("Calendar arithmetic")
struct CalendarDateTests {
  @Test("ISO 8601", arguments: ["2025-03-04", "2025-03-04T10:30:00Z", "2025-03-04 10:30"])
  func readsISO(text: String) throws {
    let date = try #require(CalendarDate(iso8601: text))
    #expect(date.iso8601 == "2025-03-04")
    #expect(date.weekday == 2)
  }

  @Test("Malformed", arguments: ["", "2025", "2025-13-01", "2025-02-30", "04/03/2025", "2025-3-4"])
  func rejects(text: String) {
    #expect(CalendarDate(iso8601: text) == nil)
  }

  @Test func daysRoundTripOverFourCenturies() throws {
    let start = try #require(CalendarDate(year: 1799, month: 12, day: 31))
    var last = start
    for step in 1...160_000 {
      let date = start.adding(days: step)
      #expect(date > last)
      #expect(date.dayNumber == start.dayNumber + step)
      #expect(date.weekday == last.weekday % 7 + 1)
      last = date
    }
    #expect(last.iso8601 == "2238-01-24")
  }

  @Test func monthsClampToTheirLastDay() throws {
    let date = try #require(CalendarDate(year: 2024, month: 1, day: 31))
    #expect(date.adding(months: 1).iso8601 == "2024-02-29")
    #expect(date.adding(months: -2).iso8601 == "2023-11-30")
    #expect(date.adding(seconds: -1).iso8601 == "2024-01-30")
  }

  @Test(
    "ISO weeks",
    arguments: [("2021-01-03", 2020, 53), ("2021-01-04", 2021, 1), ("2024-12-30", 2025, 1)])
  func isoWeeks(text: String, year: Int, week: Int) throws {
    let date = try #require(CalendarDate(iso8601: text))
    #expect(date.isoWeek == (year, week))
  }
}
