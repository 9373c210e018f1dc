/// The tree of highest score among all trees with one root (Chu and Liu 1965; Edmonds 1967).
enum SpanningTree {
  /// The head of each word; the number of words stands for the root.
  ///
  /// - Parameters:
  ///   - scores: Scores of heads (columns, the root last) for each word (rows), finite.
  ///   - pitch: Distance of the rows.
  ///   - count: Number of words.
  static func heads(_ scores: UnsafePointer<Float>, pitch: Int, count: Int) -> [Int] {
    var heads = greedy(scores, pitch, count)
    if roots(heads) == 1, cycle(heads) == nil { return heads }
    let matrix: [[Float]] = (0..<count).map { word in
      (0...count).map { scores[word * pitch + $0] }
    }
    heads = solve(matrix)
    guard roots(heads) != 1 else { return heads }
    // Of several words under the root, the one whose promotion costs least stays there.
    var best: (score: Float, heads: [Int])?
    for root in heads.indices where heads[root] == count {
      var single = matrix
      for word in single.indices where word != root { single[word][count] = -.infinity }
      let candidate = solve(single)
      let score = candidate.enumerated().reduce(0) { $0 + single[$1.offset][$1.element] }
      if best.map({ score > $0.score }) ?? true { best = (score, candidate) }
    }
    return best?.heads ?? heads
  }

  private static func greedy(_ scores: UnsafePointer<Float>, _ pitch: Int, _ count: Int) -> [Int] {
    (0..<count).map { word in
      var best = count
      for head in 0..<count
      where head != word && scores[word * pitch + head] > scores[word * pitch + best] {
        best = head
      }
      return best
    }
  }

  private static func roots(_ heads: [Int]) -> Int {
    heads.reduce(0) { $0 + ($1 == heads.count ? 1 : 0) }
  }

  /// The words of a cycle, or nil.
  private static func cycle(_ heads: [Int]) -> [Int]? {
    var visit = [Int](repeating: -1, count: heads.count + 1)
    for start in heads.indices {
      var word = start
      while word < heads.count, visit[word] < 0 {
        visit[word] = start
        word = heads[word]
      }
      guard word < heads.count, visit[word] == start else { continue }
      var members = [word]
      var next = heads[word]
      while next != word {
        members.append(next)
        next = heads[next]
      }
      return members
    }
    return nil
  }

  /// Contracts cycles until the best heads make a tree; a row a word, the last column the root.
  private static func solve(_ scores: [[Float]]) -> [Int] {
    let count = scores.count
    let heads = (0..<count).map { word -> Int in
      var best = count
      for head in 0..<count where head != word && scores[word][head] > scores[word][best] {
        best = head
      }
      return best
    }
    guard let members = cycle(heads) else { return heads }
    var inCycle = [Bool](repeating: false, count: count + 1)
    for word in members { inCycle[word] = true }
    // The contracted graph: words outside, then the cycle, then the root.
    let outside = (0..<count).filter { !inCycle[$0] }
    let size = outside.count + 1
    var contracted = [[Float]](
      repeating: [Float](repeating: -.infinity, count: size + 1), count: size)
    var leaving = [Int](repeating: -1, count: size)
    var entering = [Int](repeating: -1, count: size + 1)
    for (index, word) in outside.enumerated() {
      for (column, head) in outside.enumerated() { contracted[index][column] = scores[word][head] }
      contracted[index][size] = scores[word][count]
      for member in members where scores[word][member] > contracted[index][size - 1] {
        contracted[index][size - 1] = scores[word][member]
        leaving[index] = member
      }
    }
    for (column, head) in (outside + [-1, count]).enumerated() where head >= 0 {
      for member in members {
        let gain = scores[member][head] - scores[member][heads[member]]
        if entering[column] < 0 || gain > contracted[size - 1][column] {
          contracted[size - 1][column] = gain
          entering[column] = member
        }
      }
    }
    let solved = solve(contracted)
    var result = heads
    for (index, word) in outside.enumerated() {
      let head = solved[index]
      result[word] =
        head == size ? count : head == size - 1 ? max(leaving[index], 0) : outside[head]
    }
    let into = solved[size - 1]
    let member = entering[into]
    if member >= 0 { result[member] = into == size ? count : outside[into] }
    return result
  }
}
