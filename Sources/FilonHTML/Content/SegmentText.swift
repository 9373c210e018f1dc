/// The text of a segment as the scanner read it.
enum SegmentText {
  /// The text, white space collapsed, without regard for lines.
  static func bytes(of segment: Segment, _ arena: NodeArena, _ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var isPending = false
    var index = Int(segment.first)
    while index < Int(segment.last) {
      let node = arena.nodes[index]
      guard node.tag == .text else {
        if node.isSilent {
          index = Int(node.end)
        } else {
          if node.tag == .br || node.tag == .td || node.tag == .th { isPending = true }
          index += 1
        }
        continue
      }
      for byte in bytes[Int(node.start)..<Int(node.textEnd)] {
        if byte <= 0x20 {
          isPending = true
        } else {
          if isPending, !out.isEmpty { out.append(0x20) }
          isPending = false
          out.append(byte)
        }
      }
      index += 1
    }
    return out
  }
}
