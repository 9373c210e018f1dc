public import FilonCore

/// Writes sentences and words as CoNLL-U, the format of Universal Dependencies.
public struct CoNLLUWriter: Sendable {
  private let forms = MultiwordForms()

  /// A writer.
  public init() {}

  /// The CoNLL-U of a text: one block a sentence with its `# text`, multiword tokens as ranges,
  /// `SpaceAfter=No` where no white space follows. Heads stay `_` when no parser has run.
  public func write(text: String, sentences: [Sentence], tokens: [Token]) -> String {
    var output = ""
    var index = 0
    for (number, sentence) in sentences.enumerated() {
      let first = index
      while index < tokens.count, tokens[index].range.start < sentence.range.end { index += 1 }
      guard index > first else { continue }
      output += "# sent_id = \(number + 1)\n# text = "
      output += Self.oneLine(text.slice(sentence.range))
      output += "\n"
      for position in first..<index {
        writeGroup(position, first, index, text, tokens, &output)
        writeWord(position, first, index, text, tokens, &output)
      }
      output += "\n"
    }
    return output
  }

  /// Opens a multiword token when `position` is its first word.
  private func writeGroup(
    _ position: Int, _ first: Int, _ end: Int, _ text: String, _ tokens: [Token],
    _ output: inout String
  ) {
    guard tokens[position].flags.contains(.multiword),
      position == first || !continues(position, tokens)
    else { return }
    var last = position
    while last + 1 < end, continues(last + 1, tokens) { last += 1 }
    guard last > position else { return }
    let range = tokens[position].range.union(tokens[last].range)
    output += "\(position - first + 1)-\(last - first + 1)\t"
    output += Self.oneLine(text.slice(range))
    output += "\t_\t_\t_\t_\t_\t_\t_\t" + spacing(last, tokens) + "\n"
  }

  /// Whether the word belongs to the multiword token of the word before.
  private func continues(_ position: Int, _ tokens: [Token]) -> Bool {
    let (word, before) = (tokens[position], tokens[position - 1])
    guard word.flags.contains(.multiword), before.flags.contains(.multiword) else { return false }
    return word.flags.contains(.sharesRange)
      || word.range.start == before.range.end && !word.flags.contains(.afterSpace)
        && before.range != word.range
  }

  private func writeWord(
    _ position: Int, _ first: Int, _ end: Int, _ text: String, _ tokens: [Token],
    _ output: inout String
  ) {
    let token = tokens[position]
    output += "\(position - first + 1)\t"
    output += Self.oneLine(Substring(forms.form(position, of: tokens, in: text)))
    output += "\t" + (token.lemma.isEmpty ? "_" : Self.oneLine(Substring(token.lemma)))
    output += "\t\(token.pos)\t_\t_\t"
    if token.head < 0 {
      output += "_\t_"
    } else if Int(token.head) == position {
      output += "0\troot"
    } else {
      output += "\(Int(token.head) - first + 1)\t\(token.relation)"
    }
    let grouped =
      token.flags.contains(.multiword) && position + 1 < end
      && continues(position + 1, tokens)
    output += "\t_\t" + (grouped ? "_" : spacing(position, tokens)) + "\n"
  }

  private func spacing(_ position: Int, _ tokens: [Token]) -> String {
    guard position + 1 < tokens.count else { return "_" }
    return tokens[position + 1].flags.contains(.afterSpace) ? "_" : "SpaceAfter=No"
  }

  /// Line ends and tabs inside a token or a sentence become spaces.
  private static func oneLine(_ text: Substring) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      output.append(scalar == "\n" || scalar == "\t" || scalar == "\r" ? " " : scalar)
    }
    return String(output)
  }
}
