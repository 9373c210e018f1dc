/// Frozen weights of a linear model whose rows were numbered by hashing: for each row kept, its
/// number and eight bits a class.
///
/// A bucket holds eight rows; a row is the number plus one (32 bits, 0 for an empty place), then the
/// weights.
struct HashedRows: Sendable {
  static let ways = 8
  private let section: ModelSection
  private let mask: Int
  private let rowBytes: Int
  private let rowMask: UInt64

  /// - Parameters:
  ///   - section: The frozen rows.
  ///   - classes: Weights a row; a multiple of four.
  init(_ section: ModelSection, classes: Int) {
    self.section = section
    rowBytes = 4 + classes
    let bucketBytes = rowBytes * Self.ways
    var size = 1
    while size * 2 * bucketBytes + 8 <= section.count { size *= 2 }
    mask = size - 1
    rowMask = section.load(UInt64.self, at: 0)
  }

  /// Whether there is a model at all.
  var isEmpty: Bool { section.count < 8 + rowBytes * Self.ways }

  /// The offset of the weights of a feature, or nil.
  @inline(__always)
  private func find(_ feature: UInt64) -> Int? {
    let number = UInt32(truncatingIfNeeded: feature & rowMask)
    var offset = 8 &+ (Int(number) & mask) &* rowBytes &* Self.ways
    for _ in 0..<Self.ways {
      let found = section.base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      if found == number &+ 1 { return offset &+ 4 }
      if found == 0 { return nil }
      offset &+= rowBytes
    }
    return nil
  }

  /// Adds the four weights of a feature.
  @inline(__always)
  func add4(_ feature: UInt64, to scores: inout SIMD4<Int32>) {
    guard let offset = find(feature) else { return }
    let weights = section.base.loadUnaligned(fromByteOffset: offset, as: SIMD4<Int8>.self)
    scores &+= SIMD4<Int32>(truncatingIfNeeded: weights)
  }

  /// Adds the weights of a feature to as many scores.
  @inline(__always)
  func add(_ feature: UInt64, to scores: inout [Int32]) {
    guard let offset = find(feature) else { return }
    for index in scores.indices {
      scores[index] &+= Int32(
        section.base.loadUnaligned(fromByteOffset: offset + index, as: Int8.self))
    }
  }

  /// Freezes ranked rows; those whose bucket is full are left out.
  static func build(
    _ ranked: [(row: Int, weights: [Int8])], rows: Int, buckets: Int, classes: Int
  ) -> [UInt8] {
    let rowBytes = 4 + classes
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt64(rows - 1))
    bytes += [UInt8](repeating: 0, count: buckets * rowBytes * ways)
    var filled = [UInt8](repeating: 0, count: buckets)
    for (row, weights) in ranked {
      let bucket = row & (buckets - 1)
      let way = Int(filled[bucket])
      guard way < ways else { continue }
      filled[bucket] += 1
      let offset = 8 + (bucket * ways + way) * rowBytes
      var number: [UInt8] = []
      number.append(littleEndian: UInt32(row + 1))
      for index in 0..<4 { bytes[offset + index] = number[index] }
      for index in 0..<min(classes, weights.count) {
        bytes[offset + 4 + index] = UInt8(bitPattern: weights[index])
      }
    }
    return bytes
  }
}
