/// What the markup of a page offers as metadata, collected in one pass.
struct PageHead {
  /// A place that mentions something: its value when the markup gives one, else its visible text.
  struct Mention {
    var node: Int
    var value: String?
  }

  /// Values of meta elements by their property, name, itemprop or http-equiv, in lower case.
  private(set) var metas: [(key: String, value: String)] = []
  private(set) var canonical: String?
  private(set) var language: String?
  private(set) var documentTitle: String?
  /// Main headings.
  private(set) var headings: [Mention] = []
  /// The first headings of level 2, for pages without a main one.
  private(set) var secondHeadings: [Mention] = []
  /// Elements that give the title, by itemprop or class.
  private(set) var titles: [Mention] = []
  private(set) var subtitles: [Mention] = []
  /// Elements whose markup says that they name an author, most certain first.
  private(set) var authors: [Mention] = []
  private(set) var relAuthors: [Mention] = []
  private(set) var itempropAuthors: [Mention] = []
  /// Dates: values of datetime attributes, and texts of elements that say they are dates.
  private(set) var times: [Mention] = []
  private(set) var publishedTimes: [Mention] = []
  private(set) var modifiedTimes: [Mention] = []
  private(set) var dateTexts: [Mention] = []
  private(set) var tagLinks: [String] = []
  private(set) var feedCount = 0

  /// The longest text of a mention that is read, in bytes.
  private static let mentionLimit = 300

  private let arena: NodeArena
  private let bytes: [UInt8]

  init(arena: NodeArena, bytes: [UInt8]) {
    self.arena = arena
    self.bytes = bytes
    for index in arena.nodes.indices where arena.nodes[index].tag != .text {
      visit(index, arena.nodes[index])
    }
  }

  /// The first meta value among `keys`, in the order of the keys.
  func meta(_ keys: String...) -> String? {
    for key in keys {
      if let found = metas.first(where: { $0.key == key && !$0.value.isEmpty }) {
        return found.value
      }
    }
    return nil
  }

  /// All meta values of one key.
  func all(_ key: String) -> [String] { metas.filter { $0.key == key }.map(\.value) }

  /// What a mention says.
  func text(of mention: Mention) -> String {
    mention.value ?? text(mention.node, limit: Self.mentionLimit)
  }

  /// The text under a node, white space collapsed, cut at a length.
  func text(_ node: Int, limit: Int = 600) -> String {
    var out: [UInt8] = []
    var isPending = false
    var index = node
    while index < arena.end(of: node), out.count < limit {
      let child = arena.nodes[index]
      if child.tag != .text {
        if child.tag.isBlock || child.tag == .br { isPending = true }
        if index > node, child.isSilent {
          index = Int(child.end)
          continue
        }
        index += 1
        continue
      }
      for byte in bytes[Int(child.start)..<Int(child.textEnd)] {
        if byte <= 0x20 {
          isPending = true
        } else {
          if isPending, !out.isEmpty { out.append(0x20) }
          isPending = false
          out.append(byte)
        }
      }
      index += 1
    }
    return String(decoding: out, as: UTF8.self).replacingNoBreakSpaces
  }

  private mutating func visit(_ index: Int, _ node: NodeArena.Node) {
    switch node.tag {
    case .html:
      if language == nil { language = arena.value(of: .lang, at: index) }
    case .title:
      if documentTitle == nil {
        let text = text(index)
        if !text.isEmpty { documentTitle = text }
      }
    case .meta: meta(at: index)
    case .link: link(at: index)
    case .h1: headings.append(Mention(node: index, value: text(index)))
    case .h2:
      if secondHeadings.count < 8 {
        secondHeadings.append(Mention(node: index, value: text(index)))
      }
    case .time: time(at: index)
    default: break
    }
    guard node.attributeCount > 0 else { return }
    if node.tag != .meta, let property = arena.bytes(of: .itemprop, at: index) {
      itemprop(property, at: index)
    }
    if node.tag == .a, let rel = arena.bytes(of: .rel, at: index) {
      if rel.holds("author") { add(&relAuthors, index) }
      if rel.holds("tag"), tagLinks.count < 40 { tagLinks.append(text(index, limit: 80)) }
    }
    let concepts = node.concepts
    if concepts.isEmpty || node.tag == .body || node.tag == .html { return }
    if concepts.contains(.author), concepts.isDisjoint(with: [.comment, .related]) {
      add(&authors, index)
    }
    if concepts.contains(.date), concepts.isDisjoint(with: [.comment, .related]),
      dateTexts.count < 40
    {
      add(&dateTexts, index)
      if node.tag != .time, arena.bytes(of: .class, at: index)?.holds("published") == true {
        add(&publishedTimes, index)
      }
    }
    if concepts.contains(.subtitle), subtitles.count < 10 { add(&subtitles, index) }
    if concepts.contains(.title), titles.count < 20 { add(&titles, index) }
  }

