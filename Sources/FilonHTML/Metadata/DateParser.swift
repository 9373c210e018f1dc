/// Reads dates as pages write them: ISO 8601, RFC 2822, and written and numeric dates.
///
/// Numeric dates with the year last are read day first unless that is impossible or the page is in
/// American English. Two-digit years count from 1990.
struct DateParser: Sendable {
  private enum Token: Equatable {
    case number(value: Int, digits: Int)
    case word(String)
    case mark(UInt8)
  }

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for row in EmbeddedTable.dateWords where row.count == 4 && row[0] == "month" {
      for word in row[3].split(separator: " ") { months[String(word)] = Int(row[2]) ?? 1 }
    }
    return months
  }()

  private static let zones: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "cet": 60, "cest": 120, "est": -300, "edt": -240, "cst": -360,
    "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "bst": 60, "ist": 330,
    "mez": 60, "mesz": 120,
  ]

  /// Whether 03/04/2020 is the fourth of March.
  let monthFirst: Bool

  init(monthFirst: Bool = false) { self.monthFirst = monthFirst }

  /// The first date in a text, or nil.
  func first(in text: String) -> CalendarDate? {
    let tokens = Self.tokens(text)
    for index in tokens.indices {
      guard let (day, next) = day(tokens, at: index) else { continue }
      var date = day
      addTime(tokens, from: next, to: &date)
      return date
    }
    return nil
  }

  /// Every date in a text, with the last word before it that says what it is of.
  func all(in text: String) -> [(date: CalendarDate, cue: DateCue?)] {
    let tokens = Self.tokens(text)
    var dates: [(date: CalendarDate, cue: DateCue?)] = []
    var cue: DateCue?
    var index = 0
    while index < tokens.count {
      if let (day, next) = day(tokens, at: index) {
        var date = day
        addTime(tokens, from: next, to: &date)
        dates.append((date, cue))
        cue = nil
        index = next
        continue
      }
      if case .word(let word) = tokens[index], let found = DateCue(word: word) { cue = found }
      index += 1
    }
    return dates
  }

  private static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var word = ""
    var number = 0
    var digits = 0
    func endWord() {
      if !word.isEmpty { tokens.append(.word(word)) }
      word = ""
    }
    func endNumber() {
      if digits > 0 { tokens.append(.number(value: number, digits: digits)) }
      number = 0
      digits = 0
    }
    for scalar in text.unicodeScalars.prefix(4000) {
      if let value = scalar.value >= 0x30 && scalar.value <= 0x39 ? Int(scalar.value) - 0x30 : nil {
        endWord()
        if digits < 15 { number = number * 10 + value }
        digits += 1
      } else if scalar.properties.isAlphabetic {
        endNumber()
        word += scalar.properties.lowercaseMapping
      } else {
        endWord()
        endNumber()
        if scalar.value > 0x20, scalar.value < 0x80 {
          tokens.append(.mark(UInt8(scalar.value)))
        } else if scalar.value == 0x5E74 || scalar.value == 0x6708 {
          tokens.append(.mark(UInt8(ascii: "/")))
        }
      }
    }
    endWord()
    endNumber()
    return tokens
  }

  private func day(_ tokens: [Token], at index: Int) -> (CalendarDate, next: Int)? {
    switch tokens[index] {
    case .number(let value, let digits):
      if index > 0, case .number = tokens[index - 1] { return nil }
      if digits == 4 { return yearFirst(tokens, at: index, year: value) }
      if digits == 8 || digits == 14 || digits == 12 {
        return compact(value, digits: digits, next: index + 1)
      }
      if digits <= 2 { return dayFirst(tokens, at: index, first: value) }
      return nil
    case .word(let word):
      return monthWord(tokens, at: index, word: word)
    case .mark: return nil
    }
  }

  private func number(_ tokens: [Token], _ index: Int) -> (value: Int, digits: Int)? {
    guard index < tokens.count, case .number(let value, let digits) = tokens[index] else {
      return nil
    }
    return (value, digits)
  }

  private func isSeparator(_ tokens: [Token], _ index: Int) -> UInt8? {
    guard index < tokens.count, case .mark(let mark) = tokens[index],
      mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".")
    else { return nil }
    return mark
  }

  private func yearFirst(_ tokens: [Token], at index: Int, year: Int) -> (CalendarDate, next: Int)?
  {
    guard let mark = isSeparator(tokens, index + 1), let month = number(tokens, index + 2),
      month.digits <= 2, isSeparator(tokens, index + 3) == mark,
      let day = number(tokens, index + 4), day.digits <= 2
    else {
      // 2020, March 4
      if case .word(let word)? = index + 1 < tokens.count ? tokens[index + 1] : nil,
        let month = Self.months[word], let day = number(tokens, index + 2), day.digits <= 2
      {
        return CalendarDate(year: year, month: month, day: day.value).map { ($0, index + 3) }
      }
      return nil
    }
    return CalendarDate(year: year, month: month.value, day: day.value).map { ($0, index + 5) }
  }

  private func compact(_ value: Int, digits: Int, next: Int) -> (CalendarDate, next: Int)? {
    var value = value
    var time: (Int, Int, Int)?
    if digits == 14 {
      time = (value / 10000 % 100, value / 100 % 100, value % 100)
      value /= 1_000_000
    } else if digits == 12 {
      time = (value / 100 % 100, value % 100, 0)
      value /= 10000
    }
    var date = CalendarDate(year: value / 10000, month: value / 100 % 100, day: value % 100)
    if let time, time.0 < 24, time.1 < 60, time.2 < 60 { date?.time = time }
    return date.map { ($0, next) }
  }

  private func dayFirst(_ tokens: [Token], at index: Int, first: Int) -> (CalendarDate, next: Int)?
  {
    // 4 March 2020, 4. März 2020, 4 de marzo de 2020, 1er mars 2020, 4th of March, 2020
    var cursor = index + 1
    var skipped = 0
    while cursor < tokens.count, skipped < 3 {
      if case .word(let word) = tokens[cursor], let month = Self.months[word] {
        return writtenYear(tokens, from: cursor + 1).flatMap { year, next in
          CalendarDate(year: year, month: month, day: first).map { ($0, next) }
        }
      }
      guard Self.isFiller(tokens[cursor]) else { break }
      cursor += 1
      skipped += 1
    }
    guard let mark = isSeparator(tokens, index + 1), let second = number(tokens, index + 2),
      second.digits <= 2, isSeparator(tokens, index + 3) == mark,
      let year = number(tokens, index + 4), year.digits == 4 || year.digits == 2
    else { return nil }
    // A telephone number goes on.
    if index > 1, isSeparator(tokens, index - 1) != nil, number(tokens, index - 2) != nil {
      return nil
    }
    if isSeparator(tokens, index + 5) == mark, number(tokens, index + 6) != nil { return nil }
    let full = year.digits == 4 ? year.value : year.value + (year.value < 70 ? 2000 : 1900)
    let preferMonthFirst = monthFirst && mark == UInt8(ascii: "/")
    let day = CalendarDate(year: full, month: second.value, day: first)
    let american = CalendarDate(year: full, month: first, day: second.value)
    let date = preferMonthFirst ? american ?? day : day ?? american
    if year.digits == 2, mark == UInt8(ascii: "-") { return nil }
    return date.map { ($0, index + 5) }
  }

  private func monthWord(_ tokens: [Token], at index: Int, word: String) -> (
    CalendarDate, next: Int
  )? {
    guard let month = Self.months[word] else { return nil }
    var cursor = index + 1
    if cursor < tokens.count, tokens[cursor] == .mark(UInt8(ascii: ".")) { cursor += 1 }
    guard let day = number(tokens, cursor), day.digits <= 2 else { return nil }
    return writtenYear(tokens, from: cursor + 1).flatMap { year, next in
      CalendarDate(year: year, month: month, day: day.value).map { ($0, next) }
    }
  }

  /// The year after a day and a month: four digits, with at most a few fillers before.
  private func writtenYear(_ tokens: [Token], from index: Int) -> (Int, next: Int)? {
    var cursor = index
    while cursor < tokens.count, cursor < index + 3 {
      if case .number(let value, let digits) = tokens[cursor] {
        if digits == 4, (1990...2100).contains(value) { return (value, cursor + 1) }
        return nil
      }
      guard Self.isFiller(tokens[cursor]) else { return nil }
      cursor += 1
    }
    return nil
  }

  private static func isFiller(_ token: Token) -> Bool {
    switch token {
    case .mark(let mark):
      mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") || mark == UInt8(ascii: "-")
        || mark == UInt8(ascii: "/") || mark == UInt8(ascii: "'")
    case .word(let word):
      ["de", "del", "of", "er", "st", "nd", "rd", "th", "do", "o", "a", "di"].contains(word)
    case .number: false
    }
  }

  /// A time of day right after a date: `T10:30:00+02:00`, `à 10h30`, `10:30 pm`, `10.30 Uhr`.
  private func addTime(_ tokens: [Token], from index: Int, to date: inout CalendarDate) {
    var cursor = index
    while cursor < tokens.count, cursor < index + 4, number(tokens, cursor) == nil { cursor += 1 }
    guard let hour = number(tokens, cursor), hour.digits <= 2, hour.value < 24,
      cursor + 2 < tokens.count, let minute = number(tokens, cursor + 2), minute.digits == 2,
      minute.value < 60
    else { return }
    switch tokens[cursor + 1] {
    case .mark(UInt8(ascii: ":")), .word("h"), .mark(UInt8(ascii: ".")): break
    default: return
    }
    var time = (hour: hour.value, minute: minute.value, second: 0)
    cursor += 3
    if cursor + 1 < tokens.count, tokens[cursor] == .mark(UInt8(ascii: ":")),
      let second = number(tokens, cursor + 1), second.digits == 2, second.value < 61
    {
      time.second = min(second.value, 59)
      cursor += 2
      if cursor + 1 < tokens.count, tokens[cursor] == .mark(UInt8(ascii: ".")),
        number(tokens, cursor + 1) != nil
      {
        cursor += 2
      }
    }
    if cursor < tokens.count, case .word(let word) = tokens[cursor] {
      if word == "pm", time.hour < 12 { time.hour += 12 }
      if word == "am", time.hour == 12 { time.hour = 0 }
      if word == "pm" || word == "am" { cursor += 1 }
    }
    date.time = time
    date.zone = zone(tokens, at: cursor)
  }

  private func zone(_ tokens: [Token], at index: Int) -> Int? {
    guard index < tokens.count else { return nil }
    switch tokens[index] {
    case .word(let word): return Self.zones[word]
    case .mark(let mark) where mark == UInt8(ascii: "+") || mark == UInt8(ascii: "-"):
      guard let first = number(tokens, index + 1) else { return nil }
      let sign = mark == UInt8(ascii: "+") ? 1 : -1
      if first.digits == 4 { return sign * (first.value / 100 * 60 + first.value % 100) }
      guard first.digits == 2, first.value <= 14 else { return nil }
      let minutes =
        index + 3 < tokens.count && tokens[index + 2] == .mark(UInt8(ascii: ":"))
        ? number(tokens, index + 3)?.value ?? 0 : 0
      return sign * (first.value * 60 + minutes)
    default: return nil
    }
  }
}
