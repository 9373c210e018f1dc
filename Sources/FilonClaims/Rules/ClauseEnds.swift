import FilonCore

extension Clause {
  /// Where a content clause that starts at `start` ends: at the end of the sentence, a semicolon, a
  /// further saying of the same source, or a parenthesis that attributes.
  func clauseEnd(from start: Int, stopAtComma: Bool = false) -> Int {
    var index = start
    var depth = 0
    while index < count {
      switch mark(index) {
      case .open: depth += 1
      case .close:
        depth -= 1
        if depth < 0 { return index }
      case .semicolon: if depth <= 0 { return index }
      case .terminal: if index == count - 1 { return index }
      case .comma:
        if depth <= 0, stopAtComma || startsNewSaying(index + 1) { return index }
      default:
        if depth <= 0, index > start, has(index, .coordinator), startsNewSaying(index + 1) {
          return mark(index - 1) == .comma ? index - 1 : index
        }
      }
      index += 1
    }
    return count
  }

  /// Whether a verb of saying without a subject of its own starts here: « et a promis »,
  /// "adding that", « ajoutant que », « selon lui ».
  private func startsNewSaying(_ unit: Int) -> Bool {
    if has(unit, .accordingTo) { return true }
    var index = unit
    while index < count, index - unit <= 4,
      has(index, [.clitic, .have, .be, .negation]) || pos(index) == .adv
    {
      index += 1
    }
    if has(index, .coordinator) { index += 1 }
    let known = readings(index)
    guard !known.isEmpty, pos(index) == .verb || !text.isTagged else { return false }
    if text.language == .french, isInvertedPronoun(index + 1) { return true }
    return known.contains { entry in
      let participle = entry.form.contains(.presentParticiple)
      let compound = entry.form.contains(.pastParticiple) && index > unit
      let finite = !entry.form.isDisjoint(with: .finite) && entry.form.contains(.thirdPerson)
      let opens = hasContentAfter(index)
      return opens && (participle || compound || finite)
    }
  }

  /// Whether a complementiser, an infinitive mark or a quotation follows a verb closely.
  private func hasContentAfter(_ unit: Int) -> Bool {
    for next in (unit + 1)..<(unit + 5) {
      if isQuotation(next) || has(next, [.complementizer]) { return true }
      if next <= unit + 2, text.language == .english, has(next, .infinitiveMark) { return true }
      if mark(next) != .none { return mark(next) == .colon }
    }
    return false
  }

  /// Where the clause that ends before `end` starts: after the last semicolon, dash or coordinator
  /// that begins a clause.
  func clauseStart(before end: Int) -> Int {
    var index = end
    var depth = 0
    while index > 0 {
      switch mark(index - 1) {
      case .close: depth += 1
      case .open:
        depth -= 1
        if depth < 0 { return index }
      case .semicolon, .terminal: if depth <= 0 { return index }
      default: break
      }
      index -= 1
    }
    return 0
  }

  /// Whether a range of units has a finite verb.
  func hasFiniteVerb(_ range: Range<Int>) -> Bool {
    range.contains { isFiniteVerb($0) }
  }
}
