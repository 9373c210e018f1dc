import FilonCore

/// Corrects the borders of names by rules that the examples are too few to teach: titles stay
/// outside, double surnames and "Growers' Alliance" are one name, « IA » and "EBIT" are none.
struct NameRepair {
  let extractor: FeatureExtractor
  let tables: [EntityTable]
  private let words: WordSequence

  /// A repairer for one text.
  init(_ extractor: FeatureExtractor, tables: [EntityTable]) {
    self.extractor = extractor
    self.tables = tables
    words = extractor.words
  }

  /// The corrected names, in the order of the text.
  func repair(_ names: [NameTagger.Name]) -> [NameTagger.Name] {
    var result: [NameTagger.Name] = []
    for name in names {
      guard var current = withoutCommonNouns(withoutTitle(name)) else { continue }
      if let last = result.last, last.words.upperBound <= current.words.lowerBound,
        let joined = joined(last, current)
      {
        current = joined
        result.removeLast()
      }
      current = versioned(extended(current))
      result += split(current)
    }
    return result
  }

  private func has(_ word: Int, _ cue: CueClass) -> Bool { extractor.cues[word] & cue.bit != 0 }

  private func isSign(_ word: Int, _ byte: UInt8) -> Bool {
    words.form[word] == .sign && words.ranges[word].count == 1
      && words.letters[words.letterRange(word).lowerBound] == byte
  }

  /// "Ms Pugh", « M. Wang »: the name begins after the titles.
  private func withoutTitle(_ name: NameTagger.Name) -> NameTagger.Name {
    guard EntityTag.kinds[name.kind] == .person else { return name }
    var start = name.words.lowerBound
    while start + 1 < name.words.upperBound {
      let isDot = isSign(start, 0x2E) && start > name.words.lowerBound
      let isSmallRole = words.form[start] == .lower && has(start, .role)
      guard isDot || has(start, .honorific) || isSmallRole else { break }
      start += 1
    }
    return NameTagger.Name(words: start..<name.words.upperBound, kind: name.kind)
  }

  /// « EBIT de Meta » is Meta; « IA » alone is no name.
  private func withoutCommonNouns(_ name: NameTagger.Name) -> NameTagger.Name? {
    var start = name.words.lowerBound
    let end = name.words.upperBound
    guard has(start, .noun) else { return name }
    if name.words.allSatisfy({ has($0, .noun) || words.form[$0] == .sign }) { return nil }
    guard has(start + 1, .connector) else { return name }
    while start < end, !words.isCapitalized(start) || has(start, .noun) { start += 1 }
    return start < end ? NameTagger.Name(words: start..<end, kind: name.kind) : nil
  }

  /// Two names that are one: both halves of a double surname, both sides of "Growers' Alliance".
  private func joined(_ first: NameTagger.Name, _ second: NameTagger.Name) -> NameTagger.Name? {
    let gap = first.words.upperBound..<second.words.lowerBound
    let whole = first.words.lowerBound..<second.words.upperBound
    if gap.count == 1, isTightHyphen(gap.lowerBound), isPerson(first) {
      return NameTagger.Name(words: whole, kind: first.kind)
    }
    return nil
  }

  /// "Calliope 2": a name that no table knows and that ends with a small number is a product's,
  /// unless a person's title or an organisation's head says otherwise.
  private func versioned(_ name: NameTagger.Name) -> NameTagger.Name {
    let last = name.words.upperBound - 1
    let kind = EntityTag.kinds[name.kind]
    guard name.words.count == 2, kind == .organization || kind == .person,
      words.form[last] == .number, words.ranges[last].count <= 3,
      words.form[name.words.lowerBound] != .upper, !has(name.words.lowerBound, .organization),
      !isKnown(name), let product = EntityTag.kinds.firstIndex(of: .product)
    else { return name }
    return NameTagger.Name(words: name.words, kind: product)
  }

  private func isPerson(_ name: NameTagger.Name) -> Bool {
    EntityTag.kinds[name.kind] == .person
  }

  private func isTightHyphen(_ word: Int) -> Bool {
    word + 1 < words.count && isSign(word, 0x2D) && !words.afterSpace[word]
      && !words.afterSpace[word + 1] && words.isCapitalized(word + 1)
  }

  /// Adds the second half of a double surname, and the head of a name with a possessive.
  private func extended(_ name: NameTagger.Name) -> NameTagger.Name {
    let bounds = extractor.sentence(of: name.words.lowerBound)
    let next = name.words.upperBound
    if isPerson(name), next + 1 < bounds.upperBound, isTightHyphen(next) {
      return NameTagger.Name(words: name.words.lowerBound..<next + 2, kind: name.kind)
    }
    guard next + 1 < bounds.upperBound, EntityTag.kinds[name.kind] != .person, isApostrophe(next),
      !words.afterSpace[next], !isKnown(name)
    else { return name }
    var end = next + 1
    while end < bounds.upperBound, words.isCapitalized(end) { end += 1 }
    guard end > next + 1, has(end - 1, .organization),
      let organization = EntityTag.kinds.firstIndex(of: .organization)
    else { return name }
    return NameTagger.Name(words: name.words.lowerBound..<end, kind: organization)
  }

  /// An apostrophe or "'s".
  private func isApostrophe(_ word: Int) -> Bool {
    let range = words.letterRange(word)
    return range.count <= 2 && words.letters[range.lowerBound] == 0x27
  }

  private func hash(_ range: Range<Int>) -> UInt64 {
    var hash = PhraseHash()
    for word in range {
      if word > range.lowerBound, words.afterSpace[word] { hash.separate() }
      for index in words.letterRange(word) { hash.add(words.letters[index]) }
    }
    return hash.value
  }

  private func isKnown(_ name: NameTagger.Name) -> Bool { kind(name.words) != nil }

  private func kind(_ range: Range<Int>) -> Int? {
    let value = hash(range)
    for table in tables {
      if let row = table.rows(named: value).first {
        return EntityTag.kinds.firstIndex(of: table.kind(row))
      }
    }
    return nil
  }

  /// « SuperIntelligence Lab de Meta »: two known names with a link between are two names.
  private func split(_ name: NameTagger.Name) -> [NameTagger.Name] {
    guard name.words.count >= 3, !isKnown(name) else { return [name] }
    for link in name.words.dropFirst().dropLast()
    where has(link, .connector) || words.form[link] == .lower {
      var second = link + 1
      while second < name.words.upperBound - 1, has(second, .connector) { second += 1 }
      let (left, right) = (name.words.lowerBound..<link, second..<name.words.upperBound)
      guard left.count >= 2 || right.count >= 2 || !has(left.lowerBound, .organization),
        let first = kind(left), let last = kind(right)
      else { continue }
      return [NameTagger.Name(words: left, kind: first), NameTagger.Name(words: right, kind: last)]
    }
    return [name]
  }
}
