/// The meaning of a date or time, as far as the text gives it.
///
/// Fields that the text leaves open stay nil and are written as X in the TIMEX3 value, so that an
/// ambiguous date stays ambiguous.
struct TimeValue {
  @SmallInteger var year: Int?
  @SmallInteger var month: Int?
  @SmallInteger var day: Int?
  @SmallInteger var weekday: Int?
  @SmallInteger var week: Int?
  var isWeekend = false
  @SmallInteger var quarter: Int?
  @SmallInteger var half: Int?
  @ShortCode var season: String?
  /// The decade without its last digit, 199; or 9 for "the nineties".
  @SmallInteger var decade: Int?
  /// The century without its last two digits, 14 for the 15th.
  @SmallInteger var century: Int?
  /// Prefix of a fiscal or school year, `FY`.
  @ShortCode var yearPrefix: String?
  /// Which weekday of the month, 1 for the first, -1 for the last.
  @SmallInteger var weekdayNumber: Int?
  @ShortCode var part: String?
  @SmallInteger var hour: Int?
  @SmallInteger var minute: Int?
  @SmallInteger var second: Int?
  /// A value that is none of the above: `PRESENT_REF`, `P3D`, a range.
  var literal: String?
  var isDuration = false
  var isSet = false
  /// Whether morning or afternoon is known.
  var hasMeridiem = false
  /// Whether the value is some one day that only the document date would tell.
  var isOpenDay = false
  /// The rule of a holiday whose year is open.
  var holidayRule: String?
  /// Whether the hour was given on the twelve-hour clock and moved to the afternoon.
  var isRaised = false
  /// Whether the document date was needed.
  var isAnchored = false

  init() {}

  /// A day known in full.
  init(_ date: CalendarDate) {
    (year, month, day) = (date.year, date.month, date.day)
  }

  /// A value given by its TIMEX3 spelling.
  init(literal: String) { self.literal = literal }

  /// Whether a date is given.
  var hasDate: Bool {
    year != nil || month != nil || day != nil || weekday != nil || week != nil || quarter != nil
      || half != nil || season != nil || decade != nil || century != nil || isWeekend
      || isOpenDay
  }

  /// Whether a time of day is given.
  var hasTime: Bool { hour != nil || part != nil }

  /// The full day, when year, month and day are known and exist.
  var calendarDate: CalendarDate? {
    guard let year, let month, let day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The same date with the time of `other`.
  func with(timeOf other: TimeValue) -> TimeValue {
    var result = self
    result.hour = other.hour ?? result.hour
    result.minute = other.minute ?? result.minute
    result.second = other.second ?? result.second
    result.part = other.hour != nil ? nil : other.part ?? part
    result.hasMeridiem = hasMeridiem || other.hasMeridiem
    result.isAnchored = isAnchored || other.isAnchored
    return result
  }

  /// Moves an hour of the twelve-hour clock to the part of the day that the text names.
  mutating func apply(part name: String) {
    guard let known = hour else {
      part = name
      return
    }
    switch name {
    case "AF", "EV":
      isRaised = known < 12
      hour = isRaised ? known + 12 : known
    case "NI":
      isRaised = known < 12 && known >= 6
      hour = isRaised ? known + 12 : known
    default: hour = known == 12 ? 0 : known
    }
    hasMeridiem = true
    part = nil
  }

  /// The TIMEX3 value.
  var timex: String {
    if let literal { return literal }
    let time = timeText
    return hasDate ? dateText + time : time
  }

  private var timeText: String {
    guard let hour else { return part.map { "T\($0)" } ?? "" }
    var text = "T" + CalendarDate.padded(hour, 2)
    if let minute { text += ":" + CalendarDate.padded(minute, 2) }
    if let second { text += ":" + CalendarDate.padded(second, 2) }
    return text
  }

  private var dateText: String {
    if isOpenDay { return "XXXX-XX-XX" }
    if let century, decade == nil, year == nil { return CalendarDate.padded(century, 2) }
    if let decade { return decade < 10 ? "XX\(decade)" : CalendarDate.padded(decade, 3) }
    let yearText = (yearPrefix ?? "") + (year.map { CalendarDate.padded($0, 4) } ?? "XXXX")
    if let week {
      let text = yearText + "-W" + CalendarDate.padded(week, 2)
      if isWeekend { return text + "-WE" }
      return weekday.map { "\(text)-\($0)" } ?? text
    }
    if isWeekend { return yearText + "-WXX-WE" }
    if let quarter { return yearText + "-Q\(quarter)" }
    if let half { return yearText + "-H\(half)" }
    if let season { return year == nil ? season : yearText + "-" + season }
    if let weekday, day == nil {
      guard let number = weekdayNumber else {
        return month.map { "\(yearText)-\(CalendarDate.padded($0, 2))-WXX-\(weekday)" }
          ?? yearText + "-WXX-\(weekday)"
      }
      let monthText = month.map { CalendarDate.padded($0, 2) } ?? "XX"
      return "\(yearText)-\(monthText)-WXX-\(weekday)-#\(number)"
    }
    if month == nil, day == nil { return yearText }
    var text = yearText + "-" + (month.map { CalendarDate.padded($0, 2) } ?? "XX")
    if let day { text += "-" + CalendarDate.padded(day, 2) }
    return text
  }
}
