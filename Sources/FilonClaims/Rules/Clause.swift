import FilonCore

/// A segment as the rules see it: units with quick tests.
struct Clause: Sendable {
  let text: ClaimText
  let units: [Unit]

  var count: Int { units.count }

  func isQuotation(_ unit: Int) -> Bool {
    units.indices.contains(unit) && units[unit].isQuotation
  }

  /// The word of a unit; nil for a quotation and outside the clause.
  @inline(__always)
  func word(_ unit: Int) -> Int? {
    guard unit >= 0, unit < units.count, !units[unit].isQuotation else { return nil }
    return units[unit].words.lowerBound
  }

  @inline(__always)
  func mark(_ unit: Int) -> PunctuationKind {
    guard let word = word(unit) else { return .none }
    return text.punctuation[word]
  }

  @inline(__always)
  func has(_ unit: Int, _ classes: WordClass) -> Bool {
    guard let word = word(unit) else { return false }
    return !text.classes[word].isDisjoint(with: classes)
  }

  @inline(__always)
  func pos(_ unit: Int) -> UniversalPOS {
    guard let word = word(unit) else { return .punct }
    return text.pos[word]
  }

  func form(_ unit: Int) -> FormHash {
    guard let word = word(unit) else { return FormHash() }
    return text.form[word]
  }

  func readings(_ unit: Int) -> [ReportingLexicon.Entry] {
    guard let word = word(unit) else { return [] }
    return ReportingLexicon.standard.readings(text.form[word], text.language)
  }

  /// Whether the unit is a word that starts a noun phrase.
  func startsNounPhrase(_ unit: Int) -> Bool {
    guard let word = word(unit), text.punctuation[word] == .none else { return false }
    switch text.pos[word] {
    case .noun, .propn, .num, .adj: return true
    case .det, .pron: return true
    default:
      return !text.classes[word].isDisjoint(with: [.determiner, .subject, .strongPronoun])
        && !text.classes[word].contains(.preposition)
    }
  }

  /// Whether the unit is an inverted pronoun, "-il" of "dit-il".
  func isInvertedPronoun(_ unit: Int) -> Bool {
    guard let word = word(unit), text.bytes[Int(text.range[word].start)] == 0x2D else {
      return false
    }
    return has(unit, [.thirdPerson, .subject])
  }

  /// Whether the unit can be a finite verb.
  func isFiniteVerb(_ unit: Int) -> Bool {
    guard let word = word(unit) else { return false }
    if text.isTagged {
      guard text.pos[word] == .verb || text.pos[word] == .aux else { return false }
      if has(unit, [.have, .be, .modal]) { return !isNonFinite(unit) }
      return !isNonFinite(unit)
    }
    if has(unit, [.have, .be, .modal]) { return true }
    return readings(unit).contains { !$0.form.isDisjoint(with: .finite) }
      || hasFiniteEnding(word)
  }

  /// Whether a form is an infinitive or a participle by its ending (or its paradigm).
  func isNonFinite(_ unit: Int) -> Bool {
    guard let word = word(unit) else { return false }
    let known = readings(unit)
    if !known.isEmpty { return known.allSatisfy { $0.form.isDisjoint(with: .finite) } }
    let end = Int(text.range[word].end)
    let length = text.range[word].count
    guard length > 2 else { return false }
    let (last, before) = (text.bytes[end - 1], text.bytes[end - 2])
    if text.language == .french {
      let infinitive =
        last == 0x72 && (before == 0x65 || before == 0x69) || last == 0x65 && before == 0x72
      let participle = last == 0x74 && before == 0x6E && text.bytes[end - 3] == 0x61
      let past = before == 0xC3 && last == 0xA9
      return infinitive || participle || past
    }
    return last == 0x67 && before == 0x6E && text.bytes[end - 3] == 0x69
  }

  private func hasFiniteEnding(_ word: Int) -> Bool {
    guard text.language == .french else { return false }
    let bytes = text.bytes[text.range[word].bytes]
    let endings: [[UInt8]] = [
      Array("ait".utf8), Array("aient".utf8), Array("èrent".utf8), Array("eront".utf8),
      Array("era".utf8), Array("ira".utf8), Array("iront".utf8),
    ]
    return bytes.count > 4 && endings.contains { bytes.suffix($0.count).elementsEqual($0) }
  }

  /// Whether the unit ends with, or is, the end of the sentence.
  func isEnd(_ unit: Int) -> Bool {
    unit >= count || (mark(unit) == .terminal && unit == count - 1)
  }

  /// The words of a range of units, without commas, full stops and the like at the edges.
  func words(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (max(0, range.lowerBound), min(count, range.upperBound))
    while low < high, isEdge(low) { low += 1 }
    while high > low, isEdge(high - 1) { high -= 1 }
    guard low < high else { return 0..<0 }
    return units[low].words.lowerBound..<units[high - 1].words.upperBound
  }

  private func isEdge(_ unit: Int) -> Bool {
    switch mark(unit) {
    case .comma, .terminal, .colon, .semicolon, .dash: true
    default: false
    }
  }
}

extension Clause {
  /// Whether two prepositions follow each other, « auprès de ».
  func isFixedPreposition(_ unit: Int) -> Bool {
    has(unit, .preposition) && has(unit + 1, .preposition)
  }

  /// Whether a present participle of saying or a gerund starts here.
  func isParticipleClause(_ unit: Int) -> Bool {
    readings(unit).contains { $0.form.contains(.presentParticiple) }
  }

  /// Whether the word ends in -ing.
  func isGerund(_ unit: Int) -> Bool {
    guard let word = word(unit), pos(unit) != .noun || readings(unit).isEmpty == false else {
      return false
    }
    let bytes = text.bytes[text.range[word].bytes]
    return bytes.count > 4 && bytes.suffix(3).elementsEqual("ing".utf8)
  }
}
