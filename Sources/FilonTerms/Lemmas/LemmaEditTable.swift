/// The frozen edits of a model: eight bytes each (source, drop, length, offset), then the bytes
/// that they append.
struct LemmaEditTable: Sendable {
  private let section: ModelSection
  private let count: Int

  init(_ section: ModelSection) {
    self.section = section
    count = Int(section.load(UInt32.self, at: 0))
  }

  /// The lemma that an edit makes of a piece of text; nil when the edit does not fit.
  func apply(_ edit: Int, _ text: AnalyzedText, _ start: Int, _ end: Int) -> String? {
    guard edit < count else { return nil }
    let entry = 4 + edit * 8
    let fromExactForm = section.load(UInt8.self, at: entry) == 1
    let drop = Int(section.load(UInt8.self, at: entry + 1))
    let length = Int(section.load(UInt16.self, at: entry + 2))
    let offset = 4 + count * 8 + Int(section.load(UInt32.self, at: entry + 4))
    guard offset + length <= section.count else { return nil }
    let source = fromExactForm ? text.bytes : text.lower
    if text.hasTypographicApostrophe(start, end) {
      // Edits are learnt on the plain apostrophe, which is one byte.
      let plain = AnalyzedText.withPlainApostrophes(source[start..<end])
      guard plain.count + length > drop, plain.count >= drop else { return nil }
      return String(
        decoding: plain.dropLast(drop) + section.base[offset..<offset + length], as: UTF8.self)
    }
    let kept = end - start - drop
    guard kept >= 0, kept + length > 0 else { return nil }
    return String(unsafeUninitializedCapacity: kept + length) { buffer in
      for index in 0..<kept { buffer[index] = source[start + index] }
      for index in 0..<length { buffer[kept + index] = section.base[offset + index] }
      return kept + length
    }
  }

  /// Freezes a list of edits.
  static func build(_ edits: [LemmaEdit]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(edits.count))
    var pool: [UInt8] = []
    var offsets: [[UInt8]: Int] = [:]
    for edit in edits {
      let offset = offsets[edit.append] ?? pool.count
      if offsets[edit.append] == nil {
        offsets[edit.append] = offset
        pool += edit.append
      }
      bytes.append(edit.fromExactForm ? 1 : 0)
      bytes.append(UInt8(min(edit.drop, 255)))
      bytes.append(littleEndian: UInt16(min(edit.append.count, 65535)))
      bytes.append(littleEndian: UInt32(offset))
    }
    return bytes + pool
  }
}
