import FilonCore

/// A text prepared for attribution: columns of word facts, quotations, segments.
struct ClaimText: Sendable {
  let bytes: [UInt8]
  let language: ClaimLanguage
  let quotations: [Quotation]
  /// Columns, one entry a word. Words that share the range of the word before them are left out.
  private(set) var range: [TextRange] = []
  private(set) var form: [FormHash] = []
  private(set) var lemma: [FormHash] = []
  private(set) var pos: [UniversalPOS] = []
  private(set) var flags: [Token.Flags] = []
  private(set) var classes: [WordClass] = []
  private(set) var punctuation: [PunctuationKind] = []
  /// The quotation that a word stands in (marks included), or -1.
  private(set) var quotation: [Int32] = []
  /// The word's syntactic head as a word index; the word itself for a root; -1 when unknown.
  private(set) var head: [Int32] = []
  private(set) var relation: [DependencyRelation] = []
  /// The set of relations of each word's dependents, a bit a relation.
  private(set) var childRelations: [UInt64] = []
  /// Whether a paragraph starts at the word.
  private(set) var startsParagraph: [Bool] = []
  /// The entity mention that covers the word, as index + 1 into the input's entities; 0 for none.
  private(set) var entity: [Int32] = []
  /// Sentences as word ranges; a boundary inside a quotation does not cut.
  private(set) var segments: [Range<Int>] = []
  /// Whether the parts of speech come from a tagger and not from a guess by closed classes.
  let isTagged: Bool

  /// Whether a dependency parse is there.
  var isParsed: Bool { head.contains { $0 >= 0 } }

  /// The number of words.
  var count: Int { range.count }

  /// Prepares an input.
  init(_ input: ClaimInput) {
    bytes = Array(input.text.utf8)
    language = ClaimLanguage(code: input.language)
    quotations = QuotationFinder.quotations(in: bytes)
    isTagged = input.tokens.contains { $0.pos != .x && $0.pos != .punct }
    addWords(of: input)
    markEntities(input.entities)
    makeSegments(input.sentences)
  }

  private mutating func addWords(of input: ClaimInput) {
    let table = WordClassTable.standard[Int(language.rawValue)]
    var wordOfToken = [Int32](repeating: -1, count: input.tokens.count)
    var quote = 0
    var previousEnd = 0
    reserve(input.tokens.count)
    for (index, token) in input.tokens.enumerated() {
      guard Int(token.range.end) <= bytes.count, !token.range.isEmpty else { continue }
      if token.flags.contains(.sharesRange), let last = range.last, last == token.range {
        wordOfToken[index] = Int32(range.count - 1)
        continue
      }
      wordOfToken[index] = Int32(range.count)
      while quote < quotations.count, quotations[quote].range.end <= token.range.start {
        quote += 1
      }
      let inside = quote < quotations.count && quotations[quote].range.start <= token.range.start
      let hash = FormHash(bytes, token.range)
      range.append(token.range)
      form.append(hash)
      lemma.append(token.lemma.isEmpty ? hash : FormHash(token.lemma))
      flags.append(token.flags)
      let kind = kind(of: token.range)
      let words = kind == .none ? table[hash] : []
      classes.append(words)
      punctuation.append(kind)
      quotation.append(inside ? Int32(quote) : -1)
      relation.append(token.relation)
      startsParagraph.append(range.count == 1 || hasLineFeed(previousEnd, Int(token.range.start)))
      previousEnd = Int(token.range.end)
      pos.append(isTagged ? token.pos : guess(token, hash, words, kind))
    }
    head = [Int32](repeating: -1, count: range.count)
    for (index, token) in input.tokens.enumerated()
    where token.head >= 0 && Int(token.head) < wordOfToken.count && wordOfToken[index] >= 0
      && !token.flags.contains(.sharesRange)
    {
      head[Int(wordOfToken[index])] = wordOfToken[Int(token.head)]
    }
    entity = [Int32](repeating: 0, count: range.count)
    childRelations = [UInt64](repeating: 0, count: range.count)
    for word in 0..<range.count where head[word] >= 0 && Int(head[word]) != word {
      childRelations[Int(head[word])] |= 1 << UInt64(relation[word].rawValue)
    }
  }

  private mutating func reserve(_ count: Int) {
    range.reserveCapacity(count)
    form.reserveCapacity(count)
    lemma.reserveCapacity(count)
    pos.reserveCapacity(count)
    flags.reserveCapacity(count)
    classes.reserveCapacity(count)
    punctuation.reserveCapacity(count)
    quotation.reserveCapacity(count)
    relation.reserveCapacity(count)
    startsParagraph.reserveCapacity(count)
  }

  private func hasLineFeed(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    return bytes[start..<end].contains(0x0A)
  }

