internal import FilonCore

/// Where the parts of a model file are. All numbers are little-endian.
///
/// Header of 64 bytes: the mark, version, file size, number of languages, number of buckets, offsets
/// of the language table, the head, the calibration and the buckets (each `UInt32`), then at byte 48
/// the checksum of all the rest.
enum ModelLayout {
  static let mark: UInt64 = 0x4449_4C4E_4F4C_4946  // "FILONLID"
  static let version: UInt32 = 1
  static let headerSize = 64
  static let checksumOffset = 48
  /// Bytes of a language's entry: a code of up to 6 letters and its scripts, one bit each.
  static let languageSize = 8
  /// Bytes of a language's row in the head: 15 weights and a zero as `Float`.
  static let headRowSize = 64
  /// Number of temperatures, one for each power of two of the number of features found.
  static let temperatureCount = 12
  /// Bytes after the last bucket, so that a vector may be loaded as 16 bytes.
  static let padding = 64

  /// The checksum of a file: of all its words of 64 bits but the checksum itself.
  static func checksum(count: Int, word: (Int) -> UInt64) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in stride(from: 0, to: count - 7, by: 8) where offset != checksumOffset {
      sum = (sum ^ word(offset)) &* 0x0000_0100_0000_01B3
      sum ^= sum >> 29
    }
    return sum
  }
}
