import FilonCore

/// The features that tell whether a word is part of a cue.
///
/// Lexical features are told apart by language; those on parts of speech, word classes, concepts,
/// quotations and rules are shared, so that each language learns from the other.
struct CueFeatures {
  static let classes = 3
  static let tables = 4

  let text: ClaimText
  let rules: RuleLabels
  private let tag: UInt64
  /// Concept class and forms of each word's best reading, or 0.
  private let reading: [UInt64]

  init(text: ClaimText, rules: RuleLabels) {
    self.text = text
    self.rules = rules
    tag = UInt64(text.language.rawValue) &* 0x1000
    let lexicon = ReportingLexicon.standard
    reading = text.form.map { UInt64(lexicon.category($0, text.language)) }
  }

  /// The features of a segment's words.
  func write(_ segment: Range<Int>, into sequence: inout FeatureSequence) {
    let structure = structure(of: segment)
    for word in segment {
      let context: UInt8 =
        text.punctuation[word] != .none
        ? 1 : (reading[word] != 0 ? 2 : (text.pos[word] == .aux ? 3 : 0))
      let inside = text.quotation[word] >= 0
      sequence.add(
        context: context, isFixed: text.punctuation[word] == .quote && inside
      ) { features in
        write(word, segment, structure, into: &features)
      }
    }
  }

  /// Whether the segment has quotations, and where.
  private func structure(of segment: Range<Int>) -> UInt64 {
    let starts: UInt64 = text.quotation[segment.lowerBound] >= 0 ? 1 : 0
    let has: UInt64 = segment.contains { text.quotation[$0] >= 0 } ? 2 : 0
    let ends: UInt64 = text.quotation[segment.upperBound - 1] >= 0 ? 4 : 0
    return starts | has | ends
  }

  private func pos(_ word: Int, _ segment: Range<Int>) -> UInt64 {
    guard segment.contains(word) else { return 63 }
    if text.punctuation[word] != .none { return 32 + UInt64(text.punctuation[word].rawValue) }
    return UInt64(text.pos[word].rawValue)
  }

  private func form(_ word: Int, _ segment: Range<Int>) -> UInt64 {
    segment.contains(word) ? text.form[word].value : 7
  }

  private func lemma(_ word: Int, _ segment: Range<Int>) -> UInt64 {
    segment.contains(word) ? text.lemma[word].value : 7
  }

  private func suffix(_ word: Int) -> UInt64 {
    let range = text.range[word].bytes
    var value: UInt64 = 0
    for byte in text.bytes[max(range.lowerBound, range.upperBound - 3)..<range.upperBound] {
      value = value << 8 | UInt64(byte)
    }
    return value
  }

  /// Quotation state: inside, right after, right before, far.
  private func quotation(_ word: Int, _ segment: Range<Int>) -> UInt64 {
    if text.quotation[word] >= 0 { return 1 }
    for distance in 1...3 {
      let before = word - distance
      if segment.contains(before), text.quotation[before] >= 0 { return 1 + UInt64(distance) }
    }
    for distance in 1...4 {
      let after = word + distance
      if segment.contains(after), text.quotation[after] >= 0 { return 5 + UInt64(distance) }
    }
    return 0
  }

  /// The first complementiser, infinitive mark, colon, comma or quotation within six words.
  private func opener(after word: Int, _ segment: Range<Int>) -> UInt64 {
    for distance in 1...6 {
      let next = word + distance
      guard segment.contains(next) else { return 1 }
      if text.quotation[next] >= 0 { return 16 + UInt64(distance) }
      switch text.punctuation[next] {
      case .colon: return 32 + UInt64(distance)
      case .comma: return 2
      case .terminal, .semicolon: return 3
      default: break
      }
      let classes = text.classes[next]
      if classes.contains(.complementizer) { return 64 + UInt64(distance) }
      if classes.contains(.infinitiveMark), distance <= 2 { return 96 + UInt64(distance) }
      if classes.contains(.interrogative), distance <= 2 { return 128 + UInt64(distance) }
    }
    return 0
  }

