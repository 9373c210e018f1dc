import FilonCore

/// The stretches of a text that no sentence crosses.
enum Paragraphs {
  /// The blocks, and the gaps between them; without blocks, what blank lines part.
  static func ranges(_ bytes: [UInt8], blocks: [Block]) -> [Range<Int>] {
    guard !blocks.isEmpty else { return between(bytes, 0..<bytes.count) }
    var ranges: [Range<Int>] = []
    var position = 0
    for block in blocks {
      let start = max(position, min(Int(block.range.start), bytes.count))
      let end = min(Int(block.range.end), bytes.count)
      if start > position { ranges += between(bytes, position..<start) }
      // A block inside another one is part of it: cut there, keep what is left.
      if end > start { ranges.append(start..<end) }
      position = max(position, end)
    }
    if position < bytes.count { ranges += between(bytes, position..<bytes.count) }
    return ranges
  }

  private static func between(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard bytes[index] == 0x0A else {
        index += 1
        continue
      }
      var next = index + 1
      var lines = 1
      while next < range.upperBound, bytes[next] <= 0x20 {
        if bytes[next] == 0x0A { lines += 1 }
        next += 1
      }
      if lines > 1 {
        if index > start { ranges.append(start..<index) }
        start = next
      }
      index = next
    }
    if start < range.upperBound { ranges.append(start..<range.upperBound) }
    return ranges
  }
}
