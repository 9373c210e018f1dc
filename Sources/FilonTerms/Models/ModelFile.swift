import FilonCore

/// A model file: numbered sections, aligned to 64 bytes, read in place.
///
/// Layout, little-endian: eight bytes `FILONMDL`, a 32-bit count, then identifier, offset and size
/// (32 bits each) of every section.
struct ModelFile: Sendable {
  static let magic: [UInt8] = Array("FILONMDL".utf8)
  private let bytes: EmbeddedBytes

  /// Opens a model; nil when the bytes are no model file.
  init?(_ bytes: EmbeddedBytes) {
    guard bytes.count >= 12, (0..<8).allSatisfy({ bytes[$0] == Self.magic[$0] }) else { return nil }
    let count = Int(bytes.load(UInt32.self, at: 8))
    guard count <= 64, 12 + count * 12 <= bytes.count else { return nil }
    for index in 0..<count {
      let offset = Int(bytes.load(UInt32.self, at: 12 + index * 12 + 4))
      let size = Int(bytes.load(UInt32.self, at: 12 + index * 12 + 8))
      guard offset + size <= bytes.count else { return nil }
    }
    self.bytes = bytes
  }

  /// The bytes of a section; empty when the file has none of that number.
  func section(_ identifier: UInt32) -> ModelSection {
    let count = Int(bytes.load(UInt32.self, at: 8))
    for index in 0..<count where bytes.load(UInt32.self, at: 12 + index * 12) == identifier {
      let offset = Int(bytes.load(UInt32.self, at: 12 + index * 12 + 4))
      let size = Int(bytes.load(UInt32.self, at: 12 + index * 12 + 8))
      return ModelSection(
        bytes.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[offset..<offset + size]) })
    }
    return ModelSection(UnsafeRawBufferPointer(start: nil, count: 0))
  }

  /// Puts sections together.
  static func build(_ sections: [(identifier: UInt32, bytes: [UInt8])]) -> [UInt8] {
    var file = magic
    file.append(littleEndian: UInt32(sections.count))
    var offset = (12 + sections.count * 12 + 63) / 64 * 64
    for section in sections {
      file.append(littleEndian: section.identifier)
      file.append(littleEndian: UInt32(offset))
      file.append(littleEndian: UInt32(section.bytes.count))
      offset = (offset + section.bytes.count + 63) / 64 * 64
    }
    for section in sections {
      while file.count % 64 != 0 { file.append(0) }
      file += section.bytes
    }
    return file
  }
}

extension [UInt8] {
  /// Appends an integer in little-endian order.
  mutating func append<I: FixedWidthInteger>(littleEndian value: I) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
