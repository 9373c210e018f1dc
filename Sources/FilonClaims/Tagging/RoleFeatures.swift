import FilonCore

/// The features that tell, for one cue, whether a unit is source, content or neither.
struct RoleFeatures {
  static let classes = 5
  static let tables = 12

  let text: ClaimText
  let rules: RuleLabels
  let attributions: [Attribution]
  private let tag: UInt64

  init(text: ClaimText, rules: RuleLabels, attributions: [Attribution]) {
    self.text = text
    self.rules = rules
    self.attributions = attributions
    tag = UInt64(text.language.rawValue) &* 0x1000 &+ 0x10_0000
  }

  /// What is known of the cue.
  private struct CueFacts {
    var head: Int
    var lemma: UInt64
    var category: UInt64
    var pos: UInt64
    var shape: UInt64
    var after: UInt64
    var before: UInt64
    var attribution: Int
  }

  /// The features of a window.
  func write(_ window: RoleWindow, into sequence: inout FeatureSequence) {
    let count = window.units.count
    let cue = facts(of: window)
    let pos = window.units.map { kind(of: $0) }
    let forms = window.units.map { form(of: $0) }
    let labels = ruleLabels(window, cue.attribution)
    let tree = TreeFacts(text, window, head: cue.head)
    let counts = Counts(window: window, pos: pos, text: text)
    let structure = self.structure(window, pos)
    for unit in 0..<count {
      let inside = window.cue.contains(unit)
      let side: UInt64 = inside ? 0 : (unit < window.cue.lowerBound ? 1 : 2)
      let gap =
        inside ? 0 : (side == 1 ? window.cue.lowerBound - unit : unit - window.cue.upperBound + 1)
      sequence.add(context: context(unit, window, pos, side), isFixed: inside) { features in
        guard !inside else { return }
        let between = counts.between(unit, window)
        write(
          unit, window, cue, pos, forms, labels, tree, side, gap, between, structure,
          into: &features)
      }
    }
  }

  private func context(
    _ unit: Int, _ window: RoleWindow, _ pos: [UInt64], _ side: UInt64
  ) -> UInt8 {
    let current = window.units[unit]
    let kind: UInt8
    if current.isQuotation {
      kind = 1
    } else if pos[unit] >= 32 {
      kind = 2
    } else if unit > 0, pos[unit - 1] >= 32 {
      kind = 3
    } else {
      kind = 0
    }
    return UInt8(side) * 4 + kind
  }

  private func kind(of unit: Unit) -> UInt64 {
    if unit.isQuotation { return 60 }
    let word = unit.words.lowerBound
    if text.punctuation[word] != .none { return 32 + UInt64(text.punctuation[word].rawValue) }
    return UInt64(text.pos[word].rawValue)
  }

  private func form(of unit: Unit) -> UInt64 {
    unit.isQuotation ? 11 : text.form[unit.words.lowerBound].value
  }

  private func facts(of window: RoleWindow) -> CueFacts {
    let words = window.units[window.cue].map(\.words.lowerBound)
    // The last verb or noun of the cue stands for it.
    let head =
      words.last { text.pos[$0] == .verb } ?? words.last { text.pos[$0] == .noun }
      ?? words.last ?? 0
    let reading = ReportingLexicon.standard.readings(text.form[head], text.language).first
    let category =
      reading.map { UInt64(ReportingLexicon.standard.concepts[$0.concept].categoryIndex) + 1 } ?? 0
    var shape = UInt64(reading?.form.rawValue ?? 0) & 0xFF
    if words.contains(where: { text.classes[$0].contains(.be) }) { shape |= 256 }
    if words.contains(where: { text.classes[$0].contains(.infinitiveMark) }) { shape |= 512 }
    let attribution = words.map({ rules.attribution[$0] }).first(where: { $0 >= 0 }) ?? Int32(-1)
    return CueFacts(
      head: head, lemma: text.lemma[head].value, category: category,
      pos: UInt64(text.pos[head].rawValue), shape: shape,
      after: neighbour(window, window.cue.upperBound),
      before: neighbour(window, window.cue.lowerBound - 1), attribution: Int(attribution))
  }

  private func neighbour(_ window: RoleWindow, _ unit: Int) -> UInt64 {
    guard window.units.indices.contains(unit) else { return 61 }
    let current = window.units[unit]
    let word = current.words.lowerBound
    if !current.isQuotation,
      text.classes[word].isDisjoint(with: [.determiner, .subject]) == false
        || text.classes[word].contains(.complementizer)
    {
      return text.classes[word].contains(.complementizer) ? 58 : 59
    }
    return kind(of: current)
  }

