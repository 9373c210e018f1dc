import CFilonKernels

/// SHA-256 (FIPS 180-4).
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  /// Bytes of a block that is not full yet.
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// A hash of nothing.
  public init() { pending.reserveCapacity(64) }

  /// Hashes more bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var index = 0
    if !pending.isEmpty {
      let taken = min(64 - pending.count, bytes.count)
      pending.append(contentsOf: bytes[0..<taken])
      index = taken
      guard pending.count == 64 else { return }
      pending.withUnsafeBytes { compress($0) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = (bytes.count - index) & ~63
    if whole > 0 { compress(UnsafeRawBufferPointer(rebasing: bytes[index..<index + whole])) }
    pending.append(contentsOf: bytes[(index + whole)...])
  }

  /// The digest of all that was hashed, 32 bytes. The value must not be used after this.
  public mutating func finish() -> [UInt8] {
    var padding: [UInt8] = [0x80]
    let bits = length &* 8
    padding.append(contentsOf: repeatElement(0, count: (119 - Int(length % 64)) % 64))
    for shift in stride(from: 56, through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    padding.withUnsafeBytes { update($0) }
    return state.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  /// The digest of all that was hashed, as 64 lower-case hexadecimal digits. The value must not be
  /// used after this.
  public mutating func finishHex() -> String { Self.hexadecimal(finish()) }

  /// The digest of `bytes`, as 64 lower-case hexadecimal digits.
  public static func hex(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.finishHex()
  }

  /// The digest of the UTF-8 bytes of `text`, as 64 lower-case hexadecimal digits.
  public static func hex(_ text: String) -> String {
    var hash = SHA256()
    var text = text
    text.withUTF8 { hash.update(UnsafeRawBufferPointer($0)) }
    return hash.finishHex()
  }

  /// `bytes` as lower-case hexadecimal digits.
  public static func hexadecimal(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { output in
      for (index, byte) in bytes.enumerated() {
        output[2 * index] = digit(byte >> 4)
        output[2 * index + 1] = digit(byte & 15)
      }
      return bytes.count * 2
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

  /// Hashes whole blocks of 64 bytes.
  private mutating func compress(_ blocks: UnsafeRawBufferPointer) {
    guard let start = blocks.baseAddress else { return }
    state.withUnsafeMutableBufferPointer { state in
      guard let words = state.baseAddress else { return }
      filon_sha256_compress(words, start, blocks.count / 64)
    }
  }
}
