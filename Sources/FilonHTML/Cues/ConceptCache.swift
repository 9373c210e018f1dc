/// Remembers what the names met on a page spell; the same few come again and again.
struct ConceptCache: Sendable {
  private struct Entry {
    var start: UInt32 = 0
    var end: UInt32 = 0
    var concepts: ConceptSet = []
  }

  private static let size = 512
  private var entries = [Entry](repeating: Entry(), count: size)
  private let matcher = ConceptMatcher.markup

  init() {}

  mutating func removeAll() {
    for index in entries.indices { entries[index] = Entry() }
  }

  /// The concepts that the name in `range` of `bytes` spells.
  mutating func concepts(of range: Range<Int>, in bytes: [UInt8]) -> ConceptSet {
    guard !range.isEmpty else { return [] }
    let bytes = bytes.span
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
    let slot = Int((hash ^ hash >> 16) & UInt32(Self.size - 1))
    let entry = entries[slot]
    if Int(entry.end - entry.start) == range.count, isEqual(bytes, Int(entry.start), range) {
      return entry.concepts
    }
    var concepts: ConceptSet = []
    matcher.match(bytes.extracting(range), into: &concepts)
    entries[slot] = Entry(
      start: UInt32(range.lowerBound), end: UInt32(range.upperBound), concepts: concepts)
    return concepts
  }

  private func isEqual(_ bytes: Span<UInt8>, _ start: Int, _ range: Range<Int>) -> Bool {
    for offset in 0..<range.count where bytes[start + offset] != bytes[range.lowerBound + offset] {
      return false
    }
    return true
  }
}
