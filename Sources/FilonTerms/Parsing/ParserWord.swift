import FilonCore

/// What the parser looks at in a word.
struct ParserWord {
  /// Hash of the lower-case form.
  var form: UInt64
  var suffix3: UInt64
  var suffix2: UInt64
  var prefix3: UInt64
  var ambiguityClass: UInt64
  var cluster: UInt64
  var shape: UInt64
  /// The part of speech, from 1.
  var tag: UInt8

  init(_ facts: WordFacts, _ tag: UniversalPOS) {
    form = facts.form
    (suffix3, suffix2, prefix3) = (facts.suffix3, facts.suffix2, facts.prefix3)
    ambiguityClass = facts.lowerClass
    cluster = facts.cluster
    shape = facts.shape & 0x7FF
    self.tag = tag.rawValue + 1
  }

  /// The artificial root, behind the last word.
  static let root = ParserWord()

  private init() {
    form = WordHash.finish(30)
    (suffix3, suffix2, prefix3, ambiguityClass, cluster, shape) = (0, 0, 0, 0, 0, 0)
    tag = 18
  }
}
