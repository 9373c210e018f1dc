/// A configuration of the arc-eager transition system (Nivre 2008), the root behind the last word
/// (Ballesteros and Nivre 2013).
struct ParserState {
  /// The transitions.
  enum Transition: Int, CaseIterable {
    case shift, reduce, left, right
  }

  private(set) var stack: [Int] = []
  /// The first word of the buffer; the root when it equals ``count``.
  private(set) var front = 0
  /// Number of words.
  private(set) var count = 0
  /// Heads, -1 while there is none; ``count`` stands for the root.
  private(set) var heads: [Int] = []
  private(set) var onStack: [Bool] = []
  /// Leftmost and rightmost children, and those next to them, -1 while there are none.
  private(set) var left: [(first: Int, second: Int)] = []
  private(set) var right: [(first: Int, second: Int)] = []
  /// Numbers of children, and the parts of speech among them as bits.
  private(set) var leftCount: [UInt64] = []
  private(set) var rightCount: [UInt64] = []
  private(set) var leftTags: [UInt64] = []
  private(set) var rightTags: [UInt64] = []

  /// Starts a sentence of `count` words.
  mutating func reset(_ count: Int) {
    self.count = count
    front = 0
    stack.removeAll(keepingCapacity: true)
    Self.refill(&heads, count + 1, -1)
    Self.refill(&onStack, count + 1, false)
    Self.refill(&left, count + 1, (-1, -1))
    Self.refill(&right, count + 1, (-1, -1))
    Self.refill(&leftCount, count + 1, 0)
    Self.refill(&rightCount, count + 1, 0)
    Self.refill(&leftTags, count + 1, 0)
    Self.refill(&rightTags, count + 1, 0)
  }

  private static func refill<T>(_ array: inout [T], _ count: Int, _ value: T) {
    array.removeAll(keepingCapacity: true)
    for _ in 0..<count { array.append(value) }
  }

  /// Whether nothing is left to do.
  var isFinal: Bool { front == count && stack.isEmpty }

  /// The only transition allowed, or nil when the model has to choose.
  var forced: Transition? {
    guard let top = stack.last else { return front < count ? .shift : nil }
    guard front == count else { return nil }
    return heads[top] < 0 ? .left : .reduce
  }

  /// Whether a transition is allowed here.
  @inline(__always)
  func allows(_ transition: Transition) -> Bool {
    switch transition {
    case .shift: return front < count
    case .right: return front < count && !stack.isEmpty
    case .left: return stack.last.map { heads[$0] < 0 } ?? false
    case .reduce: return stack.last.map { heads[$0] >= 0 } ?? false
    }
  }

  /// Carries a transition out.
  mutating func apply(_ transition: Transition, _ words: [ParserWord]) {
    switch transition {
    case .shift: push()
    case .reduce: pop()
    case .left:
      guard let top = stack.last else { return }
      heads[top] = front
      left[front] = (top, left[front].first)
      leftCount[front] += 1
      leftTags[front] |= 1 << words[top].tag
      pop()
    case .right:
      guard let top = stack.last else { return }
      heads[front] = top
      right[top] = (front, right[top].first)
      rightCount[top] += 1
      rightTags[top] |= 1 << words[front].tag
      push()
    }
  }

  private mutating func push() {
    stack.append(front)
    onStack[front] = true
    front += 1
  }

  private mutating func pop() {
    guard let top = stack.popLast() else { return }
    onStack[top] = false
  }
}