  private func kind(of range: TextRange) -> PunctuationKind {
    let start = Int(range.start)
    switch (bytes[start], range.count) {
    case (0x2C, 1): return .comma
    case (0x3A, 1): return .colon
    case (0x3B, 1): return .semicolon
    case (0x2E, 1), (0x21, _), (0x3F, _), (0x2E, 2...): return .terminal
    case (0x2D, 1): return .dash
    case (0x28, 1), (0x5B, 1): return .open
    case (0x29, 1), (0x5D, 1): return .close
    case (0x22, 1), (0x60, _), (0xC2, 2): return .quote
    case (0x27, 1): return .quote
    case (0xE2, 3):
      guard bytes[start + 1] == 0x80 else { return .other }
      switch bytes[start + 2] {
      case 0x93, 0x94, 0x95: return .dash
      case 0xA6: return .terminal
      case 0x98...0x9F, 0xB9, 0xBA: return .quote
      default: return .other
      }
    case (0x00...0x2F, 1), (0x5B...0x60, 1), (0x7B...0x7F, 1): return .other
    default: return .none
    }
  }

  /// A part of speech by closed classes and shape, for texts that no tagger has read.
  private func guess(
    _ token: Token, _ hash: FormHash, _ classes: WordClass, _ kind: PunctuationKind
  ) -> UniversalPOS {
    if kind != .none { return .punct }
    if !classes.isDisjoint(with: [.have, .be, .modal]) { return .aux }
    if classes.contains(.determiner) { return .det }
    if classes.contains(.preposition) { return .adp }
    if !classes.isDisjoint(with: [.subject, .strongPronoun, .relative, .reflexive]) {
      return .pron
    }
    if !classes.isDisjoint(with: [.complementizer, .subordinator]) { return .sconj }
    if classes.contains(.coordinator) { return .cconj }
    if !classes.isDisjoint(with: [.negation, .timeWord, .interrogative]) { return .adv }
    if token.flags.contains(.hasDigit) { return .num }
    if token.flags.contains(.capitalized), !token.flags.contains(.startsSentence) { return .propn }
    if !ReportingLexicon.standard.readings(hash, language).isEmpty { return .verb }
    return .noun
  }

  private mutating func markEntities(_ entities: [Entity]) {
    for (index, entity) in entities.enumerated() {
      for mention in entity.mentions {
        var word = firstWord(endingAfter: mention.range.start)
        while word < count, range[word].start < mention.range.end {
          self.entity[word] = Int32(index + 1)
          word += 1
        }
      }
    }
  }

  /// The first word that ends after a byte offset, by binary search.
  func firstWord(endingAfter offset: UInt32) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if range[middle].end > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The words that lie in a byte range.
  func words(in bytes: TextRange) -> Range<Int> {
    let first = firstWord(endingAfter: bytes.start)
    var (low, high) = (first, count)
    while low < high {
      let middle = (low + high) / 2
      if range[middle].start >= bytes.end { high = middle } else { low = middle + 1 }
    }
    return first..<max(first, low)
  }

  private mutating func makeSegments(_ sentences: [Sentence]) {
    var first = 0
    for sentence in sentences {
      let end = words(in: sentence.range).upperBound
      guard end > first else { continue }
      if end < count, continues(across: end) { continue }
      append(first..<end)
      first = end
    }
    if first < count { append(first..<count) }
  }

  /// Sentences longer than this are cut: no writer's sentence is, and rules look back and forth.
  private static let longestSegment = 1_000

  private mutating func append(_ segment: Range<Int>) {
    var start = segment.lowerBound
    for word in segment where word - start >= Self.longestSegment {
      // Never inside a quotation, which is one unit.
      guard quotation[word] < 0 || quotation[word] != quotation[word - 1] else { continue }
      segments.append(start..<word)
      start = word
    }
    if start < segment.upperBound { segments.append(start..<segment.upperBound) }
  }

  /// Whether the sentence boundary before word `index` is none for attribution: it lies inside a
  /// quotation, or between a quotation and the clause that attributes it.
  private func continues(across index: Int) -> Bool {
    let (before, after) = (quotation[index - 1], quotation[index])
    if before >= 0, before == after { return true }
    if startsParagraph[index] { return false }
    if punctuation[index] == .none, !flags[index].contains(.capitalized),
      !flags[index].contains(.hasDigit)
    {
      return true
    }
    guard before >= 0, after < 0 else { return false }
    return punctuation[index] == .comma || punctuation[index] == .dash
  }

  /// The bytes of a range of words, without punctuation at the edges that `trimming` asks to drop.
  func bytes(of words: Range<Int>) -> TextRange {
    guard !words.isEmpty else { return TextRange(start: 0, end: 0) }
    return TextRange(start: range[words.lowerBound].start, end: range[words.upperBound - 1].end)
  }

  /// The units of a range of words; quotations become one unit unless `expanding` names them or
  /// the range does not cover them wholly.
  func units(of words: Range<Int>, expanding expanded: Int32 = -1) -> [Unit] {
    var units: [Unit] = []
    units.reserveCapacity(min(words.count, 256))
    var word = words.lowerBound
    while word < words.upperBound {
      let quote = quotation[word]
      guard quote >= 0, quote != expanded else {
        units.append(Unit(words: word..<(word + 1), quotation: -1))
        word += 1
        continue
      }
      var end = word + 1
      while end < words.upperBound, quotation[end] == quote { end += 1 }
      units.append(Unit(words: word..<end, quotation: Int(quote)))
      word = end
    }
    return units
  }
}
