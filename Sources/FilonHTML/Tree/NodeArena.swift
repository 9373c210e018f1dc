/// The tree of a page in flat arrays.
///
/// Nodes stand in document order, so that the subtree of node `i` is `i..<nodes[i].end`. Text nodes
/// are ranges of the scanner's text; no text is copied.
struct NodeArena: Sendable {
  /// A node of the tree.
  struct Node: Sendable {
    var tag: ElementTag
    var flags: Flags = []
    var attributeCount: UInt8 = 0
    var parent: Int32
    /// The index after the last descendant.
    var end: Int32 = 0
    /// Words that class, id, role and itemprop spell.
    var concepts: ConceptSet = []
    /// Text: the range of the scanner's text that holds it. Element: its first attribute.
    var start: UInt32 = 0
    var textEnd: UInt32 = 0
    /// Text: the range of the page in UTF-8 that it was written as.
    var rawStart: UInt32 = 0
    var rawEnd: UInt32 = 0

    /// Whether nothing under the node is text of the page.
    var isSilent: Bool { flags.contains(.skipped) || tag.traits.contains(.silent) }
  }

  /// Marks of a node.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// The page hides it: `hidden`, `display:none`, `aria-hidden`.
    static let hidden = Flags(rawValue: 1)
    /// A text of white space alone.
    static let blank = Flags(rawValue: 2)
    /// A mark inside a line that is no part of its text: the number of a paragraph.
    static let skipped = Flags(rawValue: 4)
  }

  var nodes: [Node] = []
  var attributes = AttributeStore()

  mutating func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    attributes.removeAll()
  }

  /// The value of an attribute as bytes, or nil.
  func bytes(of key: AttributeKey, at node: Int) -> ArraySlice<UInt8>? {
    let node = nodes[node]
    guard node.tag != .text else { return nil }
    let first = Int(node.start)
    for index in first..<(first + Int(node.attributeCount)) where attributes[index].key == key {
      return attributes.bytes[Int(attributes[index].start)..<Int(attributes[index].end)]
    }
    return nil
  }

  /// The value of an attribute, or nil.
  func value(of key: AttributeKey, at node: Int) -> String? {
    bytes(of: key, at: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The index after the last descendant of a node.
  func end(of node: Int) -> Int { Int(nodes[node].end) }
  /// The parent of a node, or -1.
  func parent(of node: Int) -> Int { Int(nodes[node].parent) }

  /// Whether `ancestor` is `node` or one of its ancestors.
  func contains(_ ancestor: Int, _ node: Int) -> Bool {
    ancestor <= node && node < end(of: ancestor)
  }
}
