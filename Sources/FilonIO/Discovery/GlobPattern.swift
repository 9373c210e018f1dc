/// A file name pattern: `*`, `?`, `[a-z]`, `[!a]` within a name, `**` for any depth of folders.
public struct GlobPattern: Hashable, Sendable {
  private let segments: [[UInt8]]
  private let isAbsolute: Bool

  /// Takes a pattern with `/` between names.
  public init(_ pattern: String) {
    let bytes = Array(pattern.utf8)
    isAbsolute = bytes.first == 0x2F
    segments = bytes.split(separator: 0x2F).map(Array.init)
  }

  /// Whether `text` has any character that means something in a pattern.
  public static func isPattern(_ text: String) -> Bool {
    text.utf8.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B }
  }

  /// The leading segments that are plain names, as a path to start from.
  var root: String {
    let plain = segments.prefix { !GlobPattern.isPattern(String(decoding: $0, as: UTF8.self)) }
    // The last segment is a file name, matched like the others.
    let names = plain.count == segments.count ? plain.dropLast() : plain
    let joined = names.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    return (isAbsolute ? "/" : "") + joined
  }

  /// Whether the pattern looks into folders of any depth.
  var isDeep: Bool { segments.contains([0x2A, 0x2A]) }

  /// Number of names in the pattern.
  var depth: Int { segments.count }

  /// Whether `path` as a whole has the form of the pattern.
  public func matches(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    guard isAbsolute == (bytes.first == 0x2F) else { return false }
    let names = bytes.split(separator: 0x2F)
    // reachable[i]: the first i segments match the names so far.
    var reachable = [true] + segments.map { _ in false }
    for index in segments.indices where reachable[index] && segments[index] == [0x2A, 0x2A] {
      reachable[index + 1] = true
    }
    for name in names {
      var next = [false] + segments.map { _ in false }
      for (index, segment) in segments.enumerated() {
        if segment == [0x2A, 0x2A] {
          if reachable[index] || reachable[index + 1] { next[index + 1] = true }
          if next[index] { next[index + 1] = true }
        } else if reachable[index], Self.matches(segment, name) {
          next[index + 1] = true
        }
      }
      reachable = next
    }
    return reachable[segments.count]
  }

  /// One segment against one name, by bytes; linear but for one remembered `*`.
  private static func matches(_ pattern: [UInt8], _ name: ArraySlice<UInt8>) -> Bool {
    // A hidden file must be asked for.
    if name.first == 0x2E, pattern.first != 0x2E { return false }
    var p = 0
    var n = name.startIndex
    var star: (pattern: Int, name: Int)?
    while n < name.endIndex {
      if p < pattern.count, pattern[p] == 0x2A {
        star = (p + 1, n)
        p += 1
        continue
      }
      if p < pattern.count, let after = one(pattern, p, name[n]) {
        p = after
        n += 1
        continue
      }
      guard let back = star else { return false }
      star = (back.pattern, back.name + 1)
      p = back.pattern
      n = back.name + 1
    }
    while p < pattern.count, pattern[p] == 0x2A { p += 1 }
    return p == pattern.count
  }

  /// Matches one byte; where the pattern goes on, or `nil`.
  private static func one(_ pattern: [UInt8], _ start: Int, _ byte: UInt8) -> Int? {
    switch pattern[start] {
    case 0x3F: return start + 1
    case 0x5B:
      guard let close = pattern[(start + 1)...].dropFirst().firstIndex(of: 0x5D) else {
        return byte == 0x5B ? start + 1 : nil
      }
      var index = start + 1
      let isNegated = pattern[index] == 0x21 || pattern[index] == 0x5E
      if isNegated { index += 1 }
      var isMember = false
      while index < close {
        if index + 2 < close, pattern[index + 1] == 0x2D {
          if pattern[index] <= byte, byte <= pattern[index + 2] { isMember = true }
          index += 3
        } else {
          if pattern[index] == byte { isMember = true }
          index += 1
        }
      }
      return isMember != isNegated ? close + 1 : nil
    default: return pattern[start] == byte ? start + 1 : nil
    }
  }
}
