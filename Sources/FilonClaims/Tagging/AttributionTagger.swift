import FilonCore

/// The trained layer: finds cues, then the source and content of each.
struct AttributionTagger {
  let model: AttributionModel

  /// The attributions of a text, and the probability that each word belongs to a cue, in sentences
  /// with a cue by the rules or by the model. `rules` are evidence, not results.
  func attributions(
    in text: ClaimText, rules: [Attribution]
  ) -> (found: [Attribution], cueProbability: [Float]) {
    let labels = RuleLabels(rules, count: text.count)
    let cueFeatures = CueFeatures(text: text, rules: labels)
    let roleFeatures = RoleFeatures(text: text, rules: labels, attributions: rules)
    var found: [Attribution] = []
    var probabilities = [Float](repeating: 0, count: text.count)
    var sequence = FeatureSequence()
    var cache = UnitCache()
    for (index, segment) in text.segments.enumerated() {
      sequence.removeAll()
      cueFeatures.write(segment, into: &sequence)
      let isAsked = segment.contains { labels.attribution[$0] >= 0 }
      for cue in cues(sequence, segment, text, isAsked, &probabilities) {
        guard let window = RoleWindow(text, cue: cue.words, segment: index, cache: &cache) else {
          continue
        }
        sequence.removeAll()
        roleFeatures.write(window, into: &sequence)
        if let attribution = roles(sequence, window, cue, text) { found.append(attribution) }
      }
    }
    return (found, probabilities)
  }

  private struct Cue {
    var words: Range<Int>
    var probability: Float
  }

  private func cues(
    _ sequence: FeatureSequence, _ segment: Range<Int>, _ text: ClaimText, _ isAsked: Bool,
    _ probabilities: inout [Float]
  ) -> [Cue] {
    let lattice = model.cues.lattice(sequence)
    let best = lattice.best()
    // Probabilities are wanted of cues that were found, here or by rules.
    guard isAsked || best.contains(where: { $0 != 0 }) else { return [] }
    let marginals = lattice.marginals()
    for position in 0..<sequence.count {
      probabilities[segment.lowerBound + position] = 1 - marginals[position * CueFeatures.classes]
    }
    var found: [Cue] = []
    var position = 0
    while position < best.count {
      guard best[position] != 0 else {
        position += 1
        continue
      }
      let start = position
      position += 1
      while position < best.count, best[position] == 2 { position += 1 }
      let words = (segment.lowerBound + start)..<(segment.lowerBound + position)
      found.append(Cue(words: words, probability: 1 - marginals[start * CueFeatures.classes]))
    }
    return found
  }

  private func roles(
    _ sequence: FeatureSequence, _ window: RoleWindow, _ cue: Cue, _ text: ClaimText
  ) -> Attribution? {
    var lattice = model.roles.lattice(sequence)
    let bias = MergePolicy.of(text.language).roleBias
    for position in 0..<sequence.count {
      lattice.emissions[position * RoleFeatures.classes] += bias
    }
    let best = lattice.best()
    guard best.contains(where: { $0 >= 3 }) else { return nil }
    let marginals = lattice.marginals()
    var source: [Range<Int>] = []
    var content: [Range<Int>] = []
    var probability: Float = 1
    var unit = 0
    while unit < best.count {
      let label = best[unit]
      guard label != 0 else {
        unit += 1
        continue
      }
      let start = unit
      let inside = label <= 2 ? UInt8(2) : UInt8(4)
      unit += 1
      while unit < best.count, best[unit] == inside { unit += 1 }
      let words = Self.trimmed(text, window.units[start..<unit])
      guard !words.isEmpty else { continue }
      if label <= 2 {
        source.append(Self.withoutRelative(text, words))
      } else {
        content.append(words)
        let row = start * RoleFeatures.classes
        let end = (unit - 1) * RoleFeatures.classes
        probability = min(
          probability, marginals[row + 3] + marginals[row + 4],
          marginals[end + 3] + marginals[end + 4])
      }
    }
    guard !content.isEmpty else { return nil }
    let head =
      cue.words.last { text.pos[$0] == .verb } ?? cue.words.last { text.pos[$0] == .noun }
      ?? cue.words.upperBound - 1
    let reflexive = cue.words.contains { text.classes[$0].contains(.reflexive) }
    let readings = ReportingLexicon.standard.readings(text.form[head], text.language)
      .filter { $0.rest.isEmpty && !$0.needsBe }
    let reading = readings.first { $0.isReflexive == reflexive } ?? readings.first
    let negated = cue.words.contains { text.classes[$0].contains(.negation) }
    return Attribution(
      source: source, cue: [cue.words], content: content, concept: reading?.concept,
      lemma: reading?.lemma, isNegated: negated, rule: "tagger",
      confidence: cue.probability * probability)
  }

  /// « le documentaire qui »: the relative pronoun is no part of the source.
  private static func withoutRelative(_ text: ClaimText, _ words: Range<Int>) -> Range<Int> {
    let last = words.upperBound - 1
    return words.count > 1 && text.classes[last].contains(.relative)
      ? words.lowerBound..<last : words
  }

  /// The words of a run of units without punctuation at its edges.
  static func trimmed(_ text: ClaimText, _ units: ArraySlice<Unit>) -> Range<Int> {
    var (low, high) = (units.startIndex, units.endIndex)
    func isEdge(_ unit: Unit) -> Bool {
      guard !unit.isQuotation else { return false }
      switch text.punctuation[unit.words.lowerBound] {
      case .comma, .terminal, .colon, .semicolon, .dash: return true
      default: return false
      }
    }
    while low < high, isEdge(units[low]) { low += 1 }
    while high > low, isEdge(units[high - 1]) { high -= 1 }
    guard low < high else { return 0..<0 }
    return units[low].words.lowerBound..<units[high - 1].words.upperBound
  }
}

/// The units of the sentence that was asked for last, so that several cues share them.
struct UnitCache {
  private var segment = -1
  private var expanded: Int32 = -2
  private var units: [Unit] = []

  mutating func units(_ text: ClaimText, segment: Int, expanding quotation: Int32) -> [Unit] {
    if segment != self.segment || quotation != expanded {
      units = text.units(of: text.segments[segment], expanding: quotation)
      self.segment = segment
      expanded = quotation
    }
    return units
  }
}
