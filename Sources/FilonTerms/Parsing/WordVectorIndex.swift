/// Finds the rows of the word vectors of a word: its form's, when the form is known, and those of
/// its ending, beginning, class, cluster and its start, shape and part of speech, which share rows
/// by hashing.
///
/// Section layout: the number of forms, the number of slots (a power of two), then the slots: hash
/// and row (32 bits each, row 0 for an empty slot).
struct WordVectorIndex: Sendable {
  /// Rows of the hashed tables, after those of the forms.
  private static let tables = [4096, 1024, 2048, 1024, 2048, 64, 512, 32]
  /// Vectors a word.
  static let count = tables.count + 1

  private let section: ModelSection
  private let mask: Int
  /// Number of forms; row 0 stands for all others.
  let forms: Int
  /// Number of rows.
  var rows: Int { forms + 1 + Self.tables.reduce(0, +) }

  init(_ section: ModelSection) {
    self.section = section
    forms = Int(section.load(UInt32.self, at: 0))
    mask = Int(section.load(UInt32.self, at: 4)) - 1
  }

  /// The row of a form, 0 when it is unknown.
  func formRow(_ form: UInt64) -> Int {
    guard mask > 0 else { return 0 }
    let hash = UInt32(truncatingIfNeeded: form)
    var slot = Int(hash) & mask
    while true {
      let row = Int(section.load(UInt32.self, at: 12 &+ slot &* 8))
      if row == 0 || section.load(UInt32.self, at: 8 &+ slot &* 8) == hash { return row }
      slot = (slot &+ 1) & mask
    }
  }

  /// Appends the rows of a word, its form's first.
  func append(_ word: ParserWord, to rows: inout [Int32]) {
    rows.append(Int32(formRow(word.form)))
    var first = forms + 1
    @inline(__always) func add(_ table: Int, _ value: UInt64) {
      rows.append(
        Int32(first + Int(truncatingIfNeeded: value & UInt64(Self.tables[table] - 1))))
      first += Self.tables[table]
    }
    add(0, WordHash.finish(word.suffix3))
    add(1, WordHash.finish(word.suffix2))
    add(2, WordHash.finish(word.prefix3))
    add(3, WordHash.finish(word.ambiguityClass))
    add(4, word.cluster)
    add(5, word.cluster)
    add(6, WordHash.finish(word.shape))
    add(7, UInt64(word.tag))
  }

  /// Freezes an index of forms by their hashes; the first has row 1.
  static func build(_ hashes: [UInt32]) -> [UInt8] {
    var size = 16
    while size < hashes.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (size - 1)
      while slots[slot * 2 + 1] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot * 2] = hash
      slots[slot * 2 + 1] = UInt32(number + 1)
    }
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(hashes.count))
    bytes.append(littleEndian: UInt32(size))
    for slot in slots { bytes.append(littleEndian: slot) }
    return bytes
  }
}
