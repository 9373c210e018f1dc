import CFilonClaimsData
import FilonCore

/// Cues that are not verbs: prepositions, adverbs, impersonal phrases, nouns.
struct CuePhraseTable: Sendable {
  /// How source and content stand to the cue.
  enum Position: String, Sendable {
    case preposition, viewpoint, signature, hearsay, impersonal, noun, noComment, title
  }

  /// A phrase.
  struct Phrase: Sendable {
    var concept: String
    var position: Position
    /// The dictionary form of the phrase.
    var lemma: String
    var words: [FormHash]
  }

  /// The embedded tables, French and English.
  static let standard: [CuePhraseTable] = {
    let table = TabSeparatedTable(
      EmbeddedBytes(filon_claims_cue_phrases_bytes(), count: filon_claims_cue_phrases_size()).text)
    return [CuePhraseTable(table, column: 2), CuePhraseTable(table, column: 3)]
  }()

  private let table: FormTable
  private let phrases: [[Phrase]]

  private init(_ source: TabSeparatedTable, column: Int) {
    var slots: [FormHash: Int] = [:]
    var order: [(FormHash, UInt32)] = []
    var phrases: [[Phrase]] = []
    for row in source.rows where row.count > column {
      guard let position = Position(rawValue: row[1]) else { continue }
      for lemma in row[column].split(separator: ",").map(String.init) {
        let words = Self.words(lemma).map { FormHash($0) }
        guard let first = words.first else { continue }
        let phrase = Phrase(concept: row[0], position: position, lemma: lemma, words: words)
        if let slot = slots[first] {
          phrases[slot].append(phrase)
        } else {
          slots[first] = phrases.count
          order.append((first, UInt32(phrases.count)))
          phrases.append([phrase])
        }
      }
    }
    table = FormTable(order)
    // Longest first, so that a match is the longest one.
    self.phrases = phrases.map { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// Cuts a phrase as the tokeniser does: at spaces, after an elided word, before an inverted
  /// pronoun.
  static func words(_ phrase: String) -> [String] {
    phrase.split(separator: " ").flatMap { part -> [String] in
      let word = String(part)
      if let mark = word.firstIndex(of: "'"), mark != word.startIndex,
        word.index(after: mark) != word.endIndex
      {
        return [String(word[...mark]), String(word[word.index(after: mark)...])]
      }
      for pronoun in ["-t-il", "-t-on", "-il", "-on"] where word.hasSuffix(pronoun) {
        return [String(word.dropLast(pronoun.count)), pronoun]
      }
      return [word]
    }
  }

  /// The longest phrase that starts with the word at `index`, if any.
  func phrase(at index: Int, in forms: [FormHash]) -> Phrase? {
    guard let slot = table[forms[index]] else { return nil }
    return phrases[Int(slot)].first { phrase in
      index + phrase.words.count <= forms.count
        && zip(phrase.words, forms[index...]).allSatisfy { $0 == $1 }
    }
  }
}
