/// A day, or a moment with as much as is known of it.
struct CalendarDate: Sendable, Hashable {
  var year: Int
  var month: Int
  var day: Int
  /// Hours, minutes and seconds, when the time is known.
  var time: (hour: Int, minute: Int, second: Int)?
  /// Offset from UTC in minutes, when the zone is known.
  var zone: Int?

  init?(year: Int, month: Int, day: Int) {
    guard (1990...2100).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func == (left: CalendarDate, right: CalendarDate) -> Bool {
    left.iso8601 == right.iso8601
  }

  func hash(into hasher: inout Hasher) { hasher.combine(iso8601) }

  /// The day as one number that sorts.
  var ordinal: Int { (year * 100 + month) * 100 + day }

  /// Whether this moment, given in UTC, may have been the other day somewhere: the zones that people
  /// live in reach from ten hours behind to thirteen before.
  func mayBe(_ local: CalendarDate) -> Bool {
    guard zone == 0, let time else { return false }
    switch local.dayNumber - dayNumber {
    case 1: return time.hour >= 11
    case -1: return time.hour < 10
    default: return false
    }
  }

  /// Number of days until the other day.
  func days(until other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  /// Days since a fixed day (the civil calendar's proleptic count).
  private var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// ISO 8601: the day, or the time with its zone when that is known.
  var iso8601: String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    var text = "\(year)-\(two(month))-\(two(day))"
    guard let time else { return text }
    text += "T\(two(time.hour)):\(two(time.minute)):\(two(time.second))"
    guard let zone else { return text }
    if zone == 0 { return text + "Z" }
    let size = abs(zone)
    return text + (zone < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60)
  }
}