  /// For each unit, what the rule that owns the cue says, or what another rule says (+ 4).
  private func ruleLabels(_ window: RoleWindow, _ attribution: Int) -> [UInt64] {
    guard attribution >= 0 else {
      return window.units.map { UInt64(rules.role[$0.words.lowerBound]) + 4 }
    }
    let own = attributions[attribution]
    return window.units.map { unit in
      let word = unit.words.lowerBound
      if own.content.contains(where: { $0.contains(word) }) { return 1 }
      if own.source.contains(where: { $0.contains(word) }) { return 2 }
      if own.content.contains(where: { $0.contains(unit.words.upperBound - 1) }) { return 3 }
      return 0
    }
  }

  /// The layout of the window: quotations before and after the cue, a colon, a complementiser.
  private func structure(_ window: RoleWindow, _ pos: [UInt64]) -> UInt64 {
    var value: UInt64 = 0
    for (index, unit) in window.units.enumerated() where unit.isQuotation {
      let near =
        index < window.cue.lowerBound
        ? window.cue.lowerBound - index : index - window.cue.upperBound
      let bit: UInt64 = index < window.cue.lowerBound ? 1 : 4
      value |= near <= 3 ? bit : bit << 1
    }
    if window.units.first?.isQuotation == true { value |= 16 }
    if window.cue.lowerBound == 0 { value |= 32 }
    return value
  }

  private func write(
    _ unit: Int, _ window: RoleWindow, _ cue: CueFacts, _ pos: [UInt64], _ forms: [UInt64],
    _ labels: [UInt64], _ tree: TreeFacts, _ side: UInt64, _ gap: Int, _ between: UInt64,
    _ structure: UInt64, into features: inout FeatureWriter
  ) {
    let current = window.units[unit]
    let word = current.words.lowerBound
    let f0 = forms[unit]
    let p0 = pos[unit]
    let p1 = unit + 1 < pos.count ? pos[unit + 1] : 63
    let p2 = unit + 2 < pos.count ? pos[unit + 2] : 63
    let q1 = unit > 0 ? pos[unit - 1] : 62
    let q2 = unit > 1 ? pos[unit - 2] : 62
    let f1 = unit + 1 < forms.count ? forms[unit + 1] : 3
    let b1 = unit > 0 ? forms[unit - 1] : 5
    let lemma = current.isQuotation ? 11 : text.lemma[word].value
    let distance: UInt64 =
      gap <= 4 ? UInt64(gap) : (gap <= 7 ? 5 : (gap <= 12 ? 6 : (gap <= 25 ? 7 : 8)))
    let offset = UInt64(bitPattern: Int64(window.offsets[unit])) & 7
    let t = tag
    features.add(FeatureHash.mix(t + 1, f0, side))
    features.add(FeatureHash.mix(t + 2, lemma, side, p0))
    features.add(FeatureHash.mix(t + 3, b1, side, p0))
    features.add(FeatureHash.mix(t + 4, f1, side, p0))
    features.add(FeatureHash.mix(t + 5, b1, f0, side))
    features.add(FeatureHash.mix(t + 6, f0, f1, side))
    features.add(FeatureHash.mix(t + 7, cue.lemma, side, p0))
    features.add(FeatureHash.mix(t + 8, cue.lemma, side &* 16 &+ distance, q1))
    features.add(FeatureHash.mix(t + 9, cue.lemma, f0, side))
    features.add(FeatureHash.mix(t + 10, cue.lemma, between, side))
    features.add(FeatureHash.mix(t + 11, cue.lemma, cue.after, side &* 64 &+ p0))
    let where_ = side &* 16 &+ distance
    features.add(FeatureHash.mix(30, p0, where_, offset))
    features.add(FeatureHash.mix(31, q1 &* 64 &+ p0, p1, side))
    features.add(FeatureHash.mix(32, q2 &* 64 &+ q1, p0, side))
    features.add(FeatureHash.mix(33, p0 &* 64 &+ p1, p2, side))
    features.add(FeatureHash.mix(34, cue.category, where_, p0))
    features.add(FeatureHash.mix(35, cue.category, between, side &* 64 &+ p0))
    features.add(FeatureHash.mix(36, between, side &* 64 &+ q1, p0))
    features.add(FeatureHash.mix(37, cue.shape, where_, p0))
    features.add(FeatureHash.mix(38, cue.shape, between, side))
    features.add(FeatureHash.mix(39, cue.after, where_, p0))
    features.add(FeatureHash.mix(40, cue.before, where_, p0))
    features.add(FeatureHash.mix(41, cue.after &* 64 &+ cue.before, between, side))
    features.add(FeatureHash.mix(42, structure, side, p0))
    features.add(FeatureHash.mix(43, structure, between, side))
    let r0 = labels[unit]
    let r1 = unit + 1 < labels.count ? labels[unit + 1] : 9
    let rb = unit > 0 ? labels[unit - 1] : 9
    let rule = rules.rule[cue.head]
    features.add(FeatureHash.mix(44, r0 &* 16 &+ rb, rule, side))
    features.add(FeatureHash.mix(45, r0 &* 256 &+ rb &* 16 &+ r1, side, p0))
    features.add(FeatureHash.mix(t + 45, r0 &* 16 &+ rb, cue.lemma, side))
    features.add(FeatureHash.mix(46, offset, structure, p0))
    let first: UInt64 = unit == 0 || window.offsets[unit - 1] != window.offsets[unit] ? 1 : 0
    let last: UInt64 =
      unit + 1 == pos.count || window.offsets[unit + 1] != window.offsets[unit] ? 2 : 0
    features.add(FeatureHash.mix(47, first | last, side, p0))
    features.add(FeatureHash.mix(48, side))
    if !current.isQuotation {
      let classes = UInt64(text.classes[word].rawValue)
      features.add(FeatureHash.mix(49, classes, side, p0))
      let capital: UInt64 = text.flags[word].contains(.capitalized) ? 1 : 0
      let entity: UInt64 = text.entity[word] > 0 ? 2 : 0
      let noun = HumanNouns.standard.kind(text.form[word], text.language)?.rawValue ?? 0
      features.add(FeatureHash.mix(50, capital | entity | UInt64(noun) << 2, where_, p0))
    } else {
      writeQuotation(current, where_, offset, cue, q1, into: &features)
    }
    tree.write(unit, side, p0, cue.lemma, cue.category, tag, into: &features)
  }

