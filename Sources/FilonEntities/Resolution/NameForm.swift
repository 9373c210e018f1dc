/// The normal form of a name: its folded words.
struct NameForm: Hashable {
  /// The words, folded, without signs.
  let words: [String]
  /// Whether the name is written in capitals alone, as acronyms are.
  let isAcronym: Bool

  /// The normal form of `name`.
  init(_ name: some StringProtocol) {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in NameFolding.fold(name) {
      if byte >= 0x80 || byte &- 0x61 < 26 || byte &- 0x30 < 10 {
        word.append(byte)
      } else if byte != 0x2E, !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    self.words = words
    let letters = name.utf8.filter { ($0 | 0x20) &- 0x61 < 26 }
    isAcronym =
      words.count == 1 && letters.count >= 2 && letters.count <= 10
      && letters.filter { $0 < 0x61 }.count * 4 >= letters.count * 3
  }

  /// The words joined by `-`.
  var slug: String { words.joined(separator: "-") }

  /// Whether this name is the last words of the longer name `other`.
  func isEnding(of other: NameForm) -> Bool {
    words.count < other.words.count && other.words.suffix(words.count).elementsEqual(words)
  }

  /// Whether this name is the first words of the longer name `other`.
  func isBeginning(of other: NameForm) -> Bool {
    words.count < other.words.count && other.words.prefix(words.count).elementsEqual(words)
  }

  /// Whether this name abbreviates the first words of `other` to initials and ends alike
  /// ("B. Obama").
  func abbreviates(_ other: NameForm) -> Bool {
    guard words.count >= 2, other.words.count >= 2, words.last == other.words.last,
      words.first?.utf8.count == 1
    else { return false }
    return other.words.first?.utf8.first == words.first?.utf8.first
  }

  /// Whether this acronym has the initials of the words of `other`, the small ones counted or not.
  func isAcronym(of other: NameForm) -> Bool {
    guard isAcronym, other.words.count >= 2, let letters = words.first?.utf8 else { return false }
    let all = other.words.compactMap(\.utf8.first)
    if letters.elementsEqual(all) { return true }
    let weighty = other.words.filter { $0.utf8.count > 3 }.compactMap(\.utf8.first)
    if letters.elementsEqual(weighty) { return true }
    // « l'Union », "the": small words only between the others.
    let medium = other.words.filter { !Self.small.contains($0) }.compactMap(\.utf8.first)
    return letters.elementsEqual(medium)
  }

  private static let small: Set<String> = [
    "de", "du", "des", "d", "la", "le", "les", "l", "et", "a", "au", "aux", "en", "pour", "sur",
    "of", "the", "for", "and", "on", "in",
  ]
}
