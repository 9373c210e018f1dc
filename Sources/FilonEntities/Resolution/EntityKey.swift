import CFilonEntitiesData
import FilonCore

/// The key of an entity that is in no table: its kind and the normal form of its name.
///
/// A person's name is folded, `per:emmanuel-macron`. In the names of other things the common words
/// are translated into English, small words left out and the rest put in alphabetical order, so
/// that « Université du Cap-Nord » and "Cap-Nord University" have one key, `org:cap-nord-university`.
struct EntityKey: Sendable {
  static let standard = EntityKey(
    EmbeddedBytes(filon_entities_name_words_bytes(), count: filon_entities_name_words_size()).text)

  private let words: [String: String]

  /// Reads rows of English word and French forms, forms separated by spaces; `-` for words that are
  /// left out.
  init(_ text: String) {
    var words: [String: String] = [:]
    for row in TabSeparatedTable(text).rows where row.count >= 2 {
      for form in row[1].split(separator: " ") {
        words[String(decoding: NameFolding.fold(form), as: UTF8.self)] = row[0]
      }
    }
    self.words = words
  }

  /// The key of a name of this kind.
  func key(_ name: NameForm, kind: Entity.Kind) -> String {
    let prefix = kind.rawValue.lowercased() + ":"
    switch kind {
    case .person, .product: return prefix + name.slug
    case .organization, .location, .event, .miscellaneous:
      var parts = name.words.compactMap(translation)
      if parts.count > 1 { parts.sort() }
      return prefix + (parts.isEmpty ? name.slug : parts.joined(separator: "-"))
    }
  }

  private func translation(_ word: String) -> String? {
    if let known = words[word] { return known == "-" ? nil : known }
    guard word.utf8.count > 4, word.hasSuffix("s"), !word.hasSuffix("ss") else { return word }
    let singular = String(word.dropLast())
    if let known = words[singular] { return known == "-" ? nil : known }
    return singular
  }
}
