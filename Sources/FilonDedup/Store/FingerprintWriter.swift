/// Writes numbers and texts as little-endian bytes.
struct FingerprintWriter {
  var bytes: [UInt8] = []

  mutating func append<Value: FixedWidthInteger & BitwiseCopyable>(_ value: Value) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Appends the number of values, then the values.
  mutating func append(_ values: ArraySlice<UInt32>) {
    append(UInt16(clamping: values.count))
    for value in values { append(value) }
  }

  /// Appends the length in bytes, then the bytes.
  mutating func append(_ text: String) {
    append(UInt32(clamping: text.utf8.count))
    bytes += text.utf8
  }
}

/// Reads what ``FingerprintWriter`` wrote.
struct FingerprintReader {
  private let bytes: [UInt8]
  private let end: Int
  private var place: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    place = range.lowerBound
    end = min(range.upperBound, bytes.count)
  }

  mutating func read<Value: FixedWidthInteger & BitwiseCopyable>(
    _: Value.Type
  ) throws(FingerprintStoreError) -> Value {
    let size = MemoryLayout<Value>.size
    guard end - place >= size else { throw .damaged }
    let value = bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: Value.self)
    place += size
    return Value(littleEndian: value)
  }

  mutating func readString() throws(FingerprintStoreError) -> String {
    let count = Int(try read(UInt32.self))
    guard count <= end - place else { throw .damaged }
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }

  /// Appends an array to `values` and returns the number of its elements.
  mutating func readArray(into values: inout [UInt32]) throws(FingerprintStoreError) -> Int {
    let count = Int(try read(UInt16.self))
    guard count * 4 <= end - place else { throw .damaged }
    let start = place
    place += count * 4
    let first = values.count
    values.append(contentsOf: repeatElement(0, count: count))
    values.withUnsafeMutableBytes { target in
      bytes.withUnsafeBytes { source in
        target[(first * 4)...].copyBytes(from: source[start..<start + count * 4])
      }
    }
    for place in first..<values.count { values[place] = UInt32(littleEndian: values[place]) }
    return count
  }
}
