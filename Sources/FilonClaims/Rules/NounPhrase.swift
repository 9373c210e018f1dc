import FilonCore

extension Clause {
  /// The noun phrase that starts at `start`: up to a comma, a verb, a quotation or a preposition
  /// that leads out of it; with an apposition after a comma when one follows.
  func nounPhrase(from start: Int, limit: Int? = nil, apposition: Bool = true) -> Range<Int>? {
    let limit = min(limit ?? count, count, start + 80)
    guard start < limit, startsNounPhrase(start) else { return nil }
    if isPronoun(start) { return start..<(start + 1) }
    var end = phraseEnd(from: start, limit: limit)
    guard end > start else { return nil }
    if apposition, mark(end) == .comma, let close = appositionEnd(from: end + 1, limit: limit) {
      end = close
    }
    return start..<end
  }

  private func isPronoun(_ unit: Int) -> Bool {
    has(unit, [.thirdPerson, .strongPronoun, .subject]) && !has(unit, .determiner)
  }

  private func phraseEnd(from start: Int, limit: Int) -> Int {
    var index = start
    var depth = 0
    while index < limit {
      if isQuotation(index) { break }
      switch mark(index) {
      case .open: depth += 1
      case .close: depth -= 1
      case .comma, .colon, .semicolon, .terminal:
        if depth <= 0 { return index }
      case .dash: if depth <= 0 { return index }
      default: break
      }
      if depth <= 0, index > start, leavesPhrase(index) { break }
      index += 1
    }
    return index
  }

  /// Words that do not belong to a noun phrase any more.
  private func leavesPhrase(_ unit: Int) -> Bool {
    if isFiniteVerb(unit), !isInsideRelative(unit) { return true }
    if has(unit, .complementizer), pos(unit) != .pron { return true }
    if has(unit, .coordinator), isFiniteVerb(unit + 1) { return true }
    if has(unit, .negation), !has(unit, .determiner) { return true }
    if has(unit, .addressee), !has(unit, .determiner), pos(unit) == .adp {
      return !joinsPhrase(unit)
    }
    return false
  }

  /// Whether the verb stands in a relative clause that is part of the phrase.
  private func isInsideRelative(_ unit: Int) -> Bool {
    var index = unit - 1
    while index >= 0, unit - index <= 4 {
      if has(index, .relative) { return true }
      guard has(index, [.clitic, .negation, .have, .be, .modal]) || pos(index) == .adv else {
        return false
      }
      index -= 1
    }
    return false
  }

  /// « économiste à Lille », "officer at the bank": a place or body right after a noun.
  private func joinsPhrase(_ unit: Int) -> Bool {
    guard let next = word(unit + 1) else { return false }
    let noun = pos(unit - 1) == .noun || pos(unit - 1) == .propn
    if has(unit + 1, .timeWord) { return false }
    return noun && text.flags[next].contains(.capitalized)
  }

  /// The end of an apposition that starts at `start` (after its comma), or nil if what follows the
  /// comma is no apposition.
  private func appositionEnd(from start: Int, limit: Int) -> Int? {
    guard start < limit, startsNounPhrase(start) || has(start, .relative),
      !has(start, [.subject, .thirdPerson]), !has(start, .timeWord)
    else { return nil }
    var index = start
    while index < limit {
      switch mark(index) {
      case .comma:
        return index
      case .terminal, .semicolon:
        return index == count - 1 || index == limit - 1 ? index : nil
      case .colon, .dash: return nil
      default: break
      }
      if isQuotation(index) { return nil }
      if isFiniteVerb(index), !has(start, .relative), !isInsideRelative(index) { return nil }
      index += 1
    }
    return index
  }

  /// The end of a short apposition between the comma at `comma` and another comma: « Selon la
  /// fédération des banques, Febelfin, … »; nil when a clause starts there.
  func shortApposition(after comma: Int) -> Int? {
    let start = comma + 1
    guard startsNounPhrase(start), !has(start, [.subject, .thirdPerson]) else { return nil }
    var end = start
    while end < count, end - start <= 12, mark(end) == .none, !isQuotation(end) {
      if isFiniteVerb(end) { return nil }
      end += 1
    }
    return mark(end) == .comma && end + 1 < count ? end : nil
  }

  /// The subject that ends right before `end`: what stands between the last clause boundary and
  /// the verb, without adverbials at its start.
  func subject(before end: Int) -> Range<Int>? {
    var last = end
    while last > 0, isSkippable(last - 1) { last -= 1 }
    guard last > 0 else { return nil }
    if has(last - 1, .relative), !has(last - 1, .subject) || text.language == .english {
      return antecedent(before: last - 1)
    }
    var start = last
    var commas: [Int] = []
    while start > 0 {
      let unit = start - 1
      if isBoundary(unit) { break }
      if mark(unit) == .comma { commas.append(unit) }
      start -= 1
    }
    while start < last, isLeading(start) { start += 1 }
    start = skipAdverbials(start, last, commas.reversed())
    guard start < last, startsNounPhrase(start) else { return nil }
    var stop = last
    while stop > start, mark(stop - 1) == .comma || mark(stop - 1) == .dash { stop -= 1 }
    return stop > start ? start..<stop : nil
  }

  private func isSkippable(_ unit: Int) -> Bool {
    pos(unit) == .adv && !has(unit, .relative) || has(unit, .clitic) && !startsNounPhrase(unit)
  }

  private func isLeading(_ unit: Int) -> Bool {
    mark(unit) != .none || has(unit, [.coordinator, .subordinator]) || pos(unit) == .adv
      || pos(unit) == .cconj
  }

  private func isBoundary(_ unit: Int) -> Bool {
    if isQuotation(unit) { return true }
    switch mark(unit) {
    case .terminal, .semicolon, .colon: return true
    default: break
    }
    if has(unit, .complementizer) { return true }
    if has(unit, .subordinator), !has(unit, .preposition) { return true }
    return isFiniteVerb(unit) && !isInsideRelative(unit)
  }

  /// Drops « Mardi, », « Dans un communiqué, » before the subject.
  private func skipAdverbials(_ start: Int, _ end: Int, _ commas: [Int]) -> Int {
    var start = start
    for comma in commas where comma > start && comma < end - 1 {
      let adverbial =
        pos(start) == .adp || pos(start) == .adv
        || has(start, [.preposition, .timeWord, .subordinator]) || isNonFinite(start)
      guard adverbial else { break }
      start = comma + 1
    }
    return start
  }

  /// The noun phrase before a relative pronoun.
  private func antecedent(before unit: Int) -> Range<Int>? {
    var end = unit
    while end > 0, mark(end - 1) == .comma { end -= 1 }
    var start = end
    while start > 0, !isBoundary(start - 1), mark(start - 1) != .comma,
      !has(start - 1, .coordinator)
    {
      start -= 1
    }
    while start < end, !startsNounPhrase(start) { start += 1 }
    return start < end ? start..<end : nil
  }
}
