/// Counts well-formed multi-byte sequences and stray bytes of bytes that are not valid UTF-8.
struct UTF8Census {
  private(set) var sequences = 0
  private(set) var strays = 0

  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = Self.sequenceLength(in: bytes, at: index)
      if length > 0 {
        sequences += 1
        index += length
      } else {
        strays += 1
        index += 1
      }
    }
  }

  var hasMultiByte: Bool { sequences > 0 }
  /// A page in a single-byte encoding rarely has two letters that happen to form a sequence.
  var isMostlyUTF8: Bool { sequences > 4 * strays }

  /// The length of the well-formed sequence that starts at `index` (Unicode, table 3-7), else 0.
  static func sequenceLength(in bytes: [UInt8], at index: Int) -> Int {
    let lead = bytes[index]
    func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch lead {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
    case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }
}
