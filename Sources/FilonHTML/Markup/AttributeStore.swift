/// The attributes of a page's elements that extraction looks at, in flat arrays.
struct AttributeStore: Sendable {
  /// An attribute: its key and the range of ``bytes`` that holds its value.
  struct Attribute: Sendable {
    var key: AttributeKey
    var start: UInt32
    var end: UInt32
  }

  private(set) var attributes: [Attribute] = []
  /// The values, character references resolved.
  private(set) var bytes: [UInt8] = []

  var count: Int { attributes.count }

  subscript(index: Int) -> Attribute { attributes[index] }

  mutating func removeAll() {
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds an attribute; returns the range of ``bytes`` that holds its value.
  mutating func add(_ key: AttributeKey, _ value: Span<UInt8>) -> Range<Int> {
    let start = bytes.count
    var hasReference = false
    for index in value.indices where value[index] == UInt8(ascii: "&") {
      hasReference = true
      break
    }
    if hasReference {
      resolve(value)
    } else {
      unsafe value.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }
    attributes.append(Attribute(key: key, start: UInt32(start), end: UInt32(bytes.count)))
    return start..<bytes.count
  }

  private mutating func resolve(_ value: Span<UInt8>) {
    var index = 0
    while index < value.count {
      if value[index] == UInt8(ascii: "&"),
        let match = CharacterReferences.shared.match(in: value, at: index)
      {
        bytes.append(contentsOf: match.utf8)
        index += match.length
      } else {
        bytes.append(value[index])
        index += 1
      }
    }
  }
}
