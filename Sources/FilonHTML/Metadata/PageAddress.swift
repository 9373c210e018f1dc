/// The parts of a web address that extraction looks at.
struct PageAddress {
  let scheme: String
  let host: String
  let path: String

  /// Reads an address; parts that are missing are empty.
  init(_ url: String) {
    var rest = url[...]
    if let range = rest.firstRange(of: "://") {
      scheme = String(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    } else {
      scheme = ""
    }
    if scheme.isEmpty {
      host = ""
      path = String(rest)
    } else {
      let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
      host = rest[..<end].lowercased()
      path = String(rest[end...])
    }
  }

  /// The name of the site as its host spells it, without `www` and the top level.
  var siteName: String? {
    var labels = host.split(separator: ".").map(String.init)
    guard labels.count > 1 else { return nil }
    if labels.first == "www" { labels.removeFirst() }
    return labels.joined(separator: ".")
  }

  /// An address made absolute, or nil when it cannot be.
  func resolve(_ reference: String) -> String? {
    if reference.firstRange(of: "://") != nil { return reference }
    guard !host.isEmpty else { return nil }
    if reference.hasPrefix("//") { return scheme + ":" + reference }
    if reference.hasPrefix("/") { return scheme + "://" + host + reference }
    return nil
  }

  /// A date that the path spells: `/2020/03/04/`, `2020-03-04`, `20200304`.
  var date: CalendarDate? {
    let parts = path.utf8.split(whereSeparator: { !(0x30...0x39).contains($0) })
    var numbers: [(value: Int, digits: Int, end: String.Index)] = []
    for part in parts {
      numbers.append((Int(String(Substring(part))) ?? 0, part.count, part.endIndex))
    }
    for index in numbers.indices {
      let number = numbers[index]
      if number.digits == 4, index + 2 < numbers.count, numbers[index + 1].digits <= 2,
        numbers[index + 2].digits <= 2,
        adjacent(number.end, numbers[index + 1]),
        adjacent(numbers[index + 1].end, numbers[index + 2]),
        let date = CalendarDate(
          year: number.value, month: numbers[index + 1].value, day: numbers[index + 2].value)
      {
        return date
      }
      if number.digits == 8,
        let date = CalendarDate(
          year: number.value / 10000, month: number.value / 100 % 100, day: number.value % 100)
      {
        return date
      }
    }
    return nil
  }

  private func adjacent(
    _ end: String.Index, _ next: (value: Int, digits: Int, end: String.Index)
  ) -> Bool {
    path.utf8.distance(from: end, to: next.end) == next.digits + 1
  }
}
