import FilonCore

/// Modality, polarity and certainty of a claim, with the words that mark them.
struct ClaimSemantics {
  var modality: Claim.Modality = .assertion
  var polarity: Claim.Polarity = .positive
  var certainty: Claim.Certainty = .high
  var markers: [Claim.Marker] = []
  /// The kinds of marker that were found, for later features.
  private(set) var kinds: Set<MarkerTable.Kind> = []

  /// Reads the semantics of a content.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - content: The words of the content.
  ///   - cue: The cue, if there is one.
  ///   - isHearsay: Whether the content is told as rumour by its mood or cue.
  ///   - hasQuantity: Whether a quantity stands in the content.
  init(
    _ text: ClaimText, content: [Range<Int>], cue: Claim.Cue?, isHearsay: Bool, hasQuantity: Bool
  ) {
    collect(text, content)
    let negated = Self.isMainClauseNegated(text, content)
    let denies = cue?.category == "deny" && cue?.polarity == .positive
    polarity =
      negated != denies
        || kinds.contains(.denial) && content.count == 1 && negated == false && isShort(content)
      ? .negative : .positive
    modality = Self.modality(
      text, content, cue, kinds, isHearsay: isHearsay, hasQuantity: hasQuantity)
    if kinds.contains(.possible) {
      certainty = .low
    } else if kinds.contains(.probable) || kinds.contains(.hearsay) || isHearsay {
      certainty = .medium
    }
  }

  private func isShort(_ content: [Range<Int>]) -> Bool {
    content.reduce(0) { $0 + $1.count } <= 6
  }

  private mutating func collect(_ text: ClaimText, _ content: [Range<Int>]) {
    let table = MarkerTable.standard[Int(text.language.rawValue)]
    for range in content {
      var word = range.lowerBound
      while word < range.upperBound {
        guard let phrase = table.phrase(at: word, in: text.form, before: range.upperBound) else {
          word += 1
          continue
        }
        let end = word + phrase.words.count
        for kind in phrase.kinds where accepts(kind, text, word) {
          markers.append(
            Claim.Marker(range: text.bytes(of: word..<end), kind: Self.name(kind)))
          kinds.insert(kind)
        }
        word = end
      }
    }
  }

  /// « plus » negates only with "ne"; a word of value is none before a noun of its own.
  private func accepts(_ kind: MarkerTable.Kind, _ text: ClaimText, _ word: Int) -> Bool {
    guard kind == .negation, text.language == .french else { return true }
    return Self.hasParticle(text, before: word) || text.form[word] == Self.neither
  }

  private static let neither = FormHash("ni")
  private static let particles: Set<FormHash> = [FormHash("ne"), FormHash("n'")]

  private static func hasParticle(_ text: ClaimText, before word: Int) -> Bool {
    for index in stride(from: word - 1, through: max(0, word - 5), by: -1)
    where particles.contains(text.form[index]) { return true }
    return word + 1 < text.count && particles.contains(text.form[word + 1])
  }

  private static func name(_ kind: MarkerTable.Kind) -> String {
    switch kind {
    case .certain: "certainty"
    case .probable, .possible: "hedge"
    default: kind.rawValue
    }
  }

  /// Whether the first main clause of the content is negated.
  private static func isMainClauseNegated(_ text: ClaimText, _ content: [Range<Int>]) -> Bool {
    let table = MarkerTable.standard[Int(text.language.rawValue)]
    var sawVerb = false
    var after = 0
    for range in content {
      for word in range.prefix(40) {
        let isStart = word == range.lowerBound
        if !isStart, !text.classes[word].isDisjoint(with: [.complementizer, .relative]) {
          return false
        }
        if sawVerb, text.punctuation[word] == .comma || text.classes[word].contains(.coordinator) {
          return false
        }
        if let phrase = table.phrase(at: word, in: text.form, before: range.upperBound),
          phrase.kinds.contains(.negation),
          text.language == .english || hasParticle(text, before: word)
        {
          return true
        }
        if sawVerb { after += 1 }
        if after > 4 { return false }
        if text.pos[word] == .verb || text.pos[word] == .aux { sawVerb = true }
      }
    }
    return false
  }

  private static func modality(
    _ text: ClaimText, _ content: [Range<Int>], _ cue: Claim.Cue?, _ kinds: Set<MarkerTable.Kind>,
    isHearsay: Bool, hasQuantity: Bool
  ) -> Claim.Modality {
    if isHearsay { return .hearsay }
    let act = SpeechActs.standard.modality(concept: cue?.concept, category: cue?.category)
    if isQuestion(text, content) { return .question }
    let markedCondition = kinds.contains(.condition) && hasConditional(text, content)
    switch act {
    case .commitment?, .directive?, .question?, .hearsay?: return act ?? .assertion
    case .prediction?: return .prediction
    case .opinion?:
      if kinds.contains(.prediction) || hasFuture(text, content) { return .prediction }
      if hasQuantity { return .assertion }
      return .opinion
    default: break
    }
    if markedCondition { return .conditional }
    if hasFuture(text, content) || kinds.contains(.prediction) {
      return speaksOfSelf(text, content) ? .commitment : .prediction
    }
    if kinds.contains(.obligation) { return .directive }
    if kinds.contains(.evaluation), !hasQuantity { return .opinion }
    return .assertion
  }

  private static func isQuestion(_ text: ClaimText, _ content: [Range<Int>]) -> Bool {
    guard let last = content.last?.upperBound, last > 0 else { return false }
    for word in [last - 1, last, last - 2] where word >= 0 && word < text.count {
      let range = text.range[word]
      if range.count == 1, text.bytes[Int(range.start)] == 0x3F { return true }
    }
    return false
  }

  /// Whether the content's clause is about the speaker, "we will".
  private static func speaksOfSelf(_ text: ClaimText, _ content: [Range<Int>]) -> Bool {
    guard let first = content.first else { return false }
    return first.prefix(6).contains { text.classes[$0].contains(.firstPerson) }
  }

  /// Whether a French simple future stands in the content (English marks it by words).
  private static func hasFuture(_ text: ClaimText, _ content: [Range<Int>]) -> Bool {
    guard text.language == .french else { return false }
    return content.contains { range in
      range.contains { word in
        (text.pos[word] == .verb || text.pos[word] == .aux) && hasEnding(text, word, futures)
      }
    }
  }

  private static func hasConditional(_ text: ClaimText, _ content: [Range<Int>]) -> Bool {
    content.contains { range in
      range.contains { word in
        text.language == .french
          ? hasEnding(text, word, conditionals) && text.pos[word] != .noun
          : text.classes[word].contains(.modal)
      }
    }
  }

  private static let futures: [[UInt8]] = [
    "era", "eront", "ira", "iront", "dra", "dront", "erons", "urra", "urront",
  ]
  .map { Array($0.utf8) }
  private static let conditionals: [[UInt8]] = ["rait", "raient", "rions"].map { Array($0.utf8) }

  private static func hasEnding(_ text: ClaimText, _ word: Int, _ endings: [[UInt8]]) -> Bool {
    let bytes = text.bytes[text.range[word].bytes]
    return endings.contains {
      bytes.count > $0.count + 1 && bytes.suffix($0.count).elementsEqual($0)
    }
  }
}
