/// The words and numbers of a text that a translation of it would keep, in order of appearance.
///
/// Names (by their capital letter), long words by their consonant skeleton (cognates), numbers
/// written in either language's way, and the keys that earlier stages found.
struct AnchorSet {
  /// Hashes without repetition, in order of first appearance; the lowest bit says whether it is a
  /// name, a number or a key.
  private var values: [UInt32] = []
  /// What decides which ones are kept: the hash, and half of it for what says more.
  private var ranks: [UInt32] = []
  /// Open addressing: one more than the place in `values`, 0 for a free slot.
  private var slots = [UInt16](repeating: 0, count: 1 << 10)
  private var number = NumberReader()
  private var isShouting = false

  private static let shortestCognate = 7
  private static let shortestName = 3
  private static let capacity = 640

  init() {
    values.reserveCapacity(160)
    ranks.reserveCapacity(160)
  }

  mutating func insert(key: String) {
    insert(UInt32(truncatingIfNeeded: StableHash.of(key)), isStrong: true)
  }

  /// How a word counts, if it does.
  enum Kind {
    case name, cognate
  }

  /// How a word counts that is no number.
  @inline(__always)
  mutating func kind(
    length: Int, isCapitalised: Bool, start: Int, gap: WordGap, _ bytes: Span<UInt8>, _ end: Int
  ) -> Kind? {
    if number.isOpen { finish() }
    let isName =
      isCapitalised && length >= Self.shortestName && !gap.startsSentence
      && !isShouted(start, bytes, end)
    if !isCapitalised, length > 1 { isShouting = false }
    return isName ? .name : length >= Self.shortestCognate ? .cognate : nil
  }

  /// Whether the word is one of several in capitals: a headline or an outcry, not a name.
  private mutating func isShouted(_ start: Int, _ bytes: Span<UInt8>, _ end: Int) -> Bool {
    let isUpper = start + 1 < end && (0x41...0x5A).contains(bytes[start + 1])
    defer { isShouting = isUpper }
    return isUpper && isShouting
  }

  mutating func finish() {
    if number.isOpen, let complete = number.finish() { insert(complete, isStrong: true) }
  }

  /// Takes a group of digits.
  mutating func insertNumber(
    _ range: Range<Int>, digits: Int, gap: WordGap, _ bytes: Span<UInt8>
  ) {
    var value: UInt64 = 0
    for index in range where bytes[index] & 0xF0 == 0x30 {
      value = value &* 10 &+ UInt64(bytes[index] & 15)
    }
    if let complete = number.read(value, digits: digits, gap: gap) {
      insert(complete, isStrong: true)
    }
  }

  /// Takes the skeleton of a word.
  mutating func insert(_ skeleton: UInt32, _ kind: Kind) {
    insert(skeleton, isStrong: kind == .name)
  }

  private mutating func insert(_ hash: UInt32, isStrong: Bool) {
    let rank = isStrong ? hash >> 1 : hash
    let value = hash & ~1 | (isStrong ? 1 : 0)
    let mask = slots.count - 1
    var slot = Int(hash >> 1) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if values[place] | 1 == value | 1 {
        values[place] |= value
        ranks[place] = min(ranks[place], rank)
        return
      }
      slot = (slot + 1) & mask
    }
    guard values.count < Self.capacity else { return }
    values.append(value)
    ranks.append(rank)
    slots[slot] = UInt16(values.count)
  }

  /// At most `limit` anchors in order: those of the lowest ranks, so that two texts keep the same
  /// ones of those that they share, names and numbers twice as often as words (weighted sampling
  /// by hash).
  func sample(_ limit: Int) -> [UInt32] {
    guard values.count > limit, limit > 0 else { return values }
    let bar = RankSelection.value(limit, of: ranks)
    var kept: [UInt32] = []
    kept.reserveCapacity(limit + 1)
    for place in values.indices where ranks[place] <= bar { kept.append(values[place]) }
    return kept
  }
}
