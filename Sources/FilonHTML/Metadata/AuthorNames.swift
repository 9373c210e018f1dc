/// Turns bylines into clean lists of names.
enum AuthorNames {
  /// The names in a list of bylines, each once, in order.
  static func clean(_ bylines: [String]) -> [String] {
    var names: [String] = []
    for byline in bylines {
      for name in split(byline) where !names.contains(where: { $0.looseForm == name.looseForm }) {
        names.append(name)
      }
    }
    return names
  }

  /// The names in one byline.
  static func split(_ byline: String) -> [String] {
    let words = BylineWords.shared
    let bytes = withoutIntroduction(Array(byline.unescapedReferences.collapsedSpaces.utf8)[...])
    var names: [String] = []
    var start = bytes.startIndex
    var index = start
    let text = Array(bytes)
    let base = start
    while index <= bytes.endIndex {
      let length =
        index < bytes.endIndex ? words.joins.match(text, at: index - base) : 0
      guard length > 0 || index == bytes.endIndex else {
        index += 1
        continue
      }
      if let name = name(bytes[start..<index]) {
        names.append(name)
      } else if !names.isEmpty {
        // What follows a name that is no name is a place, a role or a date.
        return names
      }
      index += max(1, length)
      start = min(index, bytes.endIndex)
    }
    return names
  }

  /// The text after words that introduce a name.
  private static func withoutIntroduction(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    let lower = BylineWords.lowercased(bytes)
    for _ in 0..<3 {
      let start = rest.startIndex - bytes.startIndex
      let length = BylineWords.shared.introductions.match(lower, at: start) { end in
        guard end < lower.count else { return false }
        return lower[end] == UInt8(ascii: ":") || lower[end] == UInt8(ascii: " ")
      }
      guard length > 0 else { break }
      rest = rest.dropFirst(length).drop { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: " ") }
    }
    return rest
  }

  /// A plausible name, or nil.
  static func name(_ text: String) -> String? { name(Array(text.collapsedSpaces.utf8)[...]) }

  private static func name(_ text: ArraySlice<UInt8>) -> String? {
    var name = withoutIntroduction(text.drop { $0 == 0x20 })
    if let bracket = name.firstIndex(where: { $0 == 0x28 || $0 == 0x5B || $0 == 0x3C }) {
      name = name[..<bracket]
    }
    while name.last == 0x20 { name = name.dropLast() }
    let keepsStop = endsInInitial(name)
    name = trimmed(name)
    guard name.count + (keepsStop ? 1 : 0) >= 3, name.count < 60 else { return nil }
    for index in name.indices {
      let byte = name[index]
      if byte == UInt8(ascii: "@") || byte == 0x0A || (0x30...0x39).contains(byte) { return nil }
      if byte == UInt8(ascii: "h"), name[index...].starts(with: "http".utf8) { return nil }
      if byte == UInt8(ascii: "w"), name[index...].starts(with: "www.".utf8) { return nil }
    }
    if BylineWords.shared.refused.contains(BylineWords.lowercased(name)) { return nil }
    guard isNameLike(name) else { return nil }
    return String(decoding: name, as: UTF8.self) + (keepsStop ? "." : "")
  }

  /// Whether there are few words, not mostly function words, and a capital among them.
  private static func isNameLike(_ name: ArraySlice<UInt8>) -> Bool {
    let words = name.split(separator: 0x20)
    guard words.count <= 6, let first = name.first, isLetter(first, name) else { return false }
    let functionWords = words.count { word in
      var hash = StopWords.seed
      for byte in word { hash = StopWords.add(byte, to: hash) }
      return StopWords.shared.contains(hash)
    }
    if words.count > 2, functionWords * 2 >= words.count { return false }
    return words.count <= 1 || words.contains { startsWithCapital($0) }
  }

  private static func isLetter(_ first: UInt8, _ text: ArraySlice<UInt8>) -> Bool {
    if first < 0x80 { return (0x61...0x7A).contains(first | 0x20) }
    return firstScalar(text)?.properties.isAlphabetic ?? false
  }

  private static func firstScalar(_ text: ArraySlice<UInt8>) -> Unicode.Scalar? {
    String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first
  }

  private static func startsWithCapital(_ word: ArraySlice<UInt8>) -> Bool {
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      // Scripts without capitals count as capital.
      if scalar.properties.isAlphabetic { return !scalar.properties.isLowercase }
    }
    return false
  }

  /// Whether a name looks like that of an account, or of the site itself.
  static func isDoubtful(_ name: String, site: String) -> Bool {
    let form = name.looseForm
    if !site.isEmpty, form == site || site.hasPrefix(form) && form.utf8.count > 5 { return true }
    guard !name.utf8.contains(0x20) else { return false }
    return name.unicodeScalars.first?.properties.isLowercase == true
      || name.utf8.contains(UInt8(ascii: "."))
  }

  /// Whether a text ends in an abbreviated name: "Joe S.", "Perry Bacon Jr."
  private static func endsInInitial(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.last == UInt8(ascii: "."), let space = text.lastIndex(of: 0x20) else { return false }
    let last = String(decoding: text[(space + 1)...], as: UTF8.self)
    return last.unicodeScalars.count <= 3
      && last.unicodeScalars.first?.properties.isUppercase == true
  }

  /// The text without marks at both ends.
  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let length = markLength(text, atEnd: false) { text = text.dropFirst(length) }
    while let length = markLength(text, atEnd: true) { text = text.dropLast(length) }
    return text
  }

  private static let marks =
    " ,:.-*\"|/;".utf8.map { [$0] }
    + ["–", "→", "»", "«"].map { Array($0.utf8) }

  private static func markLength(_ text: ArraySlice<UInt8>, atEnd: Bool) -> Int? {
    for mark in marks where atEnd ? text.suffix(mark.count) == mark[...] : text.starts(with: mark) {
      return mark.count
    }
    return nil
  }
}
