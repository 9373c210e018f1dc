import FilonCore

/// A greedy arc-eager dependency parser with a separate labeller.
struct DependencyParser {
  let model: ParserModel
  private var state = ParserState()

  init(model: ParserModel) { self.model = model }

  /// Heads (the word itself for the root) and relations of a sentence.
  mutating func parse(_ sentence: [ParserWord]) -> (heads: [Int], relations: [DependencyRelation]) {
    guard !sentence.isEmpty else { return ([], []) }
    let words = sentence + [.root]
    state.reset(sentence.count)
    while !state.isFinal {
      state.apply(state.forced ?? best(words), words)
    }
    let heads = Self.withSingleRoot(Array(state.heads.prefix(sentence.count)), sentence)
    let relations = label(words, heads)
    var result = heads
    for index in result.indices where result[index] == sentence.count { result[index] = index }
    return (result, relations)
  }

  private func best(_ words: [ParserWord]) -> ParserState.Transition {
    var scores = SIMD4<Int32>()
    ParserFeatures.forEach(state, words) { model.transitions.add4($0, to: &scores) }
    var best: ParserState.Transition?
    for transition in ParserState.Transition.allCases where state.allows(transition) {
      if best.map({ scores[transition.rawValue] > scores[$0.rawValue] }) ?? true {
        best = transition
      }
    }
    return best ?? .shift
  }

  private func label(_ words: [ParserWord], _ heads: [Int]) -> [DependencyRelation] {
    let tree = RelationFeatures.Tree(words: words, heads: heads)
    var numbers = [UInt8](repeating: 0, count: heads.count)
    var relations: [DependencyRelation] = []
    var scores = [Int32](repeating: 0, count: DependencyRelation.allCases.count)
    for word in heads.indices {
      if heads[word] == heads.count {
        numbers[word] = DependencyRelation.root.rawValue
        relations.append(.root)
        continue
      }
      for index in scores.indices { scores[index] = 0 }
      RelationFeatures.forEach(tree, word, numbers) { model.relations.add($0, to: &scores) }
      var best = Int(DependencyRelation.dep.rawValue)
      for candidate in scores.indices
      where scores[candidate] > scores[best] && candidate != Int(DependencyRelation.root.rawValue) {
        best = candidate
      }
      numbers[word] = UInt8(best)
      relations.append(DependencyRelation(rawValue: UInt8(best)) ?? .dep)
    }
    return relations
  }

  /// UD allows one root: the first verb among several, else the first word; the others hang on it.
  static func withSingleRoot(_ heads: [Int], _ words: [ParserWord]) -> [Int] {
    let roots = heads.indices.filter { heads[$0] == heads.count }
    guard roots.count > 1 else { return heads }
    let verb = UInt64(UniversalPOS.verb.rawValue) + 1
    let root = roots.first { words[$0].tag == verb } ?? roots[0]
    var result = heads
    for other in roots where other != root { result[other] = root }
    return result
  }
}
