/// The name of a tag in lower case, packed into two machine words.
///
/// A name that is longer than the longest known one is nobody's, and equal to no other.
struct TagName: Sendable, Equatable {
  /// What the scanner does with a tag.
  enum Treatment: UInt8, Sendable {
    case keep
    /// The tag goes, what is inside stays.
    case dropTag
    /// Only the end tag goes.
    case dropEndTag
    /// The element goes with its contents.
    case dropElement
    case script
    case lineBreak
  }

  static let script = TagName("script".utf8)
  static let style = TagName("style".utf8)
  static let svg = TagName("svg".utf8)

  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0
  /// Number of bytes, up to the bytes that no name has.
  private(set) var length = 0
  /// Whether the name has a prefix: `o:p`.
  private(set) var hasPrefix = false

  /// Reads the name that starts at `start`.
  init(_ page: Span<UInt8>, at start: Int) {
    var index = start
    let end = min(page.count, start + 64)
    while index < end {
      let byte = page[index]
      guard Self.isNameByte(byte) else { break }
      if byte == UInt8(ascii: ":") { hasPrefix = true }
      push((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      index += 1
    }
  }

  /// Reads a name that ends in NUL and is in lower case.
  init(_ name: UnsafePointer<UInt8>) {
    var index = 0
    while unsafe name[index] != 0 {
      unsafe push(name[index])
      index += 1
    }
  }

  init(_ name: some Sequence<UInt8>) {
    for byte in name { push(byte) }
  }

  private mutating func push(_ byte: UInt8) {
    if length < 8 {
      low |= UInt64(byte) << (8 * UInt64(length))
    } else if length < 16 {
      high |= UInt64(byte) << (8 * UInt64(length - 8))
    }
    length += 1
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x3A).contains(byte) || byte == 0x2D
      || byte == 0x2E || byte == 0x5F
  }

  fileprivate var slot: Int {
    Int(truncatingIfNeeded: ((low ^ (high &* 31)) &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  /// The element of that name and what is to be done about it.
  var known: (tag: ElementTag, treatment: Treatment) { KnownTags.shared.find(self) }
}

/// The tags that extraction knows, in a table with open addressing.
private struct KnownTags: Sendable {
  private struct Entry {
    var name: TagName
    var tag: ElementTag
    var treatment: TagName.Treatment
  }

  static let shared = KnownTags()

  private static let treatments: [(String, TagName.Treatment)] = [
    ("script", .script), ("style", .dropElement), ("svg", .dropElement),
    ("textarea", .dropElement), ("iframe", .dropElement), ("noembed", .dropElement),
    ("noframes", .dropElement), ("wbr", .dropTag), ("source", .dropTag), ("track", .dropTag),
    ("embed", .dropTag), ("keygen", .dropTag), ("input", .dropTag), ("param", .dropTag),
    ("col", .dropTag), ("html", .dropEndTag), ("body", .dropEndTag), ("br", .lineBreak),
  ]

  private let slots: [UInt8]
  private let entries: [Entry]

  private init() {
    var slots = [UInt8](repeating: 0, count: 1024)
    var entries = [Entry(name: TagName([]), tag: .other, treatment: .keep)]
    func add(_ text: String, _ tag: ElementTag) {
      let name = TagName(text.utf8)
      var slot = name.slot
      while slots[slot] != 0 { slot = (slot + 1) & 1023 }
      slots[slot] = UInt8(entries.count)
      let treatment = Self.treatments.first { $0.0 == text }?.1
      entries.append(Entry(name: name, tag: tag, treatment: treatment ?? .keep))
    }
    for tag in ElementTag.allCases where tag != .text && tag != .other {
      add(String(describing: tag), tag)
    }
    for (text, _) in Self.treatments
    where !ElementTag.allCases.contains(where: { String(describing: $0) == text }) {
      add(text, .other)
    }
    self.slots = slots
    self.entries = entries
  }

  @inline(__always)
  func find(_ name: TagName) -> (tag: ElementTag, treatment: TagName.Treatment) {
    var slot = name.slot
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot])]
      if entry.name.low == name.low, entry.name.high == name.high, entry.name.length == name.length
      {
        return (entry.tag, entry.treatment)
      }
      slot = (slot + 1) & 1023
    }
    return (.other, .keep)
  }
}
