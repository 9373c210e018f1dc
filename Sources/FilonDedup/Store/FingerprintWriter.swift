/// Writes numbers and texts as little-endian bytes.
struct FingerprintWriter {
  var bytes: [UInt8] = []

  mutating func append<Value: FixedWidthInteger>(_ value: Value) {
    var rest = value.littleEndian
    for _ in 0..<MemoryLayout<Value>.size {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Appends the length in bytes, then the bytes.
  mutating func append(_ text: String) {
    append(UInt32(clamping: text.utf8.count))
    bytes += text.utf8
  }
}

/// Reads what ``FingerprintWriter`` wrote.
struct FingerprintReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  mutating func read<Value: FixedWidthInteger>(
    _: Value.Type
  ) throws(FingerprintStoreError) -> Value {
    let size = MemoryLayout<Value>.size
    guard bytes.endIndex - place >= size else { throw .damaged }
    var value: Value = 0
    for offset in (0..<size).reversed() {
      value = value << 8 | Value(truncatingIfNeeded: bytes[place + offset])
    }
    place += size
    return value
  }

  mutating func readString() throws(FingerprintStoreError) -> String {
    let count = Int(try read(UInt32.self))
    guard count <= bytes.endIndex - place else { throw .damaged }
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }

  mutating func readArray() throws(FingerprintStoreError) -> [UInt32] {
    let count = Int(try read(UInt16.self))
    guard count * 4 <= bytes.endIndex - place else { throw .damaged }
    var values: [UInt32] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(UInt32.self)) }
    return values
  }
}
