/// A place in a buffer that has room for what is written: the inner loops of ``JSONWriter``.
struct JSONOutput {
  /// Most bytes that one byte of a string becomes: `\\u001f`.
  static let longestEscape = 6

  private let buffer: UnsafeMutableRawBufferPointer
  private(set) var position: Int

  init(_ buffer: UnsafeMutableRawBufferPointer, at position: Int) {
    self.buffer = buffer
    self.position = position
  }

  @inline(__always)
  mutating func byte(_ byte: UInt8) {
    buffer[position] = byte
    position += 1
  }

  @inline(__always)
  mutating func copy(_ bytes: UnsafeRawBufferPointer) {
    UnsafeMutableRawBufferPointer(rebasing: buffer[position..<position + bytes.count])
      .copyMemory(from: bytes)
    position += bytes.count
  }

  /// Writes a string from its first byte that needs an escape.
  mutating func escape(_ text: UnsafeRawBufferPointer, from start: Int) {
    var index = start
    while index < text.count {
      escape(text[index])
      let stop = JSONScanner.endOfPlainRun(text, from: index + 1, to: text.count)
      copy(UnsafeRawBufferPointer(rebasing: text[index + 1..<stop]))
      index = stop
    }
  }

  private mutating func escape(_ control: UInt8) {
    byte(UInt8(ascii: "\\"))
    switch control {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte(control)
    case 0x0A: byte(UInt8(ascii: "n"))
    case 0x0D: byte(UInt8(ascii: "r"))
    case 0x09: byte(UInt8(ascii: "t"))
    case 0x08: byte(UInt8(ascii: "b"))
    case 0x0C: byte(UInt8(ascii: "f"))
    default:
      for letter in [UInt8(ascii: "u"), 0x30, 0x30] { byte(letter) }
      byte(Self.hexadecimal(control >> 4))
      byte(Self.hexadecimal(control & 15))
    }
  }

  private static func hexadecimal(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// Writes a whole number, at most 20 bytes.
  @inline(__always)
  mutating func digits(_ value: Int) {
    if value >= 0, value < 10_000 {
      let small = UInt32(truncatingIfNeeded: value)
      if small >= 1000 { byte(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: small / 1000)) }
      if small >= 100 { byte(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: small / 100 % 10)) }
      if small >= 10 { byte(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: small / 10 % 10)) }
      byte(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: small % 10))
      return
    }
    if value < 0 { byte(UInt8(ascii: "-")) }
    var divisor: UInt = 1
    let magnitude = value.magnitude
    while magnitude / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      byte(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude / divisor % 10))
      divisor /= 10
    }
  }
}
