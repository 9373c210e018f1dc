/// A selector after CSS: element names, `.class`, `#id`, `[attribute]`, `[attribute=value]`, joined by
/// blanks (anywhere inside) or `>` (right inside).
struct Selector: Sendable, Hashable {
  /// What one element must be.
  private struct Part: Sendable, Hashable {
    var tag: ElementTag?
    var classes: [[UInt8]] = []
    var attributes: [Attribute] = []
    /// Whether the element stands right inside the one before.
    var isChild = false

    var isEmpty: Bool { tag == nil && classes.isEmpty && attributes.isEmpty }
  }

  private struct Attribute: Sendable, Hashable {
    var key: AttributeKey
    var value: [UInt8]?
  }

  /// What is wrong with a selector.
  struct Fault: Error { var message: String }

  private static let longest = 16
  private var parts: [Part] = []

  /// Reads one selector.
  init(_ text: some StringProtocol) throws(Fault) {
    let bytes = Array(text.utf8)
    var index = 0
    var part = Part()
    var isAny = false
    var isChild = false
    func identifier() throws(Fault) -> [UInt8] {
      var name: [UInt8] = []
      while index < bytes.count, Self.isIdentifier(bytes[index]) {
        name.append(bytes[index])
        index += 1
      }
      guard !name.isEmpty else { throw Fault(message: "a name is missing in “\(text)”") }
      return name
    }
    func end() {
      guard isAny || !part.isEmpty else { return }
      part.isChild = isChild && !parts.isEmpty
      parts.append(part)
      part = Part()
      isAny = false
      isChild = false
    }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "):
        index += 1
        end()
      case UInt8(ascii: ">"):
        index += 1
        end()
        isChild = true
      case UInt8(ascii: "*"):
        index += 1
        isAny = true
      case UInt8(ascii: "."):
        index += 1
        part.classes.append(try identifier())
      case UInt8(ascii: "#"):
        index += 1
        part.attributes.append(Attribute(key: .id, value: try identifier()))
      case UInt8(ascii: "["):
        guard let close = bytes[index...].firstIndex(of: UInt8(ascii: "]")) else {
          throw Fault(message: "“]” is missing in “\(text)”")
        }
        part.attributes.append(try Self.attribute(bytes[(index + 1)..<close]))
        index = close + 1
      default:
        let name = try identifier()
        let tag = TagName(BylineWords.lowercased(name)).known.tag
        guard tag != .other, part.isEmpty else {
          throw Fault(message: "unknown element “\(String(decoding: name, as: UTF8.self))”")
        }
        part.tag = tag
      }
    }
    end()
    guard !parts.isEmpty, !isChild, parts.count <= Self.longest else {
      throw Fault(message: "“\(text)” is no selector")
    }
  }

  private static func isIdentifier(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D
      || byte == 0x5F || byte >= 0x80
  }

  private static func attribute(_ bytes: ArraySlice<UInt8>) throws(Fault) -> Attribute {
    let parts = bytes.split(separator: UInt8(ascii: "="), maxSplits: 1)
    let name = Array(parts.first ?? [])
    guard let key = AttributeKey(name.span, name.indices) else {
      throw Fault(
        message: "attribute “\(String(decoding: name, as: UTF8.self))” cannot be selected by")
    }
    guard parts.count == 2 else { return Attribute(key: key) }
    let value = parts[1].filter { $0 != 0x22 && $0 != 0x27 }
    return Attribute(key: key, value: Array(value))
  }

  /// The elements that the selector selects, in document order. Linear in the size of the page.
  func nodes(in arena: NodeArena) -> [Int] {
    // A bit for each part: matched here, and matched at some ancestor.
    var here = [UInt16](repeating: 0, count: arena.nodes.count)
    var above = here
    let last = UInt16(1) << UInt16(parts.count - 1)
    var found: [Int] = []
    for index in arena.nodes.indices where arena.nodes[index].tag != .text {
      let parent = arena.parent(of: index)
      if parent >= 0 { above[index] = above[parent] | here[parent] }
      for (place, part) in parts.enumerated() where matches(part, index, arena) {
        let before = UInt16(1) << UInt16(max(0, place - 1))
        let isReached =
          place == 0
          || (part.isChild ? parent >= 0 && here[parent] & before != 0 : above[index] & before != 0)
        if isReached { here[index] |= 1 << UInt16(place) }
      }
      if here[index] & last != 0 { found.append(index) }
    }
    return found
  }

  private func matches(_ part: Part, _ index: Int, _ arena: NodeArena) -> Bool {
    if let tag = part.tag, arena.nodes[index].tag != tag { return false }
    for attribute in part.attributes {
      guard let value = arena.bytes(of: attribute.key, at: index) else { return false }
      if let wanted = attribute.value, !value.elementsEqual(wanted) { return false }
    }
    guard !part.classes.isEmpty else { return true }
    guard let names = arena.bytes(of: .class, at: index) else { return false }
    let words = names.split { $0 <= 0x20 }
    return part.classes.allSatisfy { name in words.contains { $0.elementsEqual(name) } }
  }
}
