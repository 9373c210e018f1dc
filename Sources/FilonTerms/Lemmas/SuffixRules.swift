import FilonCore

/// The frozen lemma rules for unknown words: (tag, ending) to an edit, longest ending first.
///
/// Section layout: the number of slots, then the slots: fingerprint (32 bits) and edit plus one
/// (16 bits, 0 for an empty slot).
struct SuffixRules: Sendable {
  /// Longest ending, in bytes.
  static let longest = 8
  private let section: ModelSection
  private let mask: Int

  init(_ section: ModelSection) {
    self.section = section
    mask = Int(section.load(UInt32.self, at: 0)) - 1
  }

  /// The edit for a word with this tag; nil when no ending is known.
  func edit(_ tag: UniversalPOS, _ text: AnalyzedText, _ start: Int, _ end: Int) -> Int? {
    guard mask > 0 else { return nil }
    var found: Int?
    var hash = Self.seed(tag)
    if let edit = lookup(WordHash.finish(hash)) { found = edit }
    var index = end - 1
    while index >= start, end - index <= Self.longest {
      hash = WordHash.step(hash, text.lower[index])
      if let edit = lookup(WordHash.finish(hash)) { found = edit }
      index -= 1
    }
    return found
  }

  static func seed(_ tag: UniversalPOS) -> UInt64 { seed(tag: tag.rawValue) }

  static func seed(tag: UInt8) -> UInt64 { WordHash.step(WordHash.seed, tag) }

  @inline(__always)
  private func lookup(_ hash: UInt64) -> Int? {
    let fingerprint = UInt32(truncatingIfNeeded: hash >> 32)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let edit = section.load(UInt16.self, at: 4 + slot &* 6 &+ 4)
      if edit == 0 { return nil }
      if section.load(UInt32.self, at: 4 + slot &* 6) == fingerprint { return Int(edit) - 1 }
      slot = (slot &+ 1) & mask
    }
  }

  /// Freezes rules.
  static func build(_ rules: [(hash: UInt64, edit: UInt16)]) -> [UInt8] {
    var slots = 16
    while slots < rules.count * 3 / 2 { slots *= 2 }
    var fingerprints = [UInt32](repeating: 0, count: slots)
    var edits = [UInt16](repeating: 0, count: slots)
    for rule in rules {
      var slot = Int(truncatingIfNeeded: rule.hash) & (slots - 1)
      while edits[slot] != 0 { slot = (slot + 1) & (slots - 1) }
      fingerprints[slot] = UInt32(truncatingIfNeeded: rule.hash >> 32)
      edits[slot] = rule.edit + 1
    }
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(slots))
    for slot in 0..<slots {
      bytes.append(littleEndian: fingerprints[slot])
      bytes.append(littleEndian: edits[slot])
    }
    return bytes
  }
}
