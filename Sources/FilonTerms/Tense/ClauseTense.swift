import FilonCore

/// Tells whether the clause around a place in the text speaks of the past or of the future.
struct ClauseTense {
  /// Where the clause lies, seen from the day of publication.
  enum Direction {
    case past, future
  }

  let text: String
  let tokens: [Token]
  let language: AnalysisLanguage
  private let words: TenseWords
  /// How far the verb may be, in words.
  private static let reach = 24

  init(text: String, tokens: [Token], language: AnalysisLanguage) {
    (self.text, self.tokens, self.language) = (text, tokens, language)
    words = TenseWords.of(language)
  }

  /// The direction of the expression made of `tokens[range]`; nil when the text does not decide.
  func direction(_ range: Range<Int>) -> Direction? {
    if let marked = marked(before: range.lowerBound) { return marked }
    var index = range.lowerBound - 1
    while index >= 0, range.lowerBound - index < Self.reach, !endsClause(index),
      !tokens[index + 1].flags.contains(.startsSentence)
    {
      if isVerb(index) { return tense(index) }
      if index == range.lowerBound - 1, isParticipleAdjective(index) { return .past }
      index -= 1
    }
    index = range.upperBound
    while index < tokens.count, index - range.upperBound < Self.reach, !endsClause(index),
      !tokens[index].flags.contains(.startsSentence)
    {
      if isVerb(index) { return tense(lastOfChain(index)) }
      index += 1
    }
    return nil
  }

  /// A preposition that decides by itself: "by", « d'ici », « depuis ».
  private func marked(before index: Int) -> Direction? {
    guard index > 0, !tokens[index].flags.contains(.startsSentence) else { return nil }
    for length in 1...2 where index >= length {
      let start = tokens[index - length].range.start
      let end = tokens[index - 1].range.end
      guard start < end else { continue }
      let marker = text.slice(TextRange(Int(start), Int(end))).lowercased()
      if words.has(marker, .until) { return .future }
      if words.has(marker, .since) { return .past }
    }
    return nil
  }

  private func endsClause(_ index: Int) -> Bool {
    tokens[index].pos == .punct && tokens[index].range.count == 1
      && text.utf8Span.span[Int(tokens[index].range.start)] == 0x3B
  }

  private func isVerb(_ index: Int) -> Bool {
    tokens[index].pos == .verb || tokens[index].pos == .aux
  }

  /// "the rules adopted | Thursday", where the tagger sees an adjective.
  private func isParticipleAdjective(_ index: Int) -> Bool {
    guard tokens[index].pos == .adj else { return false }
    let form = surface(index)
    return language == .english
      ? form.hasSuffix("ed")
      : form.hasSuffix("é") || form.hasSuffix("ée") || form.hasSuffix("és") || form.hasSuffix("ées")
  }

  private func surface(_ index: Int) -> String { text.slice(tokens[index].range).lowercased() }

  /// The last verb of the group that starts at `index`: "has | been | adopted".
  private func lastOfChain(_ index: Int) -> Int {
    var last = index
    var next = index + 1
    while next < tokens.count, next - last <= 2, !tokens[next].flags.contains(.startsSentence) {
      if isVerb(next) {
        last = next
      } else if tokens[next].pos != .adv && tokens[next].pos != .part {
        break
      }
      next += 1
    }
    return last
  }

  /// The surfaces of the verbs that lead to the one at `index`, the nearest first.
  private func leaders(_ index: Int) -> (verbs: [String], hasTo: Bool, isReflexive: Bool) {
    var verbs: [String] = []
    var (hasTo, isReflexive) = (false, false)
    var next = index - 1
    var gap = 0
    while next >= 0, gap < 3, !tokens[next + 1].flags.contains(.startsSentence) {
      let word = surface(next)
      switch tokens[next].pos {
      case .aux,
        .verb where language == .french && words.has(word, .future):
        verbs.append(word)
        gap = 0
      case .part where word == "to": hasTo = true
      case .adv, .part: gap += 1
      case .pron where word == "s'" || word == "s’" || word == "se": isReflexive = true
      case .pron: gap += 1
      default: return (verbs, hasTo, isReflexive)
      }
      next -= 1
    }
    return (verbs, hasTo, isReflexive)
  }

  private func tense(_ index: Int) -> Direction? {
    let form = surface(index)
    let lead = leaders(index)
    if words.has(form, .future) || lead.verbs.contains(where: { words.has($0, .future) }) {
      return .future
    }
    if words.has(form, .past) || lead.verbs.contains(where: { words.has($0, .past) }) {
      return .past
    }
    return language == .french
      ? french(index, form, lead.verbs, lead.isReflexive)
      : english(index, form, lead.verbs, lead.hasTo)
  }

  private func english(_ index: Int, _ form: String, _ verbs: [String], _ hasTo: Bool) -> Direction?
  {
    if verbs.contains(where: { words.has($0, .perfect) }) { return .past }
    guard !hasTo, verbs.isEmpty, tokens[index].pos == .verb else { return nil }
    let lemma = tokens[index].lemma
    guard form != lemma, !form.hasSuffix("ing"), !form.hasSuffix("s") else { return nil }
    return .past
  }

  private func french(
    _ index: Int, _ form: String, _ verbs: [String], _ isReflexive: Bool
  ) -> Direction? {
    let lemma = tokens[index].lemma
    if isFuture(form, lemma) || verbs.contains(where: isFuture) { return .future }
    if verbs.contains(where: { words.has($0, .perfect) }) { return .past }
    if verbs.contains(where: { words.has($0, .perfectBe) }) {
      return isReflexive || words.has(lemma, .perfectBeVerb) ? .past : nil
    }
    guard verbs.isEmpty, form != lemma else { return nil }
    if isImperfect(form, lemma) || form.hasSuffix("èrent") { return .past }
    if lemma.hasSuffix("er"), form == lemma.dropLast(2) + "a" { return .past }
    return isParticiple(form, lemma) ? .past : nil
  }

  private func isFuture(_ form: String) -> Bool {
    isFuture(form, "être") || isFuture(form, "avoir") || isFuture(form, "devoir")
      || isFuture(form, "pouvoir")
  }

  private func isFuture(_ form: String, _ lemma: String) -> Bool {
    let stem = words.futureStem(lemma)
    guard form.hasPrefix(stem), form != stem else { return false }
    return Self.futureEndings.contains(String(form.dropFirst(stem.count)))
  }

  private static let futureEndings: Set<String> = ["ai", "as", "a", "ons", "ez", "ont"]

  /// "disait"; not the conditional "dirait", which may be hearsay, nor "fait" and "sait".
  private func isImperfect(_ form: String, _ lemma: String) -> Bool {
    guard form.hasSuffix("ait") || form.hasSuffix("aient"), form.utf8.count > 4 else {
      return false
    }
    let stem = words.futureStem(lemma)
    return form != stem + "ait" && form != stem + "aient"
  }

  private func isParticiple(_ form: String, _ lemma: String) -> Bool {
    var base = Substring(form)
    if base.hasSuffix("es") {
      base = base.dropLast(2)
    } else if base.hasSuffix("e") || base.hasSuffix("s") && !base.hasSuffix("is") {
      base = base.dropLast()
    }
    if lemma.hasSuffix("er") { return base.hasSuffix("é") }
    if base.hasSuffix("u") || base.hasSuffix("is") || base.hasSuffix("ert") { return true }
    if base.hasSuffix("i") { return lemma.hasSuffix("ir") }
    // "écrit" and "atteint" are also the present; "écrite" is not.
    return base.count < form.count && (base.hasSuffix("it") || base.hasSuffix("int"))
  }
}
