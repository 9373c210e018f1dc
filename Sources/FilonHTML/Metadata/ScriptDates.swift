/// Finds dates in the data that scripts carry: `"createdAt":"2022-01-31T15:58:43"`.
enum ScriptDates {
  private static let cues: [[UInt8]] = ["date", "publish", "created"].map { Array($0.utf8) }
  /// How far before the date its key may start.
  private static let reach = 40

  /// The first ISO date whose key speaks of a date of publication.
  static func first(in page: [UInt8]) -> CalendarDate? {
    let page = page.span
    var index = 2
    while index + 10 <= page.count {
      guard page[index] == UInt8(ascii: "2"), page[index + 1] == UInt8(ascii: "0"),
        page[index - 1] == 0x22 || page[index - 1] == 0x27, isDate(page, at: index)
      else {
        index += 1
        continue
      }
      if hasCue(page, before: index) {
        let year = number(page, index, 4)
        if let date = CalendarDate(
          year: year, month: number(page, index + 5, 2), day: number(page, index + 8, 2))
        {
          return date
        }
      }
      index += 10
    }
    return nil
  }

  private static func isDate(_ page: Span<UInt8>, at index: Int) -> Bool {
    for offset in 0..<10 {
      let byte = page[index + offset]
      if offset == 4 || offset == 7 {
        if byte != UInt8(ascii: "-"), byte != UInt8(ascii: "/") { return false }
      } else if byte < 0x30 || byte > 0x39 {
        return false
      }
    }
    return true
  }

  private static func number(_ page: Span<UInt8>, _ start: Int, _ length: Int) -> Int {
    var value = 0
    for index in start..<(start + length) { value = value * 10 + Int(page[index]) - 0x30 }
    return value
  }

  private static func hasCue(_ page: Span<UInt8>, before index: Int) -> Bool {
    let start = max(0, index - reach)
    for cue in cues {
      var place = start
      while place + cue.count <= index {
        var offset = 0
        while offset < cue.count, page[place + offset] | 0x20 == cue[offset] { offset += 1 }
        if offset == cue.count { return true }
        place += 1
      }
    }
    return false
  }
}
