/// What the words beside a date say that it is.
enum DateCue {
  case published, modified

  private static let words: [String: DateCue] = {
    var words: [String: DateCue] = [:]
    for row in EmbeddedTable.dateWords where row.count == 4 {
      let cue: DateCue? =
        switch row[0] {
        case "published": .published
        case "modified": .modified
        default: nil
        }
      guard let cue else { continue }
      for word in row[3].split(separator: " ") where word.utf8.count > 3 {
        words[String(word)] = cue
      }
    }
    return words
  }()

  /// What a word in small letters says of a date beside it.
  init?(word: String) {
    guard let cue = Self.words[word] else { return nil }
    self = cue
  }

  /// The first such word of a short text.
  static func of(_ text: String) -> DateCue? {
    guard text.utf8.count < 300 else { return nil }
    for word in text.split(whereSeparator: { !$0.isLetter && $0 != "-" }) {
      if let cue = DateCue(word: word.lowercased()) { return cue }
    }
    return nil
  }
}
