/// What the page's linked data (JSON-LD, schema.org) say about its article.
struct LinkedData {
  /// The object that describes the article, if any.
  private(set) var article: JSONValue?
  /// The script that holds ``article``, as a range of the page in UTF-8.
  private(set) var articleSource: Range<Int>?
  /// The object that describes the page, if any.
  private(set) var webPage: JSONValue?
  private var byIdentifier: [(id: String, value: JSONValue)] = []
  /// All types met, in the order of the page.
  private(set) var types: [String] = []

  /// The first date of publication or upload of any object.
  private(set) var anyDate: String?

  /// Reads the scripts of a page.
  init(_ page: [UInt8], _ scripts: [Range<Int>]) {
    var best = -1
    for range in scripts where range.count > 1 {
      var reader = TolerantJSONReader(page[range])
      let before = best
      for value in reader.readAll() { visit(value, depth: 0, best: &best) }
      if best > before { articleSource = range }
    }
  }

  private mutating func visit(_ value: JSONValue, depth: Int, best: inout Int) {
    guard depth < 6 else { return }
    switch value {
    case .array(let elements):
      for element in elements.prefix(200) { visit(element, depth: depth + 1, best: &best) }
    case .object:
      if let id = value["@id"]?.text, byIdentifier.count < 200 { byIdentifier.append((id, value)) }
      let names = value["@type"]?.elements.compactMap(\.text) ?? []
      types.append(contentsOf: names)
      if anyDate == nil {
        anyDate =
          value["datePublished"]?.text ?? value["uploadDate"]?.text ?? value["dateCreated"]?.text
      }
      let score = Self.articleScore(value, names)
      if score > best {
        best = score
        article = value
      }
      if webPage == nil, names.contains(where: { $0.hasSuffix("Page") }) { webPage = value }
      for key in ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement"] {
        guard let inner = value[key] else { continue }
        if key == "itemListElement" || key == "hasPart" { continue }
        visit(inner, depth: depth + 1, best: &best)
      }
    default: return
    }
  }

  /// How well an object describes an article; negative when it does not.
  private static func articleScore(_ value: JSONValue, _ types: [String]) -> Int {
    guard types.contains(where: { isArticleType($0) }) else { return -1 }
    var score = 1
    if value["headline"]?.text != nil { score += 2 }
    if value["datePublished"]?.text != nil { score += 2 }
    if value["author"] != nil { score += 1 }
    if value["articleBody"]?.text != nil { score += 2 }
    return score
  }

  static func isArticleType(_ type: String) -> Bool {
    type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report" || type == "Review"
      || type == "Recipe" || type == "CreativeWork" || type == "OpinionNewsArticle"
  }

  /// The first text of a member of the article: a string, or the name or address of an object.
  func text(_ key: String, of object: JSONValue? = nil) -> String? {
    guard let value = (object ?? article)?[key] else { return nil }
    for element in value.elements {
      if let text = element.text { return text }
      if let text = element["name"]?.text ?? element["url"]?.text ?? element["@value"]?.text {
        return text
      }
      if let id = element["@id"]?.text, let named = byIdentifier.first(where: { $0.id == id }) {
        if let text = named.value["name"]?.text ?? named.value["url"]?.text { return text }
      }
    }
    return nil
  }

  /// The names of a member that is a list: strings, or objects with a name.
  func names(_ key: String) -> [String] {
    guard let value = article?[key] else { return [] }
    var names: [String] = []
    for element in value.elements.prefix(20) {
      if let text = element.text {
        names.append(text)
      } else if let name = element["name"] {
        names.append(contentsOf: name.elements.compactMap(\.text))
      } else if let id = element["@id"]?.text,
        let name = byIdentifier.first(where: { $0.id == id })?.value["name"]?.text
      {
        names.append(name)
      }
    }
    return names
  }

  /// The text of the article, when the page gives it.
  var articleBody: String? { article?["articleBody"]?.text ?? article?["reviewBody"]?.text }

  /// Whether the article is declared free to read; nil when nothing is said.
  var isAccessibleForFree: Bool? {
    guard let value = article?["isAccessibleForFree"] ?? webPage?["isAccessibleForFree"] else {
      return nil
    }
    switch value {
    case .bool(let free): return free
    case .string(let text), .number(let text):
      switch text.lowercased() {
      case "true", "1", "yes", "http://schema.org/true", "https://schema.org/true": return true
      case "false", "0", "no", "http://schema.org/false", "https://schema.org/false": return false
      default: return nil
      }
    default: return nil
    }
  }
}
