import FilonCore

/// Finds the factual sentences of the article's own voice: with numbers, named actors or
/// comparisons, outside quotations and outside what somebody else is made to say.
struct StatementFinder {
  let text: ClaimText
  let input: ClaimInput

  /// The words of each statement.
  func statements(besides claims: [Claim]) -> [Range<Int>] {
    let taken = claims.flatMap(\.spans).sorted()
    var found: [Range<Int>] = []
    var next = 0
    var reach: UInt32 = 0
    for segment in text.segments {
      let range = text.bytes(of: segment)
      while next < taken.count, taken[next].start < range.end {
        reach = max(reach, taken[next].end)
        next += 1
      }
      guard reach <= range.start, isStatement(segment, range) else { continue }
      found.append(trimmed(segment))
    }
    return found
  }

  private func isStatement(_ segment: Range<Int>, _ range: TextRange) -> Bool {
    guard segment.count >= 6, segment.count <= 120,
      text.punctuation[segment.upperBound - 1] == .terminal, !isQuestion(segment),
      segment.allSatisfy({ text.quotation[$0] < 0 || !text.classes[$0].contains(.firstPerson) })
    else { return false }
    let listed = WorthWords.standard[Int(text.language.rawValue)]
    var verbs = 0
    var actors = 0
    for word in segment {
      if !text.classes[word].isDisjoint(with: .firstPerson) { return false }
      if listed[text.form[word]] == .secondPerson { return false }
      if text.pos[word] == .verb || text.pos[word] == .aux { verbs += 1 }
      if text.entity[word] > 0 || text.pos[word] == .propn { actors += 1 }
    }
    guard verbs > 0 else { return false }
    let quantities = ClaimBuilder.inside([range], input.quantities)
    if quantities.contains(where: { $0.kind != .ordinal }) { return true }
    let dates = ClaimBuilder.inside([range], input.dates)
    return actors > 0 && (!dates.isEmpty || hasComparison(segment))
  }

  private func isQuestion(_ segment: Range<Int>) -> Bool {
    text.bytes[Int(text.range[segment.upperBound - 1].start)] == 0x3F
  }

  private func hasComparison(_ segment: Range<Int>) -> Bool {
    let table = MarkerTable.standard[Int(text.language.rawValue)]
    return segment.contains { word in
      table.phrase(at: word, in: text.form, before: segment.upperBound)?.kinds.contains(.comparison)
        ?? false
    }
  }

  private func trimmed(_ segment: Range<Int>) -> Range<Int> {
    var end = segment.upperBound
    while end > segment.lowerBound, text.punctuation[end - 1] == .terminal { end -= 1 }
    return segment.lowerBound..<end
  }
}
