/// The attributes that extraction looks at.
enum AttributeKey: UInt8, CaseIterable, Sendable {
  case `class`, id, itemprop, itemtype, rel, role, href, datetime, content, property, name, lang
  case src, title, style, hidden, pubdate
  case ariaHidden, httpEquiv, dataNosnippet

  private static let spellings: [[UInt8]] = allCases.map { key in
    switch key {
    case .ariaHidden: Array("aria-hidden".utf8)
    case .httpEquiv: Array("http-equiv".utf8)
    case .dataNosnippet: Array("data-nosnippet".utf8)
    default: Array(String(describing: key).utf8)
    }
  }

  /// The key of an attribute's name in lower case, or nil for one that nobody looks at.
  init?(name: Span<UInt8>) {
    guard name.count > 1 else { return nil }
    for (index, spelling) in Self.spellings.enumerated() where spelling.count == name.count {
      var offset = 0
      while offset < spelling.count, spelling[offset] == name[offset] { offset += 1 }
      if offset == spelling.count {
        self.init(rawValue: UInt8(index))
        return
      }
    }
    return nil
  }
}
