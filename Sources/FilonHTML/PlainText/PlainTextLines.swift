/// Cuts plain text into paragraphs: lines, or blocks of lines when the text is hard-wrapped.
struct PlainTextLines {
  /// A paragraph with white space collapsed.
  struct Paragraph {
    var text: String
    var words: Int

    init(_ text: String) {
      self.text = text
      words = text.split(separator: " ").count
    }

    private var endsSentence: Bool {
      guard
        let last = text.unicodeScalars.last(where: {
          !"»”\"')] \u{A0}\u{202F}".unicodeScalars.contains($0)
        })
      else { return false }
      return ".!?…;,".unicodeScalars.contains(last) && !text.hasSuffix("...")
    }

    /// A short line without a full stop.
    var looksLikeHeading: Bool {
      guard words >= 1, words <= 24, text.utf8.count <= 180 else { return false }
      if let last = text.unicodeScalars.last, "?!".unicodeScalars.contains(last) {
        return words <= 14
      }
      return !endsSentence && text.unicodeScalars.first?.properties.isLowercase == false
        && text.unicodeScalars.last != ":"
    }

    /// A first line of title's length.
    var looksLikeTitle: Bool {
      words >= 2 && words <= 40 && text.utf8.count <= 300 && !endsSentenceByFullStop
    }

    private var endsSentenceByFullStop: Bool {
      text.hasSuffix(".") && !text.hasSuffix("...") || text.hasSuffix(",") || text.hasSuffix(":")
    }

    /// Whether the line starts with a bullet.
    var isItem: Bool {
      ["- ", "• ", "* ", "– ", "· ", "▪ ", "■ "].contains { text.hasPrefix($0) }
    }
  }

  let paragraphs: [Paragraph]

  init(_ text: String) {
    var groups: [[String]] = [[]]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let clean = Self.collapse(line)
      if clean.isEmpty {
        if !(groups.last?.isEmpty ?? true) { groups.append([]) }
      } else {
        groups[groups.count - 1].append(clean)
      }
    }
    groups.removeAll(where: \.isEmpty)
    if Self.isHardWrapped(groups) {
      paragraphs = groups.map { Paragraph($0.joined(separator: " ")) }
    } else {
      paragraphs = groups.flatMap { $0.map { Paragraph($0) } }
    }
  }

  /// White space runs as one space; no-break spaces stay, since they belong to the typography.
  private static func collapse(_ line: Substring) -> String {
    var out = ""
    var isPending = false
    for scalar in line.unicodeScalars {
      switch scalar.value {
      case 0x00...0x20, 0x7F...0x9F, 0x200B, 0xFEFF: isPending = true
      default:
        if isPending, !out.isEmpty { out.unicodeScalars.append(" ") }
        isPending = false
        out.unicodeScalars.append(scalar)
      }
    }
    while out.unicodeScalars.last == "\u{A0}" { out.unicodeScalars.removeLast() }
    return out
  }

  /// Whether most lines that another line follows are of nearly the same middling length.
  private static func isHardWrapped(_ groups: [[String]]) -> Bool {
    var inner = 0
    var middling = 0
    for group in groups {
      for line in group.dropLast() {
        inner += 1
        if (50...100).contains(line.count) { middling += 1 }
      }
    }
    return inner >= 6 && middling * 10 >= inner * 8
  }
}
