/// The key of a JSON object, quick to compare with literals.
///
/// Up to 15 bytes are held in two words; of longer keys two hashes are held, and their place in the
/// record, from which ``JSONReader/text(of:)`` reads them.
public struct JSONKey: Hashable, Sendable {
  /// Bytes 0 to 7, the first lowest.
  private let low: UInt64
  /// Bytes 8 to 14, and the number of bytes above them; 255 for a longer key.
  private let high: UInt64
  /// Offset of the opening quotation mark in what the reader reads.
  let offset: Int32

  private static let isLong: UInt64 = 255

  /// The key of `count` bytes, up to 15, that two words begin with.
  @inline(__always)
  init(low: UInt64, high: UInt64, count: Int, offset: Int) {
    let lowMask: UInt64 = count >= 8 ? .max : (1 << UInt64(8 * count)) - 1
    let highMask: UInt64 = count > 8 ? (1 << UInt64(8 * (count - 8))) - 1 : 0
    self.low = low & lowMask
    self.high = high & highMask | UInt64(count) << 56
    self.offset = Int32(truncatingIfNeeded: offset)
  }

  /// A key of any length, read at `offset`.
  init(_ text: String, offset: Int = 0) {
    let bytes = text.utf8
    var (low, high): (UInt64, UInt64) = (0, 0)
    if bytes.count <= 15 {
      for (index, byte) in bytes.enumerated() {
        let shift = UInt64(8 * (index & 7))
        if index < 8 { low |= UInt64(byte) << shift } else { high |= UInt64(byte) << shift }
      }
      high |= UInt64(bytes.count) << 56
    } else {
      (low, high) = (0xCBF2_9CE4_8422_2325, 0x9E37_79B9_7F4A_7C15)
      for byte in bytes {
        low = (low ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        high = (high &+ UInt64(byte)) &* 0xD6E8_FEB8_6659_FD93
      }
      high = high & 0x00FF_FFFF_FFFF_FFFF | Self.isLong << 56
    }
    self.low = low
    self.high = high
    self.offset = Int32(truncatingIfNeeded: offset)
  }

  /// The key as text, unless it is too long to be held.
  var shortText: String? {
    let count = high >> 56
    guard count != Self.isLong else { return nil }
    return withUnsafeBytes(of: (low.littleEndian, high.littleEndian)) { bytes in
      String(decoding: UnsafeRawBufferPointer(rebasing: bytes[..<Int(count)]), as: UTF8.self)
    }
  }

  public static func == (left: JSONKey, right: JSONKey) -> Bool {
    left.low == right.low && left.high == right.high
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(low)
    hasher.combine(high)
  }

  /// Whether the key is this one.
  public static func == (key: JSONKey, name: StaticString) -> Bool { name ~= key }

  /// Whether the key is this one, for `switch`. Inlined, the name's bytes are known when compiling.
  @inline(__always)
  public static func ~= (name: StaticString, key: JSONKey) -> Bool {
    let count = name.utf8CodeUnitCount
    guard count <= 15 else { return JSONKey(name.description) == key }
    guard key.high >> 56 == UInt64(count) else { return false }
    let start = UnsafeRawPointer(name.utf8Start)
    guard count >= 8 else {
      var word: UInt64 = 0
      for index in 0..<count {
        word |= UInt64(start.load(fromByteOffset: index, as: UInt8.self)) << UInt64(8 * index)
      }
      return word == key.low
    }
    guard UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)) == key.low else {
      return false
    }
    // The last eight bytes overlap the first; shifted, only those behind byte 8 are left.
    let tail = UInt64(
      littleEndian: start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    return count == 8 || tail >> UInt64(8 * (16 - count)) == key.high & 0x00FF_FFFF_FFFF_FFFF
  }
}

extension JSONReader {
  /// A key as text. Ask before the value is read.
  public func text(of key: JSONKey) throws(JSONError) -> String {
    if let text = key.shortText { return text }
    var reader = JSONReader(bytes, range: Int(key.offset)..<end)
    return try reader.readString()
  }
}
