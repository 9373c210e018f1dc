/// Vectors in eight bits: a scale (32-bit floating point), then a signed byte an element.
struct QuantizedRows: Sendable {
  private let section: ModelSection

  init(_ section: ModelSection) { self.section = section }

  /// Number of bytes.
  var count: Int { section.count }

  /// Adds the vector at byte `offset` to numbers that lie `stride` apart.
  @inline(__always)
  func add(at offset: Int, width: Int, to sum: UnsafeMutablePointer<Float>, stride: Int) {
    guard offset >= 0, offset + width + 4 <= section.count else { return }
    let scale = Float(bitPattern: section.load(UInt32.self, at: offset))
    for index in 0..<width {
      let byte = section.base.loadUnaligned(fromByteOffset: offset + 4 + index, as: Int8.self)
      sum[index * stride] += scale * Float(byte)
    }
  }

  /// Appends a vector whose elements lie `stride` apart.
  static func append(
    _ values: UnsafePointer<Float>, width: Int, stride: Int, to bytes: inout [UInt8]
  ) {
    var largest: Float = 0
    for index in 0..<width { largest = max(largest, abs(values[index * stride])) }
    let scale = largest / 127
    bytes.append(littleEndian: scale.bitPattern)
    for index in 0..<width {
      let value = scale > 0 ? (values[index * stride] / scale).rounded() : 0
      bytes.append(UInt8(bitPattern: Int8(max(-127, min(127, value)))))
    }
  }
}
