/// The short forms of companies' registered names: "Apple" for "Apple Inc.".
enum CompanyName {
  private static let legalForms: Set<String> = [
    "inc", "inc.", "corp", "corp.", "corporation", "ltd", "ltd.", "limited", "plc", "n.v.", "s.a.",
    "company", "co.", "holdings", "holding", "group", "incorporated", "llc", "l.p.", "ag", "se",
    "adr", "technologies", "systems", "&",
  ]

  /// The name without its legal forms, one after the other, shortest last.
  static func shortForms(_ name: String) -> [String] {
    var words = name.split(separator: " ").filter { !$0.hasPrefix("(") }
    var result: [String] = []
    while words.count > 1, let last = words.last, legalForms.contains(last.lowercased()) {
      words.removeLast()
      if let end = words.last, end.hasSuffix(",") { words[words.count - 1] = end.dropLast() }
      let short = words.joined(separator: " ")
      if short.utf8.count > 3 { result.append(short) }
    }
    return result
  }
}
