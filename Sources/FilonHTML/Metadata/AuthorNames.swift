/// Turns bylines into clean lists of names.
struct AuthorNames {
  /// Words before a name, longest first where one starts with another.
  private static let prefixes = [
    "written by", "posted by", "published by", "reported by", "story by", "interview by",
    "view all posts by", "all posts by", "more from", "by", "propos recueillis par",
    "recueilli par", "rédigé par", "publié par", "écrit par", "par", "veröffentlicht von",
    "geschrieben von", "zeige alle beiträge von", "alle beiträge von", "alle artikel von",
    "ein artikel von", "artikel von", "ein gastbeitrag von", "gastbeitrag von", "ein beitrag von",
    "beitrag von", "eine analyse von", "ein kommentar von", "pressemitteilung von", "verfasst von",
    "erstellt von", "eingestellt von", "interview", "von", "vom", "escrito por", "publicado por",
    "por", "a cura di", "scritto da", "di", "da", "door", "av", "autorin", "autoren", "autor",
    "authors", "author", "auteurs", "auteur", "autore", "texte", "text", "redaktion",
  ]

  private static let refused: Set<String> = [
    "admin", "administrator", "editor", "redaktion", "rédaction", "la rédaction", "staff", "author",
    "unknown", "anonymous", "guest", "webmaster", "redacción", "redazione", "home", "more", "share",
    "view all posts", "follow", "no author", "archiv anzeigen", "afficher mon profil complet",
    "about", "author archives", "null", "undefined", "none", "facebook",
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

  private static func startsWithCapital(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else {
      return false
    }
    // Scripts without capitals count as capital.
    return !first.properties.isLowercase
  }

  /// Whether a name looks like that of an account, or of the site itself.
  static func isDoubtful(_ name: String, site: String) -> Bool {
    let form = name.looseForm
    if !site.isEmpty, form == site || site.hasPrefix(form) && form.utf8.count > 5 { return true }
    if !name.contains(" "), name.unicodeScalars.first?.properties.isLowercase == true {
      return true
    }
    return !name.contains(" ") && name.contains(".")
  }

  /// Whether a text ends in an abbreviated name: "Joe S.", "Perry Bacon Jr."
  private static func endsInInitial(_ text: String) -> Bool {
    guard text.hasSuffix("."), let last = text.split(separator: " ").last, text.contains(" ") else {
      return false
    }
    return last.count <= 3 && last.unicodeScalars.first?.properties.isUppercase == true
  }

  /// A plausible name, or nil.
  static func name(_ text: String) -> String? {
    var name = withoutPrefix(text.collapsedSpaces)
    if let paren = name.firstIndex(where: { $0 == "(" || $0 == "[" || $0 == "<" }) {
      name = String(name[..<paren])
    }
    let keepsStop = endsInInitial(name)
    name = name.trimmed {
      " ,:.-–*\"|/→»«;".contains($0)
    }
    if keepsStop { name += "." }
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
    if words.count > 1, !words.contains(where: { startsWithCapital($0) }) { return nil }
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
