/// A day of the proleptic Gregorian calendar, with a time of day when it is known.
///
/// The arithmetic is done on day numbers (days since 1970-01-01) and knows no time zones: the
/// clock time is the one that the text or the metadata gives.
public struct CalendarDate: Hashable, Sendable, Comparable {
  /// The year, negative before year 1 (astronomical count).
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int
  /// Seconds since midnight, or nil when only the day is known.
  public var secondOfDay: Int?

  /// Makes a date; nil when the month has no such day.
  public init?(year: Int, month: Int, day: Int, secondOfDay: Int? = nil) {
    guard (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year),
      (-9999...9999).contains(year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.secondOfDay = secondOfDay
  }

  /// Reads an ISO 8601 date ("2025-03-04") or date-time ("2025-03-04T18:30:00+01:00"); the offset
  /// is ignored.
  public init?(iso8601 text: String) {
    let bytes = Array(text.utf8.prefix(40))
    func number(_ start: Int, _ count: Int) -> Int? {
      guard start + count <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[start..<start + count] {
        guard byte &- 0x30 < 10 else { return nil }
        value = value * 10 + Int(byte &- 0x30)
      }
      return value
    }
    guard let year = number(0, 4), bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let month = number(5, 2), let day = number(8, 2)
    else { return nil }
    var second: Int?
    if bytes.count >= 16, bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A,
      let hour = number(11, 2), let minute = number(14, 2), hour < 24, minute < 60
    {
      let seconds = bytes.count >= 19 && bytes[16] == 0x3A ? number(17, 2) ?? 0 : 0
      second = hour * 3600 + minute * 60 + min(seconds, 59)
    }
    self.init(year: year, month: month, day: day, secondOfDay: second)
  }

  /// The date that is `number` days after 1970-01-01.
  init(dayNumber number: Int, secondOfDay: Int? = nil) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.secondOfDay = secondOfDay
  }

  /// Days since 1970-01-01.
  public var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day of the week, 1 for Monday to 7 for Sunday.
  public var weekday: Int {
    let remainder = (dayNumber + 3) % 7
    return (remainder < 0 ? remainder + 7 : remainder) + 1
  }

  /// The ISO 8601 week and the year it belongs to.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = CalendarDate(dayNumber: dayNumber - weekday + 4)
    let start = Self.dayNumber(year: thursday.year, month: 1, day: 1)
    return (thursday.year, (thursday.dayNumber - start) / 7 + 1)
  }

  /// The date as ISO 8601 writes it, without the time.
  public var iso8601: String {
    "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// The date `days` later.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(
      dayNumber: dayNumber + max(-4_000_000, min(4_000_000, days)), secondOfDay: secondOfDay)
  }

  /// The date `months` later; a day that the month does not have becomes its last day.
  public func adding(months: Int) -> CalendarDate {
    let total = year * 12 + month - 1 + max(-120_000, min(120_000, months))
    let newYear = total >= 0 ? total / 12 : (total - 11) / 12
    var result = self
    result.year = newYear
    result.month = total - newYear * 12 + 1
    result.day = min(day, Self.days(inMonth: result.month, of: newYear))
    return result
  }

  /// The date and time `seconds` later, from midnight when no time is known.
  public func adding(seconds: Int) -> CalendarDate {
    let total = (secondOfDay ?? 0) + max(-1_000_000_000, min(1_000_000_000, seconds))
    let days = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
    var result = adding(days: days)
    result.secondOfDay = total - days * 86_400
    return result
  }

  /// Easter Sunday of the Western churches (Meeus, Jones and Butcher).
  static func easter(_ year: Int) -> CalendarDate {
    let golden = ((year % 19) + 19) % 19
    let century = year / 100
    let ofCentury = year % 100
    let correction =
      (century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15
        + 19 * golden) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - correction - ofCentury % 4) % 7
    let shift = (golden + 11 * correction + 22 * weekday) / 451
    let month = (correction + weekday - 7 * shift + 114) / 31
    let day = (correction + weekday - 7 * shift + 114) % 31 + 1
    return CalendarDate(dayNumber: dayNumber(year: year, month: month, day: day))
  }

  /// Days since 1970-01-01 of a date that need not exist; overflowing days run on.
  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let first = CalendarDate(unchecked: year, month, 1)
    return first.dayNumber + day - 1
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
    secondOfDay = nil
  }

  /// Number of days of a month.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Earlier dates come first; a day without a time comes before the same day with one.
  public static func < (lhs: CalendarDate, rhs: CalendarDate) -> Bool {
    (lhs.year, lhs.month, lhs.day, lhs.secondOfDay ?? -1)
      < (rhs.year, rhs.month, rhs.day, rhs.secondOfDay ?? -1)
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(abs(number))
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }
}
