/// What the markup of a page offers as metadata, collected in one pass.
struct PageHead {
  /// A piece of visible text with its node.
  struct Mention {
    var node: Int
    var text: String
  }

  /// Values of meta elements by their property, name, itemprop or http-equiv, in lower case.
  private(set) var metas: [(key: String, value: String)] = []
  private(set) var canonical: String?
  private(set) var language: String?
  private(set) var documentTitle: String?
  /// Main headings: level 1, and level 2 when there is none.
  private(set) var headings: [Mention] = []
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

  /// The text under a node, white space collapsed, cut at a length.
  func text(_ node: Int, limit: Int = 600) -> String {
    var out: [UInt8] = []
    var isPending = false
    var index = node
    while index < arena.end(of: node), out.count < limit {
      let child = arena.nodes[index]
      if child.tag != .text {
        if child.tag.isBlock || child.tag == .br { isPending = true }
        if index > node, child.tag.traits.contains(.silent) {
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
    case .h1: headings.append(Mention(node: index, text: text(index)))
    case .time: time(at: index)
    default: break
    }
    guard node.attributeCount > 0 else { return }
    if node.tag != .meta, let property = arena.value(of: .itemprop, at: index) {
      itemprop(property.lowercased(), at: index)
    }
    if node.tag == .a, let rel = arena.value(of: .rel, at: index)?.lowercased() {
      if rel.contains("author") { add(&relAuthors, index) }
      if rel.contains("tag"), tagLinks.count < 40 { tagLinks.append(text(index, limit: 80)) }
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
    }
    if concepts.contains(.subtitle), subtitles.count < 10 { add(&subtitles, index) }
    if concepts.contains(.title), titles.count < 20 { add(&titles, index) }
  }

  private func add(_ list: inout [Mention], _ index: Int) {
    guard list.count < 60 else { return }
    let text = text(index, limit: 300)
    if !text.isEmpty { list.append(Mention(node: index, text: text)) }
  }

  private mutating func meta(at index: Int) {
    let keys = [AttributeKey.property, .name, .itemprop, .httpEquiv].compactMap {
      arena.value(of: $0, at: index)?.lowercased()
    }
    guard let key = keys.first, let value = arena.value(of: .content, at: index) else { return }
    let clean = value.unescapedReferences.collapsedSpaces
    guard !clean.isEmpty, metas.count < 500 else { return }
    metas.append((key, clean))
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
    let mention = Mention(node: index, text: value.isEmpty ? text(index, limit: 100) : value)
    guard !mention.text.isEmpty, times.count < 100 else { return }
    times.append(mention)
    let concepts = arena.nodes[index].concepts
    if arena.bytes(of: .pubdate, at: index) != nil
      || arena.value(of: .class, at: index)?.contains("published") == true
    {
      publishedTimes.append(mention)
    } else if concepts.contains(.date),
      arena.value(of: .class, at: index)?.contains("updated") == true
    {
      modifiedTimes.append(mention)
    }
  }

  private mutating func itemprop(_ property: String, at index: Int) {
    let value =
      arena.value(of: .content, at: index) ?? arena.value(of: .datetime, at: index)
      ?? (property.contains("date") ? arena.value(of: .title, at: index) : nil)
      ?? text(index, limit: 300)
    guard !value.isEmpty else { return }
    let mention = Mention(node: index, text: value.collapsedSpaces)
    if property.contains("datepublished") || property.contains("datecreated") {
      publishedTimes.append(mention)
    } else if property.contains("datemodified") {
      modifiedTimes.append(mention)
    } else if property.contains("headline") {
      titles.insert(mention, at: 0)
    } else if property.contains("author") {
      var name = mention
      if let inner = itempropName(inside: index) { name.text = inner }
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