  private func writeQuotation(
    _ unit: Unit, _ place: UInt64, _ offset: UInt64, _ cue: CueFacts, _ before: UInt64,
    into features: inout FeatureWriter
  ) {
    let length = unit.words.count
    let size: UInt64 = length <= 4 ? 0 : (length <= 7 ? 1 : (length <= 14 ? 2 : 3))
    let last = unit.words.upperBound - 2
    let end = last > unit.words.lowerBound ? UInt64(text.punctuation[last].rawValue) : 15
    let firstWord = min(unit.words.lowerBound + 1, text.count - 1)
    let capital: UInt64 = text.flags[firstWord].contains(.capitalized) ? 1 : 0
    features.add(FeatureHash.mix(51, size, place, end))
    features.add(FeatureHash.mix(52, size &* 2 &+ capital, place, before))
    features.add(FeatureHash.mix(53, size &* 2 &+ capital, cue.category, offset))
    features.add(FeatureHash.mix(54, end &* 2 &+ capital, offset, place))
  }
}

/// What lies between the cue and each unit: verbs, commas, quotations, complementisers, counted up
/// to a limit, made in one sweep outward from the cue.
private struct Counts {
  private var values: [UInt64]

  init(window: RoleWindow, pos: [UInt64], text: ClaimText) {
    values = [UInt64](repeating: 0, count: pos.count)
    var state = State()
    for unit in stride(from: window.cue.lowerBound - 1, through: 0, by: -1) {
      values[unit] = state.value
      state.add(window.units[unit], pos[unit], text)
    }
    state = State()
    for unit in window.cue.upperBound..<max(window.cue.upperBound, pos.count) {
      values[unit] = state.value
      state.add(window.units[unit], pos[unit], text)
    }
  }

  private struct State {
    var verbs: UInt64 = 0
    var commas: UInt64 = 0
    var quotes: UInt64 = 0
    var marks: UInt64 = 0

    var value: UInt64 {
      min(verbs, 2) | min(commas, 3) << 2 | min(quotes, 1) << 4 | min(marks, 3) << 5
    }

    mutating func add(_ unit: Unit, _ pos: UInt64, _ text: ClaimText) {
      if unit.isQuotation {
        quotes += 1
        return
      }
      let word = unit.words.lowerBound
      switch pos {
      case UInt64(UniversalPOS.verb.rawValue): verbs += 1
      case 32 + UInt64(PunctuationKind.comma.rawValue): commas += 1
      case 32 + UInt64(PunctuationKind.colon.rawValue): marks |= 2
      default: break
      }
      if text.classes[word].contains(.complementizer) { marks |= 1 }
    }
  }

  func between(_ unit: Int, _ window: RoleWindow) -> UInt64 { values[unit] }
}
