/// The words of bylines, as bytes in small letters.
struct BylineWords: Sendable {
  /// Phrases by their first byte, the longest first.
  struct Phrases: Sendable {
    private var buckets = [[[UInt8]]](repeating: [], count: 256)

    init(_ phrases: [[UInt8]]) {
      let ordered = phrases.enumerated().sorted {
        $0.element.count != $1.element.count
          ? $0.element.count > $1.element.count : $0.offset < $1.offset
      }
      for (_, phrase) in ordered where !phrase.isEmpty {
        if !buckets[Int(phrase[0])].contains(phrase) { buckets[Int(phrase[0])].append(phrase) }
      }
    }

    /// The length of the longest phrase at `index` that `accepts` the place where it ends, or 0.
    func match(_ bytes: [UInt8], at index: Int, accepts: (Int) -> Bool = { _ in true }) -> Int {
      guard index < bytes.count else { return 0 }
      for phrase in buckets[Int(bytes[index])] where index + phrase.count <= bytes.count {
        var offset = 1
        while offset < phrase.count, bytes[index + offset] == phrase[offset] { offset += 1 }
        if offset == phrase.count, accepts(index + offset) { return offset }
      }
      return 0
    }

    /// Whether the whole of `bytes` is one of the phrases.
    func contains(_ bytes: [UInt8]) -> Bool {
      !bytes.isEmpty && buckets[Int(bytes[0])].contains(bytes)
    }
  }

  static let shared = BylineWords(EmbeddedTable.bylineWords)

  /// What stands before a name.
  let introductions: Phrases
  /// Single words that announce a name inside a short text.
  let cues: Phrases
  /// What opens a line that is a byline.
  let lines: Phrases
  /// What stands between two names, with its spaces.
  let joins: Phrases
  /// What is no name.
  let refused: Phrases
  /// Small words inside a name.
  let particles: Phrases

  init(_ rows: [[String]]) {
    func phrases(_ kind: String) -> Phrases {
      var found: [[UInt8]] = []
      for row in rows where row.first == kind {
        for cell in row.dropFirst() where !cell.isEmpty {
          for phrase in Self.phrases(of: cell) { found.append(phrase) }
        }
      }
      return Phrases(found)
    }
    introductions = phrases("introduction")
    cues = phrases("cue")
    lines = phrases("line")
    joins = phrases("join")
    refused = phrases("refused")
    particles = phrases("particle")
  }

  /// The phrases of a cell, cut at " | "; underscores are spaces.
  private static func phrases(of cell: String) -> [[UInt8]] {
    var phrases: [[UInt8]] = [[]]
    let bytes = Array(cell.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: " | ".utf8) {
        phrases.append([])
        index += 3
      } else {
        phrases[phrases.count - 1].append(bytes[index] == 0x5F ? 0x20 : bytes[index])
        index += 1
      }
    }
    return phrases
  }

  /// A text in small letters, byte for byte as long: ASCII and Latin-1 capitals.
  static func lowercased(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      let isCapital =
        (byte >= 0x41 && byte <= 0x5A)
        || (previous == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97)
      out.append(isCapital ? byte | 0x20 : byte)
      previous = byte
    }
    return out
  }
}
