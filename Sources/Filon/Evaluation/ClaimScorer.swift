import FilonCore

/// Scores the attributed claims of one document.
///
/// Spans are compared by the letters and digits they cover. A content is found when at least 80 % of
/// the longer of the two is shared; source, cue, modality and polarity are judged on found contents.
struct ClaimScorer {
  private(set) var tallies: [(String, Tally)] = []

  private static let threshold = 0.8

  init(gold: Document, predicted: Document, projection: SpanProjection) {
    let letters = LetterSet.Index(gold.text)
    let expected = gold[Claim.self].elements.filter { $0.kind != .statement }
    let found = predicted[Claim.self].elements.filter { $0.kind != .statement }
    let expectedContents = expected.map { LetterSet($0.spans, letters) }
    let foundContents = found.map { LetterSet($0.spans.compactMap(projection.project), letters) }
    var pairs: [(gold: Int, found: Int, share: Double)] = []
    for (g, content) in expectedContents.enumerated() {
      for (f, other) in foundContents.enumerated() {
        let share = content.share(with: other)
        if share >= Self.threshold { pairs.append((g, f, share)) }
      }
    }
    pairs.sort {
      $0.share != $1.share ? $0.share > $1.share : ($0.gold, $0.found) < ($1.gold, $1.found)
    }
    var (usedGold, usedFound): (Set<Int>, Set<Int>) = ([], [])
    let matches = pairs.filter { pair in
      guard !usedGold.contains(pair.gold), !usedFound.contains(pair.found) else { return false }
      usedGold.insert(pair.gold)
      usedFound.insert(pair.found)
      return true
    }
    tallies.append(
      ("claims.content", Tally(right: matches.count, predicted: found.count, gold: expected.count)))
    for kind in [Claim.Kind.direct, .mixed, .indirect] {
      tallies.append(
        (
          "claims.\(kind.rawValue)",
          Tally(
            right: matches.count { expected[$0.gold].kind == kind },
            predicted: found.count { $0.kind == kind },
            gold: expected.count { $0.kind == kind })
        ))
    }
    func judged(_ name: String, _ isRight: (Claim, Claim) -> Bool) {
      let right = matches.count { isRight(expected[$0.gold], found[$0.found]) }
      tallies.append((name, Tally(right: right, predicted: matches.count, gold: matches.count)))
    }
    func agree(_ first: [TextRange]?, _ second: [TextRange]?, atLeast share: Double) -> Bool {
      let first = LetterSet(first ?? [], letters)
      let second = LetterSet((second ?? []).compactMap(projection.project), letters)
      return first.isEmpty && second.isEmpty || first.share(with: second) >= share
    }
    judged("claims.source") { agree($0.source?.spans, $1.source?.spans, atLeast: 0.5) }
    judged("claims.cue") { agree($0.cue?.spans, $1.cue?.spans, atLeast: 0.001) }
    judged("claims.modality") { $0.modality == $1.modality }
    judged("claims.polarity") { $0.polarity == $1.polarity }
  }
}
