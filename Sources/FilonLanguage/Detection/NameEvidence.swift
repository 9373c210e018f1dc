/// The words of a short text that are written as names, each kept apart.
///
/// A name says little about the language of the text it stands in: French persons and places occur in
/// English text. So where names are most of a text, each speaks for itself, with a bounded voice when
/// the expected languages are told apart, and one very French name cannot outweigh all the rest.
struct NameEvidence {
  /// Most names kept; a text with more of them has other words as well.
  private static let capacity = 24

  private var sums = InlineArray<24, WordSum>(repeating: WordSum())
  /// Number of names found.
  private(set) var count = 0
  /// The sum over all names.
  private(set) var total = TextSum()

  /// Whether all names found were kept.
  var isComplete: Bool { count <= Self.capacity }

  /// Adds a word; one without known features says nothing.
  @inline(__always) mutating func add(_ word: WordSum) {
    guard word.hits > 0 else { return }
    if count < Self.capacity { sums[count] = word }
    count &+= 1
    total.add(word)
  }

  /// The mean of the vectors of each name kept, and how many features it rests on.
  func forEach(_ body: (SIMD16<Float>, UInt64) -> Void) {
    for index in 0..<min(count, Self.capacity) {
      var sum = TextSum()
      sum.add(sums[index])
      body(sum.vector / Float(sum.hits), sum.hits)
    }
  }
}
