import CFilonKernels
import FilonCore

/// The weights of a linear-chain conditional random field, read in place.
///
/// Format, little-endian: magic `FENT`, UInt32 version, UInt32 lines, Float32 value of one unit,
/// Int16 transitions (from each tag, then from the beginning, to each tag; ``EntityTag/lanes``
/// columns), zeros to a multiple of 64; then lines of 64 bytes. A line holds four features of 16
/// bytes: an Int8 weight for each of the 13 tags, a zero, and a UInt16 fingerprint, 0 for none.
/// A feature lives in the one line its hash names; features that are in no line weigh nothing.
struct LinearChainModel: Sendable {
  static let magic: UInt32 = 0x544E_4546
  static let rowsPerLine = 4
  static let rowSize = 16
  static let lineSize = 64
  static let transitionRows = EntityTag.count + 1
  static let headerSize: Int = {
    let size = 16 + transitionRows * EntityTag.lanes * 2
    return (size + lineSize - 1) / lineSize * lineSize
  }()

  private let bytes: EmbeddedBytes
  private let lines: UInt64
  /// What one unit of a score is worth in natural logarithms.
  let unit: Float
  /// Scores of the tag pairs, row by row.
  let transitions: [Int32]

  /// Opens a model; nil when the bytes are not one.
  init?(_ bytes: EmbeddedBytes) {
    guard bytes.count >= Self.headerSize, bytes.load(UInt32.self, at: 0) == Self.magic,
      bytes.load(UInt32.self, at: 4) == 1
    else { return nil }
    let lines = Int(bytes.load(UInt32.self, at: 8))
    guard lines > 0, bytes.count >= Self.headerSize + lines * Self.lineSize else { return nil }
    self.bytes = bytes
    self.lines = UInt64(lines)
    unit = Float(bitPattern: bytes.load(UInt32.self, at: 12))
    transitions = (0..<Self.transitionRows * EntityTag.lanes).map {
      Int32(bytes.load(Int16.self, at: 16 + $0 * 2))
    }
  }

  /// The line of a feature among `lines`.
  @inline(__always) static func line(_ feature: UInt64, _ lines: UInt64) -> Int {
    Int(((feature >> 32) &* lines) >> 32)
  }
  /// The fingerprint of a feature, never 0.
  @inline(__always) static func fingerprint(_ feature: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: feature) | 1
  }

  /// Adds the weights of the first `count` of `features` for each tag to `scores`.
  func add(_ features: [UInt64], _ count: Int, to scores: inout SIMD16<Int16>) {
    bytes.withUnsafeBytes { raw in
      guard let rows = raw.baseAddress else { return }
      withUnsafeMutableBytes(of: &scores) { sums in
        guard let lanes = sums.baseAddress?.assumingMemoryBound(to: Int16.self) else { return }
        filon_sum_lined(rows + Self.headerSize, lines, features, min(count, features.count), lanes)
      }
    }
  }
}
