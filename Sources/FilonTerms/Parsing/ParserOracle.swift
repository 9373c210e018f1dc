/// The dynamic oracle of the arc-eager system (Goldberg and Nivre 2012): how many gold arcs a
/// transition makes unreachable.
struct ParserOracle {
  /// Gold heads; the number of words for the root.
  let heads: [Int]
  private let children: [[Int]]

  init(heads: [Int]) {
    self.heads = heads
    var children = [[Int]](repeating: [], count: heads.count + 1)
    for (word, head) in heads.enumerated() { children[head].append(word) }
    self.children = children
  }

  /// The cost of a transition that the state allows.
  func cost(_ transition: ParserState.Transition, _ state: ParserState) -> Int {
    guard let top = state.stack.last else { return 0 }
    let front = state.front
    switch transition {
    case .shift:
      return (isOnStack(heads[front], state) ? 1 : 0) + headlessChildren(front, state)
    case .right:
      let head = heads[front]
      let lost = head != top && (head > front || isOnStack(head, state))
      return (lost ? 1 : 0) + headlessChildren(front, state)
    case .left:
      return (heads[top] > front ? 1 : 0) + childrenInBuffer(top, state)
    case .reduce: return childrenInBuffer(top, state)
    }
  }

  private func isOnStack(_ head: Int, _ state: ParserState) -> Bool {
    head < state.count && state.onStack[head]
  }

  /// Gold children of `word` on the stack that have no head yet.
  private func headlessChildren(_ word: Int, _ state: ParserState) -> Int {
    var count = 0
    for child in children[word] where state.onStack[child] && state.heads[child] < 0 { count += 1 }
    return count
  }

  private func childrenInBuffer(_ word: Int, _ state: ParserState) -> Int {
    var count = 0
    for child in children[word] where child >= state.front { count += 1 }
    return count
  }
}
