/// A code of up to seven bytes ("SU", "MO", "FY") or nothing, in one word without reference counts.
@propertyWrapper
struct ShortCode {
  /// The bytes from the lowest up, the length in the highest; nil is all ones.
  private var stored = UInt64.max

  init() {}

  var wrappedValue: String? {
    get {
      guard stored != .max else { return nil }
      return String(unsafeUninitializedCapacity: 8) { buffer in
        for index in 0..<Int(stored >> 56) {
          buffer[index] = UInt8(truncatingIfNeeded: stored >> (8 * UInt64(index)))
        }
        return Int(stored >> 56)
      }
    }
    set {
      guard let newValue else {
        stored = .max
        return
      }
      stored = 0
      for byte in newValue.utf8.prefix(7) {
        stored |= UInt64(byte) << (8 * (stored >> 56))
        stored += 1 << 56
      }
    }
  }
}
