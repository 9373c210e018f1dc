/// The attributes that extraction looks at.
enum AttributeKey: UInt8, CaseIterable, Sendable {
  case `class`, id, itemprop, rel, role, href, datetime, content, property, name, lang
  case title, style, hidden, pubdate
  case ariaHidden, httpEquiv

  private static let spellings: [[UInt8]] = allCases.map { key in
    switch key {
    case .ariaHidden: Array("aria-hidden".utf8)
    case .httpEquiv: Array("http-equiv".utf8)
    default: Array(String(describing: key).utf8)
    }
  }

  /// Keys by the low bits of the first letter and the length; no two share both.
  private static let slots: [UInt8] = {
    var slots = [UInt8](repeating: 0, count: 512)
    for (index, spelling) in spellings.enumerated() {
      slots[Int(spelling[0] & 31) << 4 | spelling.count] = UInt8(index + 1)
    }
    return slots
  }()

  /// The key of an attribute's name in `range` of a page, letter case aside, or nil for one that
  /// nobody looks at.
  init?(_ page: Span<UInt8>, _ range: Range<Int>) {
    guard range.count < 16 else { return nil }
    let slot = Self.slots[Int(page[range.lowerBound] & 31) << 4 | range.count]
    guard slot > 0 else { return nil }
    let spelling = Self.spellings[Int(slot) - 1]
    for offset in spelling.indices {
      var byte = page[range.lowerBound + offset]
      if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
      if byte != spelling[offset] { return nil }
    }
    self.init(rawValue: slot - 1)
  }
}
