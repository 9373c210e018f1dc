import FilonCore

/// Reads examples in two columns, token and BIO tag, blank lines between sentences, and puts the
/// text together again so that the analyser's own tokens can be learnt from.
struct ColumnCorpusReader {
  private let set: TrainingRecipe.Examples
  private var text = ""
  private var length = 0
  private var names: [AnnotatedDocument.Name] = []
  private var previous = ""
  private var insideQuotes = false
  private var isOpen = false

  /// A reader for one set.
  init(_ set: TrainingRecipe.Examples) { self.set = set }

  /// The documents of a file.
  func read(_ contents: [UInt8]) -> [AnnotatedDocument] {
    var result: [AnnotatedDocument] = []
    var document = self
    var sentences = 0
    var startsSentence = true
    for line in contents.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let cells = line.split(separator: 0x09)
      guard cells.count == 2 else {
        if !startsSentence { sentences += 1 }
        startsSentence = true
        document.isOpen = false
        if sentences == set.sentences {
          result.append(document.finished)
          document = self
          sentences = 0
        }
        continue
      }
      document.append(
        String(decoding: cells[0], as: UTF8.self), tag: String(decoding: cells[1], as: UTF8.self),
        startsSentence: startsSentence)
      startsSentence = false
    }
    if document.length > 0 { result.append(document.finished) }
    return result
  }

  private var finished: AnnotatedDocument {
    var marked = Set(Entity.Kind.allCases)
    if set.isPartial { marked = [.person, .organization, .location] }
    return AnnotatedDocument(
      language: set.language, text: text, names: names, marked: marked, weight: set.weight)
  }

  private mutating func append(_ word: String, tag: String, startsSentence: Bool) {
    if startsSentence {
      if length > 0 { add("\n") }
      previous = ""
      insideQuotes = false
    } else if needsSpace(before: word) {
      add(" ")
    }
    if word == "\"" { insideQuotes.toggle() }
    let start = length
    add(word)
    mark(tag, start)
    previous = word
  }

  private mutating func add(_ more: String) {
    text += more
    length += more.utf8.count
  }

  private mutating func mark(_ tag: String, _ start: Int) {
    guard tag.count > 2 else {
      isOpen = false
      return
    }
    let range = TextRange(start, length)
    if tag.hasPrefix("I"), isOpen, let last = names.last {
      names[names.count - 1].range = last.range.union(range)
      return
    }
    isOpen = true
    if let kind = Entity.Kind(rawValue: String(tag.dropFirst(2))), kind != .miscellaneous {
      names.append(AnnotatedDocument.Name(range: range, kinds: [kind]))
    } else {
      // Sets of three or four kinds call products and events miscellaneous.
      names.append(
        AnnotatedDocument.Name(range: range, kinds: [.miscellaneous, .product, .event]))
    }
  }

  private static let closing: Set<String> = [
    ".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "...", "…", "”",
  ]
  private static let opening: Set<String> = ["(", "[", "“", "$", "£", "#"]

  private func needsSpace(before word: String) -> Bool {
    if Self.closing.contains(word) || Self.opening.contains(previous) { return false }
    if word == "\"" { return !insideQuotes }
    if previous == "\"", insideQuotes { return false }
    if set.language == "en" {
      let isClitic =
        word.utf8.count > 1
        && (word.hasPrefix("'") || word.hasPrefix("’") || word == "n't" || word == "n’t")
      // The treebanks cut compounds at their hyphens.
      return !isClitic && word != "-" && previous != "-"
    }
    return !previous.hasSuffix("'") && !previous.hasSuffix("’")
  }
}
