import FilonCore

/// A reporting verb with its auxiliaries, negation and clitics.
struct VerbGroup: Sendable {
  /// The units from the first auxiliary or negation to the last word of the verb.
  var units: Range<Int>
  /// The unit of the verb itself.
  var verb: Int
  /// The reading that was chosen.
  var reading: ReportingLexicon.Entry
  /// The unit of an inverted pronoun, « -il » of « dit-il », if there is one.
  var invertedPronoun: Int?
  /// Whether an object pronoun stands before it, « l'a confirmé ».
  var hasObjectPronoun = false
  /// Whether the group is passive, "is said".
  var isPassive = false
  /// Whether the group can head a clause.
  var isFinite = true
  /// Whether the verb is a present participle or gerund.
  var isParticiple = false
  /// Whether the group is negated.
  var isNegated = false
}

extension Clause {
  /// The group of the reporting verb at `unit`, or nil when the word is no verb there.
  func verbGroup(at unit: Int) -> VerbGroup? {
    let known = readings(unit)
    guard !known.isEmpty, isVerbal(unit) else { return nil }
    let reflexive = precedes(unit, .reflexive)
    guard let reading = choose(known, at: unit, reflexive: reflexive) else { return nil }
    let end = unit + 1 + reading.rest.count
    var group = VerbGroup(units: unit..<end, verb: unit, reading: reading)
    let complete =
      text.language == .french ? completeFrench(&group) : completeEnglish(&group)
    return complete ? group : nil
  }

  private func isVerbal(_ unit: Int) -> Bool {
    guard text.isTagged else { return !has(unit - 1, .determiner) || has(unit - 1, .clitic) }
    guard !followsHyphen(unit) else { return false }
    if has(unit - 1, .possessive), text.language == .english { return false }
    if looksVerbal(unit) { return true }
    switch pos(unit) {
    case .verb, .aux: return true
    case .adj, .noun, .adp, .x, .propn:
      // Taggers miss verbs in unusual places: an inverted pronoun or an auxiliary tells.
      return isInvertedPronoun(unit + 1) || text.language == .french && has(unit - 1, .have)
        || readings(unit).contains { $0.needsBe }
    default: return isInvertedPronoun(unit + 1)
    }
  }

  /// Where the surroundings are those of a verb whatever the tagger says: a complementiser after it
  /// and no article before it, or a saying clause after a comma.
  private func looksVerbal(_ unit: Int) -> Bool {
    guard !has(unit - 1, .determiner), pos(unit - 1) != .det,
      readings(unit).contains(where: { !$0.form.isDisjoint(with: .finite) })
    else { return false }
    if has(unit + 1, .complementizer), pos(unit - 1) != .adp { return true }
    let third = readings(unit).contains { $0.form.contains(.thirdPerson) }
    switch mark(unit - 1) {
    case .comma, .terminal:
      return text.language == .french && third && startsNounPhrase(unit + 1)
        && (has(unit + 1, .determiner) || pos(unit + 1) == .propn)
    default:
      return text.language == .english && third && isEnd(unit + 1) && pos(unit - 1) == .noun
        && (max(0, unit - 5)..<max(0, unit)).contains { mark($0) == .comma }
    }
  }

  private func followsHyphen(_ unit: Int) -> Bool {
    guard let word = word(unit) else { return false }
    let start = Int(text.range[word].start)
    return start > 0 && text.bytes[start - 1] == 0x2D
  }

  /// Whether a word of the class stands among the clitics and auxiliaries before `unit`.
  private func precedes(_ unit: Int, _ wanted: WordClass) -> Bool {
    var index = unit - 1
    while index >= 0, unit - index <= 6, has(index, [.clitic, .have, .be, .negation]) {
      if has(index, wanted) { return true }
      index -= 1
    }
    return false
  }

  private func choose(
    _ known: [ReportingLexicon.Entry], at unit: Int, reflexive: Bool
  ) -> ReportingLexicon.Entry? {
    var best: ReportingLexicon.Entry?
    var bestScore = -1
    for entry in known {
      var score = 1
      if !entry.rest.isEmpty {
        let matches = entry.rest.indices.allSatisfy { form(unit + 1 + $0) == entry.rest[$0] }
        guard matches else { continue }
        score += 4 * entry.rest.count
      }
      if entry.needsBe {
        guard precedesBe(unit) else { continue }
        score += 4
      }
      if entry.isReflexive != reflexive {
        if entry.isReflexive { continue }
        score -= 1
      } else if reflexive {
        score += 2
      }
      if score > bestScore { (best, bestScore) = (entry, score) }
    }
    return best
  }

