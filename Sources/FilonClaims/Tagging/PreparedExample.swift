import FilonCore

/// A training text as the models see it: words, rule evidence, gold labels.
struct PreparedExample: Sendable {
  struct Cue: Sendable {
    var window: RoleWindow
    var labels: [UInt8]
  }

  let text: ClaimText
  let rules: [Attribution]
  let labels: RuleLabels
  /// 0 outside, 1 first word of a cue, 2 further word.
  private(set) var cueLabels: [UInt8]
  private(set) var cues: [Cue] = []

  init(_ example: AttributionExample) {
    text = ClaimText(example.input)
    rules = AttributionRules.attributions(in: text)
    labels = RuleLabels(rules, count: text.count)
    cueLabels = [UInt8](repeating: 0, count: text.count)
    var cache = UnitCache()
    for gold in example.attributions {
      let cueWords = gold.cue.map { text.words(in: $0) }.filter { !$0.isEmpty }
      guard let first = cueWords.first, let last = cueWords.last else { continue }
      for range in cueWords {
        for word in range { cueLabels[word] = word == range.lowerBound && range == first ? 1 : 2 }
      }
      // A cue in two parts, « a » … « répété », is one run for the tagger when the gap is small.
      let whole = first.lowerBound..<max(first.upperBound, last.upperBound)
      let cue = whole.count <= 6 ? whole : first
      for word in cue where cueLabels[word] == 0 { cueLabels[word] = 2 }
      guard let segment = segment(of: cue.lowerBound),
        let window = RoleWindow(text, cue: cue, segment: segment, cache: &cache)
      else { continue }
      cues.append(Cue(window: window, labels: roleLabels(gold, window)))
    }
  }

  private func segment(of word: Int) -> Int? {
    var (low, high) = (0, text.segments.count)
    while low < high {
      let middle = (low + high) / 2
      if text.segments[middle].upperBound > word { high = middle } else { low = middle + 1 }
    }
    return low < text.segments.count ? low : nil
  }

  private func roleLabels(_ gold: AttributionExample.Attribution, _ window: RoleWindow) -> [UInt8] {
    let source = gold.source.map { text.words(in: $0) }
    let content = gold.content.map { text.words(in: $0) }
    var labels = [UInt8](repeating: 0, count: window.units.count)
    for (index, unit) in window.units.enumerated() where !window.cue.contains(index) {
      let inContent = content.reduce(0) { $0 + $1.clamped(to: unit.words).count }
      let inSource = source.reduce(0) { $0 + $1.clamped(to: unit.words).count }
      let previous = index > 0 ? labels[index - 1] : 0
      if inContent * 2 > unit.words.count {
        let starts = content.contains { unit.words.contains($0.lowerBound) }
        labels[index] = previous >= 3 && !starts ? 4 : 3
      } else if inSource * 2 > unit.words.count {
        let starts = source.contains { unit.words.contains($0.lowerBound) }
        labels[index] = (previous == 1 || previous == 2) && !starts ? 2 : 1
      }
    }
    return labels
  }
}
