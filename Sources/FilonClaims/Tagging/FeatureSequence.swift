/// The features of a sequence: one slice of hashes a position, with what constrains its label.
struct FeatureSequence {
  /// The hashes of all positions, one after the other; what follows the last end is unused.
  private(set) var hashes: [UInt64] = []
  /// Where the hashes of a position end.
  private(set) var ends: [Int] = []
  /// The transition table that leads into each position.
  private(set) var contexts: [UInt8] = []
  /// Whether a position must keep label 0.
  private(set) var isFixed: [Bool] = []

  /// The most features that a position may have.
  static let widest = 72

  var count: Int { ends.count }

  /// Adds a position, whose features `body` writes.
  @inline(__always)
  mutating func add(
    context: UInt8, isFixed fixed: Bool, _ body: (inout FeatureWriter) -> Void
  ) {
    let start = ends.last ?? 0
    if hashes.count < start + Self.widest {
      hashes.append(contentsOf: repeatElement(0, count: max(4_096, hashes.count)))
    }
    let end = hashes.withUnsafeMutableBufferPointer { hashes in
      var writer = FeatureWriter(hashes, at: start, limit: start + Self.widest)
      body(&writer)
      return writer.end
    }
    ends.append(end)
    contexts.append(context)
    isFixed.append(fixed)
  }

  func range(_ position: Int) -> Range<Int> {
    (position == 0 ? 0 : ends[position - 1])..<ends[position]
  }

  /// Empties the sequence and keeps its storage.
  mutating func removeAll() {
    ends.removeAll(keepingCapacity: true)
    contexts.removeAll(keepingCapacity: true)
    isFixed.removeAll(keepingCapacity: true)
  }
}

/// Writes the features of one position.
struct FeatureWriter {
  private let hashes: UnsafeMutableBufferPointer<UInt64>
  private let limit: Int
  private(set) var end: Int

  @inline(__always)
  init(_ hashes: UnsafeMutableBufferPointer<UInt64>, at start: Int, limit: Int) {
    self.hashes = hashes
    self.limit = limit
    end = start
  }

  /// Adds a feature; beyond the limit it is lost.
  @inline(__always)
  mutating func add(_ hash: UInt64) {
    guard end < limit else { return }
    hashes[end] = hash
    end += 1
  }
}
