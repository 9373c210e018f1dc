import FilonCore

/// How each unit of a window hangs from the cue in the dependency tree; nothing without a parse.
struct TreeFacts {
  /// The steps from the unit up to the lowest common ancestor and down to the cue, hashed; 0 for
  /// none.
  private var path: [UInt64] = []
  /// The relation of the cue's dependent whose subtree holds the unit, plus one; 0 for none.
  private var argument: [UInt64] = []
  /// Whether the unit starts (1) or ends (2) that subtree.
  private var edge: [UInt64] = []
  private var relation: [UInt64] = []

  init(_ text: ClaimText, _ window: RoleWindow, head: Int) {
    guard text.count > 0, text.head[head] >= 0 else { return }
    var ancestors: [(Int, UInt64)] = [(head, 0)]
    var node = head
    while ancestors.count < 5, Int(text.head[node]) != node, text.head[node] >= 0 {
      let step = UInt64(text.relation[node].rawValue) + 1
      node = Int(text.head[node])
      ancestors.append((node, (ancestors.last?.1 ?? 0) &* 67 &+ step))
    }
    for unit in window.units {
      let (path, argument) = Self.climb(text, unit, head, ancestors)
      self.path.append(path)
      self.argument.append(argument)
      relation.append(UInt64(text.relation[Self.top(text, unit)].rawValue) + 1)
    }
    for unit in argument.indices {
      var value: UInt64 = 0
      if unit == 0 || argument[unit - 1] != argument[unit] { value |= 1 }
      if unit + 1 == argument.count || argument[unit + 1] != argument[unit] { value |= 2 }
      edge.append(value)
    }
  }

  /// The word of a unit that its other words hang from.
  private static func top(_ text: ClaimText, _ unit: Unit) -> Int {
    guard unit.isQuotation else { return unit.words.lowerBound }
    return unit.words.first { word in
      text.head[word] >= 0 && !unit.words.contains(Int(text.head[word]))
        && text.punctuation[word] == .none
    } ?? unit.words.lowerBound
  }

  private static func climb(
    _ text: ClaimText, _ unit: Unit, _ head: Int, _ ancestors: [(Int, UInt64)]
  ) -> (UInt64, UInt64) {
    var node = top(text, unit)
    var up: UInt64 = 0
    var steps = 0
    var last: UInt64 = 0
    while steps < 24 {
      if let common = ancestors.first(where: { $0.0 == node }) {
        let path =
          steps <= 4 ? FeatureHash.mix(up &+ 1, common.1) : FeatureHash.mix(3, common.1, last)
        let argument = node == head ? last : (common.1 &* 67 &+ last) | 0x100_0000
        return (path, argument)
      }
      let next = Int(text.head[node])
      guard next >= 0, next != node else { return (0, 0) }
      last = UInt64(text.relation[node].rawValue) + 1
      up = up &* 67 &+ last
      node = next
      steps += 1
    }
    return (0, 0)
  }

  /// Adds the features of a unit.
  @inline(__always)
  func write(
    _ unit: Int, _ side: UInt64, _ pos: UInt64, _ lemma: UInt64, _ category: UInt64, _ tag: UInt64,
    into features: inout FeatureWriter
  ) {
    guard !path.isEmpty else { return }
    let place = argument[unit]
    features.add(FeatureHash.mix(70, path[unit], side))
    features.add(FeatureHash.mix(71, place, side, edge[unit]))
    features.add(FeatureHash.mix(72, place, category, pos))
    features.add(FeatureHash.mix(tag + 73, place, lemma, side))
    features.add(FeatureHash.mix(74, relation[unit], side, pos))
    features.add(FeatureHash.mix(75, place &* 4 &+ edge[unit], category, side))
    let before = unit > 0 ? argument[unit - 1] : 1
    features.add(FeatureHash.mix(76, before, place, side))
    let after = unit + 1 < argument.count ? argument[unit + 1] : 1
    features.add(FeatureHash.mix(77, after, place, side))
  }
}
