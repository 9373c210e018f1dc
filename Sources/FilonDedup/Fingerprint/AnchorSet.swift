/// The words and numbers of a text that a translation of it would keep, in order of appearance.
///
/// Names (by their capital letter), long words by their consonant skeleton (cognates), numbers
/// written in either language's way, and the keys that earlier stages found.
struct AnchorSet {
  /// Hashes without repetition, in order of first appearance.
  private var values: [UInt32] = []
  /// What decides which ones are kept: the hash, and half of it for what says more.
  private var ranks: [UInt32] = []
  /// Open addressing: one more than the place in `values`, 0 for a free slot.
  private var slots = [UInt16](repeating: 0, count: 1 << 10)
  private var number = NumberReader()

  private static let shortestCognate = 7
  private static let shortestName = 3
  private static let capacity = 640

  mutating func insert(key: String) {
    insert(UInt32(truncatingIfNeeded: StableHash.of(key)), isStrong: true)
  }

  @inline(__always)
  mutating func insert(_ word: ScannedWord) {
    if word.digits > 0, word.letters == 0 {
      if let complete = number.read(word) { insert(complete, isStrong: true) }
      return
    }
    if number.isOpen, let complete = number.finish() { insert(complete, isStrong: true) }
    let isName =
      word.isCapitalised && word.letters >= Self.shortestName && !word.gap.startsSentence
    guard isName || word.letters >= Self.shortestCognate else { return }
    insert(word.skeleton, isStrong: isName)
  }

  mutating func finish() {
    if number.isOpen, let complete = number.finish() { insert(complete, isStrong: true) }
  }

  private mutating func insert(_ hash: UInt32, isStrong: Bool) {
    let rank = isStrong ? hash >> 1 : hash
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if values[place] == hash {
        ranks[place] = min(ranks[place], rank)
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard values.count < Self.capacity else { return }
    values.append(hash)
    ranks.append(rank)
    slots[slot] = UInt16(values.count)
  }

  /// At most `limit` anchors in order: those of the lowest ranks, so that two texts keep the same
  /// ones of those that they share, names and numbers twice as often as words (weighted sampling
  /// by hash).
  func sample(_ limit: Int) -> [UInt32] {
    guard values.count > limit, limit > 0 else { return values }
    let bar = ranks.sorted()[limit - 1]
    var kept: [UInt32] = []
    kept.reserveCapacity(limit + 1)
    for place in values.indices where ranks[place] <= bar { kept.append(values[place]) }
    return kept
  }
}
