/// How much each anchor says: the square of its inverse document frequency.
///
/// Frequencies are counted in a table of hashes of fixed size, so that they can be kept beside an
/// index; anchors that share a place are taken to be a little more common than they are.
struct AnchorWeights {
  private static let places = 1 << 20
  /// Documents that every corpus is taken to have besides: in a corpus of two, what both share is
  /// not common.
  private static let background = 20.0

  private var counts = [UInt32](repeating: 0, count: places)
  private(set) var documents = 0

  mutating func count(_ anchors: ArraySlice<UInt32>) {
    documents += 1
    for anchor in anchors { counts[Int(anchor >> 1) & (Self.places - 1)] &+= 1 }
  }

  /// The number of documents that have the anchor, about.
  func frequency(_ anchor: UInt32) -> Int { Int(counts[Int(anchor >> 1) & (Self.places - 1)]) }

  func square(_ anchor: UInt32) -> Double {
    let weight = Self.logarithm(
      (Double(documents) + Self.background) / Double(max(frequency(anchor), 1)))
    return weight * weight
  }

  /// The length of a document's vector.
  func norm(_ anchors: ArraySlice<UInt32>) -> Double {
    anchors.reduce(0) { $0 + square($1) }.squareRoot()
  }

  /// The binary logarithm to a few digits, the same on every machine.
  private static func logarithm(_ value: Double) -> Double {
    guard value > 1 else { return 0 }
    let fraction = value.significand - 1
    return Double(value.exponent) + fraction * (1.3465 - 0.3465 * fraction)
  }
}