  private func write(
    _ word: Int, _ segment: Range<Int>, _ structure: UInt64, into features: inout FeatureWriter
  ) {
    let (f0, l0, p0) = (form(word, segment), lemma(word, segment), pos(word, segment))
    let (f1, f2) = (form(word + 1, segment), form(word + 2, segment))
    let (b1, b2) = (form(word - 1, segment), form(word - 2, segment))
    let (p1, p2) = (pos(word + 1, segment), pos(word + 2, segment))
    let (q1, q2) = (pos(word - 1, segment), pos(word - 2, segment))
    let lb1 = lemma(word - 1, segment)
    let lf1 = lemma(word + 1, segment)
    let quote = quotation(word, segment)
    let open = opener(after: word, segment)
    let concept = reading[word]
    let classes = UInt64(text.classes[word].rawValue)
    let rule = UInt64(rules.role[word])
    let t = tag
    features.add(FeatureHash.mix(t + 1, f0))
    features.add(FeatureHash.mix(t + 2, l0, p0))
    features.add(FeatureHash.mix(t + 3, b1, f0))
    features.add(FeatureHash.mix(t + 4, f0, f1))
    features.add(FeatureHash.mix(t + 5, lb1, l0))
    features.add(FeatureHash.mix(t + 6, l0, lf1))
    features.add(FeatureHash.mix(t + 7, b1))
    features.add(FeatureHash.mix(t + 8, f1))
    features.add(FeatureHash.mix(t + 9, b2))
    features.add(FeatureHash.mix(t + 10, f2))
    features.add(FeatureHash.mix(t + 11, l0, open))
    features.add(FeatureHash.mix(t + 12, l0, quote))
    features.add(FeatureHash.mix(t + 13, suffix(word), p0))
    features.add(FeatureHash.mix(t + 14, l0, q1, p1))
    features.add(FeatureHash.mix(t + 15, f1, f2, l0))
    features.add(FeatureHash.mix(t + 16, b1, b2, l0))
    features.add(FeatureHash.mix(20, p0, q1, p1))
    features.add(FeatureHash.mix(21, q2, q1, p0))
    features.add(FeatureHash.mix(22, p0, p1, p2))
    features.add(FeatureHash.mix(23, p0, quote, structure))
    features.add(FeatureHash.mix(24, concept, p0, open))
    features.add(FeatureHash.mix(25, concept, p0, quote))
    features.add(FeatureHash.mix(26, classes, p0))
    features.add(FeatureHash.mix(27, concept, q1, p1))
    features.add(FeatureHash.mix(28, rule, rules.rule[word], p0))
    let previousRule = segment.contains(word - 1) ? UInt64(rules.role[word - 1]) : 9
    let nextRule = segment.contains(word + 1) ? UInt64(rules.role[word + 1]) : 9
    features.add(FeatureHash.mix(29, rule, previousRule, nextRule))
    features.add(FeatureHash.mix(t + 29, rule, rules.rule[word], l0))
    features.add(FeatureHash.mix(30, UInt64(word - segment.lowerBound == 0 ? 1 : 0), p0, quote))
    features.add(FeatureHash.mix(31, concept, classes, rule))
    features.add(FeatureHash.mix(32, 0))
    writeTree(word, segment, l0, p0, into: &features)
  }

  /// Features of the dependency parse, when there is one.
  private func writeTree(
    _ word: Int, _ segment: Range<Int>, _ lemma: UInt64, _ pos: UInt64,
    into features: inout FeatureWriter
  ) {
    let head = Int(text.head[word])
    guard head >= 0 else { return }
    let relation = UInt64(text.relation[word].rawValue)
    let headLemma = head == word ? 3 : text.lemma[head].value
    let children = text.childRelations[word]
    features.add(FeatureHash.mix(40, relation, pos))
    features.add(FeatureHash.mix(tag + 41, relation, lemma))
    features.add(FeatureHash.mix(tag + 42, relation, headLemma))
    features.add(FeatureHash.mix(43, children, pos))
    features.add(FeatureHash.mix(tag + 44, children, lemma))
    features.add(FeatureHash.mix(45, children, reading[word], relation))
    features.add(FeatureHash.mix(46, relation, reading[head], UInt64(text.pos[head].rawValue)))
  }

}
