/// An Aho-Corasick automaton over a small alphabet of symbols, as one dense table.
struct PatternAutomaton: Sendable {
  /// Number of symbols.
  let alphabet: Int
  private let next: [UInt16]
  /// The first output of a state, or -1.
  private let head: [Int32]
  private let outputs: [Output]

  private struct Output: Sendable {
    var pattern: Int32
    var next: Int32
  }

  /// Builds the automaton; pattern numbers are the positions in `patterns`. At most 65,000 states.
  init(_ patterns: [[UInt8]], alphabet: Int) {
    self.alphabet = alphabet
    var goto: [[Int32]] = [[Int32](repeating: -1, count: alphabet)]
    var ends: [[Int32]] = [[]]
    for (number, pattern) in patterns.enumerated() where !pattern.isEmpty {
      var state = 0
      for symbol in pattern {
        let target = Int(goto[state][Int(symbol)])
        if target >= 0 {
          state = target
        } else {
          goto[state][Int(symbol)] = Int32(goto.count)
          state = goto.count
          goto.append([Int32](repeating: -1, count: alphabet))
          ends.append([])
        }
      }
      ends[state].append(Int32(number))
    }
    var fail = [Int](repeating: 0, count: goto.count)
    var head = [Int32](repeating: -1, count: goto.count)
    var outputs: [Output] = []
    var queue: [Int] = [0]
    var position = 0
    while position < queue.count {
      let state = queue[position]
      position += 1
      head[state] = state == 0 ? -1 : head[fail[state]]
      for pattern in ends[state] {
        outputs.append(Output(pattern: pattern, next: head[state]))
        head[state] = Int32(outputs.count - 1)
      }
      for symbol in 0..<alphabet {
        let fallback = state == 0 ? 0 : Int(goto[fail[state]][symbol])
        let target = Int(goto[state][symbol])
        if target >= 0 {
          fail[target] = fallback
          queue.append(target)
        } else {
          goto[state][symbol] = Int32(fallback)
        }
      }
    }
    next = goto.flatMap { $0.map { UInt16(truncatingIfNeeded: $0) } }
    self.head = head
    self.outputs = outputs
  }

  /// The state after `symbol`; the initial state is 0.
  @inline(__always) func step(_ state: Int, _ symbol: UInt8) -> Int {
    Int(next[state &* alphabet &+ Int(symbol)])
  }

  /// Whether some pattern ends in this state.
  @inline(__always) func hasOutput(_ state: Int) -> Bool { head[state] >= 0 }

  /// Calls `body` with the number of each pattern that ends in this state.
  func forEachOutput(_ state: Int, _ body: (Int) -> Void) {
    var index = head[state]
    while index >= 0 {
      body(Int(outputs[Int(index)].pattern))
      index = outputs[Int(index)].next
    }
  }
}
