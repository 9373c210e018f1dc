import FilonCore

/// Nested attributions: whose content a claim is attributed in.
enum SourceChains {
  /// Writes the chain of each claim whose cue and content stand inside the content of another.
  ///
  /// Claims come in the order of their cues; the number of claims around one is small, and so is
  /// the number looked at: those that start before it and have not ended.
  static func add(to claims: inout [Claim]) {
    let order = claims.indices.sorted {
      let (first, second) = (claims[$0].content, claims[$1].content)
      return (first.start, second.end, $0) < (second.start, first.end, $1)
    }
    var open: [Int] = []
    for index in order {
      let claim = claims[index]
      let content = claim.content
      open.removeAll {
        claims[$0].content.end < content.end || claims[$0].content.end <= content.start
      }
      defer { if claim.kind != .statement { open.append(index) } }
      guard claim.source != nil, let cue = claim.cue?.spans.first else { continue }
      let chain = open.filter { other in
        claims[other].spans.contains { $0.contains(cue) }
          && claim.spans.allSatisfy { part in claims[other].spans.contains { $0.contains(part) } }
      }.map { claims[$0].id }
      claims[index].source?.chain = chain
    }
  }
}

extension Claim {
  /// The smallest range that covers the content.
  fileprivate var content: TextRange {
    spans.dropFirst().reduce(spans.first ?? TextRange(0, 0)) { $0.union($1) }
  }
}
