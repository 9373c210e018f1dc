import Glibc

extension [UInt8] {
  /// The first LF at or after `start`.
  func firstLineFeed(from start: Int) -> Int? { firstIndex(of: 0x0A, in: start..<count) }

  /// The first `byte` in `range`, by the system's vectorised search.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    guard range.lowerBound >= 0, range.upperBound <= count, !range.isEmpty else { return nil }
    return unsafe withUnsafeBytes { memory -> Int? in
      guard let base = memory.baseAddress,
        let hit = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return unsafe UnsafeRawPointer(hit) - base
    }
  }

  /// The first occurrence of `pattern` that lies wholly in `range`.
  func firstRange(of pattern: [UInt8], in range: Range<Int>) -> Int? {
    guard range.lowerBound >= 0, range.upperBound <= count, range.count >= pattern.count,
      !pattern.isEmpty
    else { return nil }
    let last = range.upperBound - pattern.count
    var position = range.lowerBound
    while position <= last, let hit = firstIndex(of: pattern[0], in: position..<last + 1) {
      if has(pattern, at: hit) { return hit }
      position = hit + 1
    }
    return nil
  }

  /// Whether `pattern` stands at `index`.
  func has(_ pattern: [UInt8], at index: Int) -> Bool {
    guard index >= 0, index + pattern.count <= count else { return false }
    for offset in pattern.indices where self[index + offset] != pattern[offset] { return false }
    return true
  }
}
