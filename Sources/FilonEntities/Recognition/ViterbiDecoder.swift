/// Finds the best sequence of tags (A. Viterbi, 1967), in integers.
struct ViterbiDecoder {
  private var back: [UInt8] = []

  /// The best tags for a segment. `emissions` holds ``EntityTag/lanes`` scores a word.
  mutating func decode(
    _ emissions: [Int32], count: Int, transitions: [Int32], into tags: inout [UInt8]
  ) {
    let lanes = EntityTag.lanes
    let tagCount = EntityTag.count
    back = Array(repeating: 0, count: count * lanes)
    var scores = [Int32](repeating: Int32.min / 2, count: lanes)
    var next = scores
    for tag in 0..<tagCount where !EntityTag.isInside(tag) {
      scores[tag] = emissions[tag] &+ transitions[tagCount * lanes + tag]
    }
    for index in 1..<max(1, count) {
      for tag in 0..<tagCount {
        var best = Int32.min
        var from = 0
        if EntityTag.isInside(tag) {
          for previous in (tag - 1)...tag {
            let score = scores[previous] &+ transitions[previous * lanes + tag]
            if score > best { (best, from) = (score, previous) }
          }
        } else {
          for previous in 0..<tagCount {
            let score = scores[previous] &+ transitions[previous * lanes + tag]
            if score > best { (best, from) = (score, previous) }
          }
        }
        next[tag] = best &+ emissions[index * lanes + tag]
        back[index * lanes + tag] = UInt8(from)
      }
      swap(&scores, &next)
    }
    var tag = 0
    for candidate in 1..<tagCount where scores[candidate] > scores[tag] { tag = candidate }
    let start = tags.count
    tags.append(contentsOf: repeatElement(0, count: count))
    for index in stride(from: count - 1, through: 0, by: -1) {
      tags[start + index] = UInt8(tag)
      tag = Int(back[index * lanes + tag])
    }
  }
}
