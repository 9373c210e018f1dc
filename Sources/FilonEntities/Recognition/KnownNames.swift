import FilonCore

/// Marks names that need no model: those of the user's tables, products that a table knows and
/// whose spelling nothing else has ("DeepSeek-R1"), versions of known products ("Llama 4",
/// "Gemini 2.5 Pro"), and known events and works of several words ("Super Bowl").
struct KnownNames {
  let extractor: FeatureExtractor
  let tables: [EntityTable]
  /// How many of the tables, the first ones, are the user's.
  let userTables: Int
  private let words: WordSequence
  private static let longest = 7
  /// The categories of the built-in table some of whose names are certain.
  private static let certain =
    GazetteerCategory.product.bit | GazetteerCategory.event.bit
    | GazetteerCategory.miscellaneous.bit
  private static let product = EntityTag.kinds.firstIndex(of: .product) ?? 0

  /// A finder for one text.
  init(_ extractor: FeatureExtractor, tables: [EntityTable], userTables: Int) {
    self.extractor = extractor
    self.tables = tables
    self.userTables = userTables
    words = extractor.words
  }

  /// `names` with the known ones, which win where they overlap.
  func complete(_ names: [NameTagger.Name]) -> [NameTagger.Name] {
    let known = find()
    let names = withLoneProducts(names)
    guard !known.isEmpty else { return names }
    var result = known
    var next = 0
    for name in names {
      while next < known.count, known[next].words.upperBound <= name.words.lowerBound { next += 1 }
      if next < known.count, known[next].words.lowerBound < name.words.upperBound {
        // What the model found wider than a product stays: « Nintendo 3DS XL ».
        guard name.words.count > known[next].words.count, name.kind == known[next].kind,
          name.words.clamped(to: known[next].words) == known[next].words
        else { continue }
        result.removeAll { $0.words == known[next].words }
      }
      result.append(name)
    }
    return result.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  /// `names` with the words inside sentences that the tables know as products and nothing else,
  /// where the model found no name.
  private func withLoneProducts(_ names: [NameTagger.Name]) -> [NameTagger.Name] {
    var taken = [Bool](repeating: false, count: words.count)
    for name in names { for word in name.words { taken[word] = true } }
    var found: [NameTagger.Name] = []
    for word in 0..<words.count
    where extractor.gazetteer.single[word] == GazetteerCategory.product.bit && !taken[word] {
      let isFirst = word == extractor.sentence(of: word).lowerBound
      let isLone = extractor.runs.runOf[word] < 0 || isAlone(word)
      let id = Int(extractor.vocabulary.ids[word])
      guard !isFirst, isLone, extractor.vocabulary.lower[id] == 0, extractor.cues[word] == 0 else {
        continue
      }
      found.append(NameTagger.Name(words: word..<word + 1, kind: Self.product))
    }
    guard !found.isEmpty else { return names }
    return (names + found).sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  private func isAlone(_ word: Int) -> Bool {
    let run = extractor.runs.runs[Int(extractor.runs.runOf[word])]
    return run.start == run.end
  }

  private func find() -> [NameTagger.Name] {
    var result: [NameTagger.Name] = []
    for sentence in words.sentenceStarts.indices.dropLast() {
      let end = Int(words.sentenceStarts[sentence + 1])
      var index = Int(words.sentenceStarts[sentence])
      while index < end {
        guard words.isCapitalized(index), let name = name(at: index, end: end) else {
          index += 1
          continue
        }
        result.append(name)
        index = name.words.upperBound
      }
    }
    return result
  }

  private func name(at start: Int, end: Int) -> NameTagger.Name? {
    let categories = extractor.gazetteer.single[start] | extractor.gazetteer.begins[start]
    let wanted = userTables > 0 ? UInt16.max : Self.certain
    guard categories & wanted != 0 else { return nil }
    var hash = PhraseHash()
    var best: NameTagger.Name?
    for last in start..<min(end, start + Self.longest) {
      if last > start, words.afterSpace[last] { hash.separate() }
      for index in words.letterRange(last) { hash.add(words.letters[index]) }
      // Signs leave the hash as it is, but for the plus: "Llama 4," ends before the comma.
      if words.form[last] == .sign, words.letters[words.letterRange(last).lowerBound] != 0x2B {
        continue
      }
      if let kind = certainKind(hash.value, start...last) {
        best = NameTagger.Name(words: start..<last + 1, kind: kind)
      } else if last == start, isFamily(hash.value), let version = version(after: last, end: end) {
        best = NameTagger.Name(words: start..<version, kind: Self.product)
      }
    }
    if let current = best, current.kind == Self.product {
      best?.words = start..<edition(after: current.words.upperBound, end: end)
    }
    return best
  }

  private func certainKind(_ hash: UInt64, _ range: ClosedRange<Int>) -> Int? {
    for (number, table) in tables.enumerated() {
      guard let row = table.rows(named: hash).first else { continue }
      let kind = EntityTag.kinds.firstIndex(of: table.kind(row))
      if number < userTables { return kind }
      if table.kind(row) == .event || table.kind(row) == .miscellaneous {
        let isOne = table.rows(named: hash).allSatisfy { table.kind($0) == table.kind(row) }
        // « Le cri » at the start of a sentence is no painting.
        let isArticle = extractor.cues[range.lowerBound] & CueClass.connector.bit != 0
        let isSafe = range.count > 1 && (!isArticle || words.isCapitalized(range.lowerBound + 1))
        return isOne && isSafe ? kind : nil
      }
      // A digit after a letter, or a capital inside a word, is the mark of a product.
      let isMarked = range.contains { words.form[$0] == .alphanumeric || words.form[$0] == .number }
      guard table.kind(row) == .product, isMarked, range.count > 1 || hasLetterAndDigit(range)
      else {
        return nil
      }
      return kind
    }
    return nil
  }

  private func hasLetterAndDigit(_ range: ClosedRange<Int>) -> Bool {
    range.contains { words.form[$0] == .alphanumeric && words.ranges[$0].count > 3 }
  }

  /// Whether a table knows the word as a product.
  private func isFamily(_ hash: UInt64) -> Bool {
    tables.contains { table in table.rows(named: hash).contains { table.kind($0) == .product } }
  }

  /// The end of a version after word `index`: "4", "2.5", "K2", "Ultra-2", "-V3".
  private func version(after index: Int, end: Int) -> Int? {
    var at = index + 1
    if at < end, words.letters[words.letterRange(at).lowerBound] == 0x2D, !words.afterSpace[at] {
      at += 1
    }
    if at < end, extractor.cues[at] & CueClass.edition.bit != 0 {
      at += 1
      if at + 1 < end, words.form[at] == .sign, !words.afterSpace[at], !words.afterSpace[at + 1] {
        at += 1
      }
    }
    guard at < end, isVersion(at) else { return nil }
    // "4 milliards" is a quantity.
    if at + 1 < end, extractor.cues[at + 1] & (CueClass.unit.bit | CueClass.currency.bit) != 0 {
      return nil
    }
    let isCounted = words.form[at] == .number && words.ranges[at].count > 3
    let isInteger = isCounted && words.letterRange(at).allSatisfy { words.letters[$0] != 0x2E }
    return isInteger ? nil : at + 1
  }

  private func isVersion(_ word: Int) -> Bool {
    guard words.ranges[word].count <= 6 else { return false }
    return words.form[word] == .number || words.form[word] == .alphanumeric
  }

  /// Adds the edition after a version: "Pro", "Sonnet".
  private func edition(after index: Int, end: Int) -> Int {
    var at = index
    while at < end, words.isCapitalized(at), extractor.cues[at] & CueClass.edition.bit != 0 {
      at += 1
    }
    return at
  }
}
