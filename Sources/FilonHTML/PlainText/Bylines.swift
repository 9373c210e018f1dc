/// Bylines of plain text: a word that introduces an author, and what a name looks like.
enum Bylines {
  private static let words = [
    "Propos recueillis par", "Recueilli par", "Écrit par", "Rédigé par", "Par", "PAR", "Written by",
    "Reported by", "By", "BY", "Von", "Por", "Di",
  ]

  /// The introducing word at the start of a line, or nil.
  static func prefix(of line: String) -> String? {
    words.first { word in
      guard line.hasPrefix(word) else { return false }
      let rest = line.dropFirst(word.count)
      return rest.isEmpty || rest.first == " " || rest.first == ":" || rest.first == "\u{A0}"
    }
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
