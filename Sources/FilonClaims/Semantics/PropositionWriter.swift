import FilonCore

/// Rewrites claims as sentences that stand alone, by steps that never guess.
struct PropositionWriter {
  let text: ClaimText

  /// The proposition of a claim; nil when its content has no words.
  func proposition(of claim: Claim) -> Claim.Proposition? {
    let words = claim.spans.map { text.words(in: $0) }.filter { !$0.isEmpty }
    guard let first = words.first?.first else { return nil }
    var content = words
    if text.classes[first].contains(.complementizer), text.pos[first] != .verb {
      content[0] = (first + 1)..<content[0].upperBound
    }
    let body: String
    if isClause(content, claim) {
      body = plain(content, naming: claim.source)
    } else {
      let who = claim.source?.name ?? (claim.source?.spans ?? []).map(slice).joined(separator: " ")
      let cue = (claim.cue?.spans ?? []).map(slice).joined(separator: " ")
      body = [who, cue, plain(words, naming: nil)].filter { !$0.isEmpty }.joined(separator: " ")
    }
    guard !body.isEmpty else { return nil }
    var proposition = Claim.Proposition(text: sentence(body))
    addParts(of: content, to: &proposition)
    return proposition
  }

  /// Whether a content can stand alone: it is said word for word, or has a verb that is no
  /// infinitive to begin with, and its cue does not deny it.
  private func isClause(_ content: [Range<Int>], _ claim: Claim) -> Bool {
    if claim.kind == .statement { return true }
    if claim.cue?.category == "deny" || claim.cue?.polarity == .negative { return false }
    guard let range = content.first, let first = range.first else { return false }
    if text.classes[first].contains(.infinitiveMark), range.count > 1,
      text.pos[first + 1] == .verb || text.pos[first + 1] == .aux
    {
      return false
    }
    if text.classes[first].contains(.interrogative), claim.kind == .indirect { return false }
    let clause = Clause(text: text, units: range.map { Unit(words: $0..<($0 + 1), quotation: -1) })
    return claim.kind == .direct && range.count > 3 || clause.hasFiniteVerb(0..<clause.count)
  }

  private func slice(_ range: TextRange) -> String {
    String(decoding: text.bytes[range.bytes], as: UTF8.self)
  }

  /// The words without quotation marks, with one space for any white space; the first subject
  /// pronoun of the speaker is followed by the name.
  private func plain(_ ranges: [Range<Int>], naming source: Claim.Source?) -> String {
    var plain = ""
    var isNamed = source?.name == nil
    var last: Int?
    for range in ranges {
      for word in range where text.punctuation[word] != .quote {
        let span = text.range[word]
        if let last, Int(text.range[last].end) < Int(span.start) { plain += " " }
        plain += slice(span)
        if !isNamed, let name = source?.name, text.classes[word].contains(.firstPerson),
          text.classes[word].contains(.subject)
        {
          plain += " [\(name)]"
          isNamed = true
        }
        last = word
      }
    }
    return plain
  }

  /// With a capital and a final mark.
  private func sentence(_ body: String) -> String {
    var sentence = body.prefix(1).uppercased() + body.dropFirst()
    if let last = sentence.unicodeScalars.last, ![".", "!", "?", "…"].contains(last) {
      sentence += "."
    }
    return sentence
  }

  // MARK: Subject, predicate, object

  private func addParts(of content: [Range<Int>], to proposition: inout Claim.Proposition) {
    guard text.isParsed, let verb = mainVerb(content) else { return }
    func inside(_ word: Int) -> Bool { content.contains { $0.contains(word) } }
    var predicate = verb..<(verb + 1)
    let words = content.flatMap { Array($0) }.prefix(200)
    for word in words where Int(text.head[word]) == verb && word != verb {
      switch text.relation[word] {
      case .nsubj, .nsubjPass, .csubj, .csubjPass:
        proposition.subject = proposition.subject ?? subtree(of: word, words)
      case .aux where word < verb, .auxPass where word < verb:
        predicate = min(word, predicate.lowerBound)..<(verb + 1)
      case .obj, .ccomp, .xcomp: proposition.object = proposition.object ?? subtree(of: word, words)
      default: break
      }
    }
    if proposition.object == nil {
      let oblique = words.first { Int(text.head[$0]) == verb && text.relation[$0] == .obl }
      proposition.object = oblique.flatMap { subtree(of: $0, words) }
    }
    proposition.predicate = text.bytes(of: predicate)
  }

  /// The verb of the content whose head is outside of it.
  private func mainVerb(_ content: [Range<Int>]) -> Int? {
    for range in content {
      for word in range where text.pos[word] == .verb || text.pos[word] == .aux {
        let head = Int(text.head[word])
        if head == word || head >= 0 && !content.contains(where: { $0.contains(head) }) {
          return word
        }
      }
    }
    return nil
  }

  /// The words that hang from a word, as one range without marks at its edges.
  private func subtree(of top: Int, _ words: ArraySlice<Int>) -> TextRange? {
    var (low, high) = (top, top)
    for word in words where hangs(word, from: top) {
      low = min(low, word)
      high = max(high, word)
    }
    while low < high, text.punctuation[low] != .none { low += 1 }
    while high > low, text.punctuation[high] != .none { high -= 1 }
    return text.bytes(of: low..<(high + 1))
  }

  private func hangs(_ word: Int, from top: Int) -> Bool {
    var node = word
    for _ in 0..<24 {
      if node == top { return true }
      let head = Int(text.head[node])
      guard head >= 0, head != node else { return false }
      node = head
    }
    return false
  }
}
