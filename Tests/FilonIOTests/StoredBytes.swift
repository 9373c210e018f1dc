@testable import FilonIO

/// Bytes as gzip members, zstd frames or as they are.
enum StoredBytes {
  static func store(_ bytes: [UInt8], _ compression: Compression) -> [UInt8] {
    var output: [UInt8] = []
    switch compression {
    case .gzip: _ = GzipMemberEncoder().encode(bytes[...], into: &output)
    case .zstandard: _ = ZstandardFrameEncoder().encode(bytes[...], into: &output)
    default: output = bytes
    }
    return output
  }

  static func gzip(_ text: String) -> [UInt8] { store(Array(text.utf8), .gzip) }
}

extension String {
  /// The UTF-8 bytes.
  var bytes: [UInt8] { Array(utf8) }
}

/// Repeatable numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
