/// Turns byte offsets of a UTF-8 text into offsets of UTF-16 units.
struct UnitOffsets: Sendable {
  private static let step = 256
  /// Units before every 256th byte.
  private let counts: [UInt32]

  init(utf8: [UInt8]) {
    var counts: [UInt32] = []
    counts.reserveCapacity(utf8.count / Self.step + 1)
    var units: UInt32 = 0
    for (index, byte) in utf8.enumerated() {
      if index % Self.step == 0 { counts.append(units) }
      units += Self.units(byte)
    }
    if utf8.count % Self.step == 0 { counts.append(units) }
    self.counts = counts
  }

  /// Units that a byte starts: none when it continues a scalar.
  private static func units(_ byte: UInt8) -> UInt32 {
    byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
  }

  /// The number of units before byte `offset`.
  func unit(ofByte offset: Int, in utf8: [UInt8]) -> Int {
    let end = min(offset, utf8.count)
    let block = end / Self.step
    var units = Int(counts[block])
    for index in (block * Self.step)..<end { units += Int(Self.units(utf8[index])) }
    return units
  }
}
