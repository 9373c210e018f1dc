import CFilonKernels
import FilonCore

/// A linear-chain model with hashed features and weights of one byte, read in place.
///
/// Layout, little-endian: slots as a power of two, classes, stride, transition tables (4 × UInt32),
/// scale (Float), transitions (Float each), then `slots × stride` weights, 64-byte aligned within
/// the section.
struct ChainModel: Sendable {
  let classes: Int
  let stride: Int
  private let shift: UInt64
  private let scale: Float
  let transitions: [Float]
  private let jump: [Float]
  private let data: EmbeddedBytes
  private let weights: Int
  /// The number of bytes of the section.
  let size: Int

  /// Reads the section at `offset`; nil when the bytes are no model.
  init?(_ data: EmbeddedBytes, at offset: Int) {
    guard offset >= 0, offset + 20 <= data.count else { return nil }
    let log = Int(data.load(UInt32.self, at: offset))
    classes = Int(data.load(UInt32.self, at: offset + 4))
    stride = Int(data.load(UInt32.self, at: offset + 8))
    let tables = Int(data.load(UInt32.self, at: offset + 12))
    scale = Float(bitPattern: data.load(UInt32.self, at: offset + 16))
    guard (8...24).contains(log), (2...16).contains(classes), stride >= classes,
      [4, 8, 16].contains(stride),
      (1...64).contains(tables)
    else { return nil }
    let transitionCount = tables * classes * classes
    let start = (20 + transitionCount * 4 + 63) / 64 * 64
    size = start + (1 << log) * stride
    guard offset + size <= data.count else { return nil }
    transitions = (0..<transitionCount).map {
      Float(bitPattern: data.load(UInt32.self, at: offset + 20 + $0 * 4))
    }
    jump = transitions.map(ChainLattice.exp)
    weights = offset + start
    shift = UInt64(64 - log)
    self.data = data
  }

  /// Writes a section from float weights, quantised to one byte.
  static func write(
    weights: [Float], log: Int, classes: Int, stride: Int, tables: Int, transitions: [Float]
  ) -> [UInt8] {
    let limit: Float = 6
    let scale = min(limit, weights.reduce(Float(0.001)) { max($0, abs($1)) }) / 127
    var bytes: [UInt8] = []
    bytes.reserveCapacity(weights.count + 1024)
    func append(_ value: UInt32) {
      for shift in Swift.stride(from: UInt32(0), to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
    for value in [log, classes, stride, tables] { append(UInt32(value)) }
    append(scale.bitPattern)
    for value in transitions { append(value.bitPattern) }
    while bytes.count % 64 != 0 { bytes.append(0) }
    for weight in weights {
      let quantised = max(-127, min(127, (weight / scale).rounded()))
      bytes.append(UInt8(bitPattern: Int8(quantised)))
    }
    return bytes
  }

  /// The scores of a sequence, ready for decoding.
  func lattice(_ sequence: FeatureSequence) -> ChainLattice {
    var emissions = [Float](repeating: 0, count: sequence.count * classes)
    data.withUnsafeBytes { bytes in
      let rows = bytes.baseAddress.map { $0 + weights }
      guard let rows else { return }
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 16) { sums in
        sequence.hashes.withUnsafeBufferPointer { hashes in
          guard let lanes = sums.baseAddress, let first = hashes.baseAddress else { return }
          for position in 0..<sequence.count {
            sums.update(repeating: 0)
            let range = sequence.range(position)
            filon_sum_plain(
              rows, UInt32(shift), stride, first + range.lowerBound, range.count, lanes)
            for label in 0..<classes {
              emissions[position * classes + label] = Float(sums[label]) * scale
            }
          }
        }
      }
    }
    return ChainLattice(
      classes: classes, emissions: emissions, transitions: transitions, jump: jump,
      contexts: sequence.contexts, fixed: sequence.isFixed)
  }
}
