import FilonCore

/// What the parser looks at in a word.
struct ParserWord {
  /// Hash of the lower-case form.
  var form: UInt64
  /// The part of speech.
  var tag: UInt64
  /// The part of speech with the ending of verbs and auxiliaries.
  var fine: UInt64
  /// Hash of the last three letters.
  var suffix: UInt64
  /// Whether the word starts with a capital.
  var capital: UInt64

  init(_ facts: WordFacts, _ tag: UniversalPOS) {
    form = facts.form
    self.tag = UInt64(tag.rawValue) + 1
    fine = tag == .verb || tag == .aux ? facts.suffix2 ^ self.tag : self.tag
    suffix = facts.suffix3
    capital = facts.shape & 7 == 0 ? 0 : 1
  }

  /// The artificial root, behind the last word.
  static let root = ParserWord(marker: 30)
  /// What stands where there is no word.
  static let none = ParserWord(marker: 31)

  private init(marker: UInt64) {
    form = WordHash.finish(marker)
    (tag, fine, suffix, capital) = (marker, marker, marker, 2)
  }
}
