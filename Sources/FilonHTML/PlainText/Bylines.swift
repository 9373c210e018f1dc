/// Bylines of plain text: a word that introduces an author, and what a name looks like.
enum Bylines {
  /// The introducing word at the start of a line, which starts with a capital, or nil.
  static func prefix(of line: String) -> Substring? {
    guard line.unicodeScalars.first?.properties.isUppercase == true else { return nil }
    let lower = BylineWords.lowercased(line.utf8.prefix(64))
    let length = BylineWords.shared.lines.match(lower, at: 0) { end in
      end == lower.count || lower[end] == 0x20 || lower[end] == UInt8(ascii: ":")
        || lower[end...].starts(with: [0xC2, 0xA0])
    }
    return length > 0 ? Substring(line.utf8.prefix(length)) : nil
  }

  /// Whether most words start with a capital, as names do.
  static func looksLikeName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard !words.isEmpty, words.count <= 5 else { return false }
    let capitals = words.filter { $0.unicodeScalars.first?.properties.isUppercase == true }
    return capitals.count * 2 > words.count
      && words.first?.unicodeScalars.first?.properties.isUppercase == true
  }
}
