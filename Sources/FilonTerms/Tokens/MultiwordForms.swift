public import FilonCore

/// The word forms of multiword tokens whose surface cannot be cut: "du" is "de" and "le".
public struct MultiwordForms: Sendable {
  private let rules = AnalysisLanguage.allCases.map { TokenRules.of($0) }

  /// The forms known to the rules of all languages.
  public init() {}

  /// The form of the token at `index`: its text, unless it shares the range of a multiword token
  /// with its neighbours; then the form of the word, in the letter case of the text.
  public func form(_ index: Int, of tokens: [Token], in text: String) -> String {
    let token = tokens[index]
    var first = index
    while first > 0, tokens[first].flags.contains(.sharesRange) { first -= 1 }
    let surface = String(text.slice(token.range))
    let isShared =
      first < index
      || index + 1 < tokens.count && tokens[index + 1].flags.contains(.sharesRange)
    guard isShared else { return surface }
    var lower = Array(surface.utf8)
    LowerCase.fold(&lower)
    let hash = WordHash.of(lower, 0, lower.count)
    for rules in rules {
      guard let number = rules.contractions.value(hash) else { continue }
      let parts = rules.contractionParts[Int(number)]
      guard index - first < parts.count else { break }
      let form = parts[index - first].form
      if token.flags.contains(.uppercase) { return form.uppercased() }
      if token.flags.contains(.capitalized), index == first {
        return form.prefix(1).uppercased() + form.dropFirst()
      }
      return form
    }
    return surface
  }
}
