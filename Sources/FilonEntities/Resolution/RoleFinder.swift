import FilonCore

/// Reads the role and the affiliation that a text gives a person beside the name: « le PDG de Scale
/// AI, Alexandr Wang », "Tim Cook, chief executive of Apple,", "Apple CEO Tim Cook".
struct RoleFinder {
  /// What the text says of a person.
  struct Role {
    /// The words of the role.
    var words: Range<Int>
    /// The name, by number, that the role belongs to.
    var affiliation: Int?
  }

  private let words: WordSequence
  private let cues: [UInt16]
  private let extractor: FeatureExtractor
  /// The name of each word; -1 outside.
  private let nameOf: [Int32]
  private let mentions: [NamedMention]
  private let lexicon: RoleLexicon
  /// Words that a role may have.
  private static let longest = 12

  init(_ extractor: FeatureExtractor, mentions: [NamedMention], lexicon: RoleLexicon = .standard) {
    self.extractor = extractor
    words = extractor.words
    cues = extractor.cues
    self.mentions = mentions
    self.lexicon = lexicon
    var nameOf = [Int32](repeating: -1, count: extractor.words.count)
    for (number, mention) in mentions.enumerated() {
      for word in mention.words { nameOf[word] = Int32(number) }
    }
    self.nameOf = nameOf
  }

  /// The role of the person of mention number `number`, if the words beside it give one.
  func role(of number: Int) -> Role? {
    let name = mentions[number].words
    return after(name) ?? before(name)
  }

  private func isSign(_ word: Int, _ byte: UInt8) -> Bool {
    words.ranges[word].count == 1 && words.letters[words.letterRange(word).lowerBound] == byte
  }

  private func isRole(_ word: Int) -> Bool {
    cues[word] & CueClass.role.bit != 0 && nameOf[word] < 0
  }

  /// « Alexandr Wang, ancien PDG de Scale AI, »: from the comma to the next one or the end.
  private func after(_ name: Range<Int>) -> Role? {
    let bounds = extractor.sentence(of: name.lowerBound)
    let comma = name.upperBound
    guard comma + 1 < bounds.upperBound, isSign(comma, 0x2C) || isSign(comma, 0x28) else {
      return nil
    }
    var start = comma + 1
    while start < bounds.upperBound, lexicon.isArticle(words.folded[start]) { start += 1 }
    var head = start
    // An adjective or the employer may precede: "former CEO", "Apple chief executive".
    while head < bounds.upperBound, head < start + 4, !isRole(head) {
      guard nameOf[head] >= 0 || lexicon.isModifier(words.folded[head]) else { return nil }
      head += 1
    }
    guard head < bounds.upperBound, isRole(head) else { return nil }
    var end = head + 1
    while end < bounds.upperBound, end - start < Self.longest, continuesRole(end) { end += 1 }
    return role(start..<end, head: head)
  }

  /// « l'ancien PDG de Scale AI, Alexandr Wang », "Apple CEO Tim Cook": backwards from the name.
  private func before(_ name: Range<Int>) -> Role? {
    let bounds = extractor.sentence(of: name.lowerBound)
    var end = name.lowerBound
    if end > bounds.lowerBound, isSign(end - 1, 0x2C) { end -= 1 }
    // Titles are no roles.
    while end > bounds.lowerBound, cues[end - 1] & CueClass.title.bit != 0, !isRole(end - 1) {
      end -= 1
    }
    var head: Int?
    var start = end
    while start > bounds.lowerBound, end - start < Self.longest {
      let word = start - 1
      if isRole(word) {
        head = word
        start = word
        continue
      }
      if head != nil {
        guard lexicon.isModifier(words.folded[word]) || startsEmployer(word, head: head) else {
          break
        }
      } else if !continuesRole(word) {
        break
      }
      start = word
    }
    guard let head else { return nil }
    return role(start..<end, head: head)
  }

  /// "Apple CEO": a name just before an English role.
  private func startsEmployer(_ word: Int, head: Int?) -> Bool {
    guard let head, nameOf[word] >= 0, word + 1 == head || nameOf[word] == nameOf[word + 1] else {
      return false
    }
    return mentions[Int(nameOf[word])].kind != .person
  }

  private func continuesRole(_ word: Int) -> Bool {
    if nameOf[word] >= 0 { return mentions[Int(nameOf[word])].kind != .person }
    switch words.pos[word] {
    case .noun, .adj, .adp, .det, .propn, .cconj: return true
    case .x: return cues[word] & CueClass.connector.bit != 0 || words.form[word] == .lower
    default: return isRole(word)
    }
  }

  /// Cuts a role at its affiliation: « PDG de Scale AI » gives « PDG » and Scale AI.
  private func role(_ range: Range<Int>, head: Int) -> Role? {
    var role = range
    while role.upperBound > head + 1, cues[role.upperBound - 1] & CueClass.connector.bit != 0 {
      role = role.lowerBound..<role.upperBound - 1
    }
    var affiliation: Int?
    if let first = role.first(where: { nameOf[$0] >= 0 && isEmployer($0) }) {
      affiliation = Int(nameOf[first])
      if first < head {
        role = head..<role.upperBound
      } else {
        var end = first
        while end > head + 1, lexicon.isLink(words.folded[end - 1]) { end -= 1 }
        role = role.lowerBound..<end
      }
    }
    while role.lowerBound < head, lexicon.isArticle(words.folded[role.lowerBound]) {
      role = role.lowerBound + 1..<role.upperBound
    }
    return role.isEmpty ? nil : Role(words: role, affiliation: affiliation)
  }

  private func isEmployer(_ word: Int) -> Bool {
    mentions[Int(nameOf[word])].kind == .organization
  }
}
