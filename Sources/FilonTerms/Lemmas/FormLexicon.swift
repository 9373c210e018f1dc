import FilonCore

/// The frozen lexicon of a model: for a form, the tags it was seen with, most frequent first, each
/// with the edit that makes its lemma; and its ambiguity class, a feature of the tagger.
///
/// Section layout: the number of slots (a power of two), the slots (fingerprint and offset, 32 bits
/// each), then the entries (class and dictionary mask, 32 bits each; cluster, 16 bits; habit of case
/// and number of tags, 8 bits each; tag, 8 bits, and edit, 16 bits, each).
struct FormLexicon: Sendable {
  private let section: ModelSection
  private let mask: Int
  private let entries: Int

  init(_ section: ModelSection) {
    self.section = section
    let slots = Int(section.load(UInt32.self, at: 0))
    mask = slots - 1
    entries = 4 + slots * 8
  }

  /// The offset of the entry of a form, by its hash; nil for an unknown form.
  @inline(__always)
  func find(_ hash: UInt64) -> Int? {
    guard mask > 0 else { return nil }
    let fingerprint = UInt32(truncatingIfNeeded: hash >> 32) | 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = section.load(UInt32.self, at: 4 + slot &* 8)
      if found == fingerprint {
        return entries &+ Int(section.load(UInt32.self, at: 8 &+ slot &* 8))
      }
      if found == 0 { return nil }
      slot = (slot &+ 1) & mask
    }
  }

  /// The ambiguity class of an entry.
  @inline(__always)
  func ambiguityClass(_ entry: Int) -> UInt32 { section.load(UInt32.self, at: entry) }

  /// The tags that a dictionary allows, one bit each, and 0 when it does not know the form.
  @inline(__always)
  func dictionaryMask(_ entry: Int) -> UInt32 { section.load(UInt32.self, at: entry + 4) }

  /// The distributional cluster, 0 for none.
  @inline(__always)
  func cluster(_ entry: Int) -> UInt16 { section.load(UInt16.self, at: entry + 8) }

  /// How the form is capitalised in running text: 0 unknown, from 1 more and more.
  @inline(__always)
  func caseHabit(_ entry: Int) -> UInt8 { section.load(UInt8.self, at: entry + 10) }

  /// The lemma edit for a tag, or nil.
  func edit(_ entry: Int, _ tag: UniversalPOS) -> Int? {
    let count = Int(section.load(UInt8.self, at: entry + 11))
    for index in 0..<count {
      let offset = entry + 12 + index * 3
      if section.load(UInt8.self, at: offset) == tag.rawValue {
        return Int(section.load(UInt16.self, at: offset + 1))
      }
    }
    return nil
  }

  /// The most frequent tag of an entry.
  func firstTag(_ entry: Int) -> UniversalPOS? {
    guard section.load(UInt8.self, at: entry + 11) > 0 else { return nil }
    return UniversalPOS(rawValue: section.load(UInt8.self, at: entry + 12))
  }

  /// An entry before it is frozen.
  struct Form {
    var hash: UInt64
    var ambiguityClass: UInt32
    var dictionaryMask: UInt32
    var cluster: UInt16
    var caseHabit: UInt8
    var tags: [(tag: UInt8, edit: UInt16)]
  }

  /// Freezes entries, in the order given.
  static func build(_ forms: [Form]) -> [UInt8] {
    var slots = 16
    while slots < forms.count * 3 / 2 { slots *= 2 }
    var fingerprints = [UInt32](repeating: 0, count: slots)
    var offsets = [UInt32](repeating: 0, count: slots)
    var entries: [UInt8] = []
    for form in forms {
      let fingerprint = UInt32(truncatingIfNeeded: form.hash >> 32) | 1
      var slot = Int(truncatingIfNeeded: form.hash) & (slots - 1)
      while fingerprints[slot] != 0 { slot = (slot + 1) & (slots - 1) }
      fingerprints[slot] = fingerprint
      offsets[slot] = UInt32(entries.count)
      entries.append(littleEndian: form.ambiguityClass)
      entries.append(littleEndian: form.dictionaryMask)
      entries.append(littleEndian: form.cluster)
      entries.append(form.caseHabit)
      entries.append(UInt8(min(form.tags.count, 255)))
      for (tag, edit) in form.tags.prefix(255) {
        entries.append(tag)
        entries.append(littleEndian: edit)
      }
    }
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(slots))
    for slot in 0..<slots {
      bytes.append(littleEndian: fingerprints[slot])
      bytes.append(littleEndian: offsets[slot])
    }
    return bytes + entries
  }
}
