/// The words and numbers of a text that a translation of it would keep, in order of appearance.
///
/// Names (by their capital letter), long words by their consonant skeleton (cognates), numbers
/// written in either language's way, and the keys that earlier stages found.
struct AnchorSet {
  /// Hashes without repetition, in order of first appearance.
  private(set) var values: [UInt32] = []
  private var slots = [UInt32](repeating: 0, count: 1 << 10)
  private var number = NumberReader()

  private static let shortestCognate = 6
  private static let shortestName = 3
  private static let capacity = 640

  mutating func insert(key: String) { insert(UInt32(truncatingIfNeeded: StableHash.of(key))) }

  @inline(__always)
  mutating func insert(_ word: ScannedWord) {
    if word.digits > 0, word.letters == 0 {
      if let complete = number.read(word) { insert(complete) }
      return
    }
    if number.isOpen, let complete = number.finish() { insert(complete) }
    let isName =
      word.isCapitalised && word.letters >= Self.shortestName && !word.gap.startsSentence
    guard isName || word.letters >= Self.shortestCognate else { return }
    insert(word.skeleton)
  }

  mutating func finish() {
    if number.isOpen, let complete = number.finish() { insert(complete) }
  }

  private mutating func insert(_ hash: UInt32) {
    let value = hash == 0 ? 1 : hash
    guard values.count < Self.capacity else { return }
    var slot = Int(value) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] == value { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = value
    values.append(value)
  }

  /// At most `limit` anchors in order: those of the smallest hashes, so that two texts keep the
  /// same ones of those that they share.
  func sample(_ limit: Int) -> [UInt32] {
    guard values.count > limit, limit > 0 else { return values }
    let bar = values.sorted()[limit - 1]
    return values.filter { $0 <= bar }
  }
}
