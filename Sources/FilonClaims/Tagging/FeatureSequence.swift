/// The features of a sequence: one slice of hashes a position, with what constrains its label.
struct FeatureSequence {
  /// The hashes of all positions, one after the other.
  var hashes: [UInt64] = []
  /// Where the hashes of a position end.
  var ends: [Int] = []
  /// The transition table that leads into each position.
  var contexts: [UInt8] = []
  /// Whether a position must keep label 0.
  var isFixed: [Bool] = []

  var count: Int { ends.count }

  @inline(__always)
  mutating func add(_ hash: UInt64) { hashes.append(hash) }

  /// Ends a position.
  mutating func close(context: UInt8, isFixed fixed: Bool) {
    ends.append(hashes.count)
    contexts.append(context)
    isFixed.append(fixed)
  }

  func range(_ position: Int) -> Range<Int> {
    (position == 0 ? 0 : ends[position - 1])..<ends[position]
  }

  /// Empties the sequence and keeps its storage.
  mutating func removeAll() {
    hashes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    contexts.removeAll(keepingCapacity: true)
    isFixed.removeAll(keepingCapacity: true)
  }
}