  private func precedesBe(_ unit: Int) -> Bool {
    var index = unit - 1
    while index >= 0, unit - index <= 4 {
      if has(index, .be) { return true }
      guard pos(index) == .adv || has(index, .negation) else { return false }
      index -= 1
    }
    return false
  }

  private func completeFrench(_ group: inout VerbGroup) -> Bool {
    let form = group.reading.form
    var start = group.verb
    if isInvertedPronoun(group.units.upperBound) { group.invertedPronoun = group.units.upperBound }
    if !form.isDisjoint(with: .pastParticiple), let auxiliary = auxiliary(before: group.verb) {
      start = auxiliary
      if isInvertedPronoun(auxiliary + 1) { group.invertedPronoun = auxiliary + 1 }
      group.isPassive =
        !group.reading.needsBe && !group.reading.isReflexive && has(auxiliary, .be)
        && !precedes(auxiliary, .reflexive)
      group.isFinite = !isNonFinite(auxiliary) || has(auxiliary, .have)
    } else if group.reading.needsBe {
      return false
    } else if form.contains(.presentParticiple) {
      (group.isFinite, group.isParticiple) = (false, true)
    } else if form.isDisjoint(with: .finite) {
      guard form.contains(.infinitive), let governor = governor(before: group.verb) else {
        return false
      }
      start = governor
    } else if form.isDisjoint(with: .thirdPerson) {
      return false
    }
    takeClitics(&group, from: start)
    return true
  }

  /// Adds negation and reflexive pronouns before the group; notes object pronouns.
  private func takeClitics(_ group: inout VerbGroup, from start: Int) {
    var index = start - 1
    var first = start
    while index >= 0, start - index <= 3, has(index, .clitic),
      !has(index, .determiner)
        || isObjectPronoun(index)
    {
      if has(index, .negation) {
        group.isNegated = true
        first = index
      } else if has(index, .reflexive) {
        first = index
      } else if isObjectPronoun(index) {
        group.hasObjectPronoun = true
      }
      index -= 1
    }
    var end = group.units.upperBound
    if has(end, .negation), !has(end, .clitic) {
      group.isNegated = true
      end += 1
    }
    group.units = first..<end
  }

  /// « le », « la », « l' », « les » before a verb, not before a noun.
  private func isObjectPronoun(_ unit: Int) -> Bool {
    guard has(unit, .clitic), has(unit, .determiner) else { return false }
    return pos(unit) == .pron || !text.isTagged || pos(unit + 1) == .aux || pos(unit + 1) == .verb
  }

  /// The first auxiliary of a compound tense whose participle is at `unit`.
  private func auxiliary(before unit: Int) -> Int? {
    var index = unit - 1
    var found: Int?
    while index >= 0, unit - index <= 6 {
      if has(index, [.have, .be]) {
        found = index
      } else if isInvertedPronoun(index) || has(index, .negation) || isAdverb(index) {
        // between auxiliary and participle
      } else {
        break
      }
      index -= 1
    }
    return found
  }

  private func isAdverb(_ unit: Int) -> Bool {
    pos(unit) == .adv || has(unit, .timeWord)
  }

  /// A modal or "venir de", "aller" that governs the infinitive at `unit`.
  private func governor(before unit: Int) -> Int? {
    var index = unit - 1
    while index >= 0, unit - index <= 4, has(index, [.infinitiveMark, .negation, .clitic]) {
      index -= 1
    }
    return index >= 0 && has(index, .modal) ? index : nil
  }

  /// "is said to", "is expected to": the subject belongs to the content.
  private func raisesSubject(_ reading: ReportingLexicon.Entry) -> Bool {
    let category = ReportingLexicon.standard.concepts[reading.concept].category
    return category == "hearsay" || category == "predict"
  }

  private func completeEnglish(_ group: inout VerbGroup) -> Bool {
    let form = group.reading.form
    var index = group.verb - 1
    var start = group.verb
    var auxiliaries: WordClass = []
    while index >= 0, group.verb - index <= 6 {
      if has(index, [.have, .be, .modal, .negation]) {
        if let word = word(index) { auxiliaries.formUnion(text.classes[word]) }
        start = index
      } else if !isAdverb(index) {
        break
      }
      index -= 1
    }
    group.isNegated = auxiliaries.contains(.negation)
    if form.contains(.presentParticiple) {
      group.isParticiple = !auxiliaries.contains(.be)
      group.isFinite = !group.isParticiple
    } else if auxiliaries.contains(.be) {
      group.isPassive = !group.reading.needsBe || raisesSubject(group.reading)
    } else if form.isDisjoint(with: .finite) {
      guard auxiliaries.contains(.have) else { return false }
    } else if form.contains(.infinitive), has(start - 1, .infinitiveMark) {
      return false
    }
    group.units = start..<group.units.upperBound
    return true
  }
}
