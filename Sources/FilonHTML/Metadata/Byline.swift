/// Finds a byline inside a short text: "von Anna Muster", "Par Jean Dupont", "Posted by Joe".
enum Byline {
  /// The names that follow the first introducing word, or none.
  static func names(in text: [UInt8]) -> [String] {
    let words = words(of: text)
    for (index, word) in words.enumerated() {
      guard index + 1 < words.count, isCue(text[word]) else { continue }
      // "by" inside a sentence introduces anything.
      guard index <= 8 else { return [] }
      var end = index + 1
      while end < words.count, isNamePart(text[words[end]], isFirst: end == index + 1) {
        end += 1
        let last = text[words[end - 1].upperBound - 1]
        if last == UInt8(ascii: ",") || last == UInt8(ascii: ";") { break }
      }
      guard (2...5).contains(end - index - 1) else { continue }
      let name = words[(index + 1)..<end].map { String(decoding: text[$0], as: UTF8.self) }
      if let clean = AuthorNames.name(name.joined(separator: " ")) { return [clean] }
    }
    return []
  }

  /// The words between spaces, line breaks and no-break spaces.
  private static func words(of text: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    var index = 0
    while index <= text.count {
      let isNoBreak =
        index + 1 < text.count && text[index] == 0xC2 && text[index + 1] == 0xA0
      if index == text.count || text[index] == 0x20 || text[index] == 0x0A || isNoBreak {
        if index > start { words.append(start..<index) }
        if isNoBreak { index += 1 }
        start = index + 1
      }
      index += 1
    }
    return words
  }

  private static func isCue(_ word: ArraySlice<UInt8>) -> Bool {
    var word = word
    while let first = word.first, isMark(first) { word = word.dropFirst() }
    while let last = word.last, isMark(last) { word = word.dropLast() }
    return word.count <= 16 && BylineWords.shared.cues.contains(BylineWords.lowercased(word))
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte < 0x80 && !(0x61...0x7A).contains(byte | 0x20)
  }

  private static func isNamePart(_ word: ArraySlice<UInt8>, isFirst: Bool) -> Bool {
    guard let first = word.first else { return false }
    if !isFirst, BylineWords.shared.particles.contains(Array(word)) { return true }
    if word.contains(where: { (0x30...0x39).contains($0) }) { return false }
    if first < 0x80 { return (0x41...0x5A).contains(first) }
    return String(decoding: word, as: UTF8.self).unicodeScalars.first?.properties.isUppercase
      ?? false
  }
}