  private func add(_ list: inout [Mention], _ index: Int) {
    guard list.count < 60, hasText(index) else { return }
    list.append(Mention(node: index))
  }

  private func hasText(_ node: Int) -> Bool {
    var index = node
    while index < arena.end(of: node) {
      let child = arena.nodes[index]
      if child.tag == .text, !child.flags.contains(.blank) { return true }
      index = index > node && child.isSilent ? Int(child.end) : index + 1
    }
    return false
  }

  private mutating func meta(at index: Int) {
    let key =
      arena.value(of: .property, at: index) ?? arena.value(of: .name, at: index)
      ?? arena.value(of: .itemprop, at: index) ?? arena.value(of: .httpEquiv, at: index)
    guard let key, let value = arena.value(of: .content, at: index) else { return }
    let clean = value.unescapedReferences.collapsedSpaces
    guard !clean.isEmpty, metas.count < 500 else { return }
    metas.append((key.lowercased(), clean))
  }

  private mutating func link(at index: Int) {
    guard let rel = arena.value(of: .rel, at: index)?.lowercased(),
      let href = arena.value(of: .href, at: index)
    else { return }
    if rel == "canonical", canonical == nil { canonical = href.collapsedSpaces }
    if rel == "alternate" { feedCount += 1 }
  }

  private mutating func time(at index: Int) {
    let value = arena.value(of: .datetime, at: index) ?? ""
    let text = value.isEmpty ? text(index, limit: 100) : value
    guard !text.isEmpty, times.count < 100 else { return }
    let mention = Mention(node: index, value: text)
    times.append(mention)
    let concepts = arena.nodes[index].concepts
    if arena.bytes(of: .pubdate, at: index) != nil
      || arena.bytes(of: .class, at: index)?.holds("published") == true
    {
      publishedTimes.append(mention)
    } else if concepts.contains(.date),
      arena.bytes(of: .class, at: index)?.holds("updated") == true
    {
      modifiedTimes.append(mention)
    }
  }

  private mutating func itemprop(_ property: ArraySlice<UInt8>, at index: Int) {
    let isDate = property.holds("date")
    guard isDate || property.holds("headline") || property.holds("author") else { return }
    let value =
      arena.value(of: .content, at: index) ?? arena.value(of: .datetime, at: index)
      ?? (isDate ? arena.value(of: .title, at: index) : nil)
      ?? text(index, limit: 300)
    guard !value.isEmpty else { return }
    let mention = Mention(node: index, value: value.collapsedSpaces)
    if property.holds("datepublished") || property.holds("datecreated") {
      publishedTimes.append(mention)
    } else if property.holds("datemodified") {
      modifiedTimes.append(mention)
    } else if property.holds("headline") {
      titles.insert(mention, at: 0)
    } else if property.holds("author") {
      var name = mention
      if let inner = itempropName(inside: index) { name.value = inner }
      itempropAuthors.append(name)
    }
  }

  /// The text of `itemprop=name` under a node.
  private func itempropName(inside node: Int) -> String? {
    var index = node + 1
    while index < arena.end(of: node) {
      if arena.nodes[index].tag != .text, arena.nodes[index].attributeCount > 0,
        arena.value(of: .itemprop, at: index) == "name"
      {
        let value = arena.value(of: .content, at: index) ?? text(index, limit: 200)
        if !value.isEmpty { return value }
      }
      index += 1
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether `word` (in lower case) occurs in the bytes, letter case aside.
  func holds(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    var start = startIndex
    while start + length <= endIndex {
      var offset = 0
      while offset < length, unsafe self[start + offset] | 0x20 == word.utf8Start[offset] {
        offset += 1
      }
      if offset == length { return true }
      start += 1
    }
    return false
  }
}
