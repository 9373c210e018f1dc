/// Turns bylines into clean lists of names.
struct AuthorNames {
  private static let prefixes = [
    "written by", "posted by", "published by", "reported by", "story by", "by", "par",
    "propos recueillis par",
    "recueilli par", "von", "por", "di", "da", "de", "door", "av", "autor", "autorin", "author",
    "auteur", "authors",
    "autore", "text", "texte", "rédigé par", "publié par", "geschrieben von", "veröffentlicht von",
    "escrito por", "publicado por", "a cura di", "scritto da", "ein artikel von",
    "ein gastbeitrag von",
    "ein beitrag von", "eine analyse von", "ein kommentar von", "posted on", "verfasst von",
    "erstellt von",
  ]

  private static let refused: Set<String> = [
    "admin", "administrator", "editor", "redaktion", "rédaction", "la rédaction", "staff", "author",
    "unknown", "anonymous", "guest", "webmaster", "redacción", "redazione", "home", "more", "share",
    "view all posts", "follow", "about", "author archives", "null", "undefined", "none", "facebook",
    "twitter", "comments", "kommentare", "autor", "staff writer", "contributor", "user",
  ]

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
    var text = byline.unescapedReferences.collapsedSpaces
    text = withoutPrefix(text)
    var parts: [String] = [""]
    var index = text.startIndex
    let joins = [
      " and ", " et ", " und ", " y ", " e ", " & ", ", ", "; ", ";", " | ", " / ", " • ", " · ",
      " – ",
      " with ", " avec ", " mit ", " und ", "|", " - ", " con ",
    ]
    while index < text.endIndex {
      if let join = joins.first(where: { text[index...].hasPrefix($0) }) {
        parts.append("")
        index = text.index(index, offsetBy: join.count)
      } else {
        parts[parts.count - 1].append(text[index])
        index = text.index(after: index)
      }
    }
    var names: [String] = []
    for part in parts {
      guard let name = name(part) else {
        // What follows a name that is no name is a place, a role or a date.
        if !names.isEmpty { break }
        continue
      }
      names.append(name)
    }
    return names
  }

  private static func withoutPrefix(_ text: String) -> String {
    var text = text
    for _ in 0..<3 {
      let lower = text.lowercased()
      guard
        let prefix = prefixes.first(where: {
          lower.hasPrefix($0 + " ") || lower.hasPrefix($0 + ":") || lower.hasPrefix($0 + " :")
        }), lower.count == text.count
      else { break }
      text = String(text.dropFirst(prefix.count).drop { $0 == ":" || $0 == " " })
    }
    return text
  }

  /// A plausible name, or nil.
  static func name(_ text: String) -> String? {
    var name = withoutPrefix(text.collapsedSpaces)
    if let paren = name.firstIndex(where: { $0 == "(" || $0 == "[" || $0 == "<" }) {
      name = String(name[..<paren])
    }
    name = name.trimmed {
      $0 == " " || $0 == "," || $0 == ":" || $0 == "." || $0 == "-" || $0 == "–" || $0 == "*"
        || $0 == "\"" || $0 == "|" || $0 == "/"
    }
    let bytes = name.utf8
    guard bytes.count >= 3, bytes.count <= 60, !name.contains("@"), !name.contains("http"),
      !name.contains("www."), !name.contains("\n")
    else { return nil }
    if bytes.contains(where: { (0x30...0x39).contains($0) }) { return nil }
    if refused.contains(name.lowercased()) { return nil }
    let words = name.split(separator: " ")
    guard words.count <= 6 else { return nil }
    let functionWords = words.filter { word in
      var hash = StopWords.seed
      for byte in word.utf8 { hash = StopWords.add(byte, to: hash) }
      return StopWords.shared.contains(hash)
    }
    if words.count > 2, functionWords.count * 2 >= words.count { return nil }
    guard let first = name.unicodeScalars.first, first.properties.isAlphabetic else { return nil }
    return name
  }
}

extension String {
  /// The text without the characters at both ends that `isPadding` names.
  func trimmed(_ isPadding: (Character) -> Bool) -> String {
    var slice = self[...]
    while let first = slice.first, isPadding(first) { slice = slice.dropFirst() }
    while let last = slice.last, isPadding(last) { slice = slice.dropLast() }
    return String(slice)
  }
}
