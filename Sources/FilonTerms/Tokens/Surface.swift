import FilonCore

/// A piece of text on its way to becoming a token.
struct Surface {
  /// What the tokeniser knows of a piece.
  enum Kind: UInt8 {
    case word, number, punctuation, symbol, address
  }

  /// How a piece belongs to a multiword token whose surface was cut.
  enum Part: UInt8 {
    case whole, first, further
  }

  var start: Int
  var end: Int
  var kind: Kind
  var part: Part = .whole
  /// White space precedes.
  var afterSpace = false
  /// How many line ends are in the white space before, at most 255.
  var newlines: UInt8 = 0
  /// First piece of a sentence.
  var startsSentence = false
  /// The piece keeps the full stop of an abbreviation: a raw value of `TokenRules.Abbreviation`, or
  /// ``initials`` for single letters ("U.S.", "J."); 0 otherwise.
  var abbreviation: UInt8 = 0

  static let initials: UInt8 = 9
}

extension Surface.Kind {
  /// The kind that the tokeniser would give a piece of text.
  init(of text: AnalyzedText, _ start: Int, _ end: Int) {
    var hasDigit = false
    var first: ScalarClass = .symbol
    var index = start
    while index < end {
      let (scalarClass, length) = ScalarClass.at(index, text.bytes)
      if index == start { first = scalarClass }
      if scalarClass == .letter {
        self = .word
        return
      }
      if scalarClass == .digit { hasDigit = true }
      index += length
    }
    self = hasDigit ? .number : first == .symbol ? .symbol : .punctuation
  }
}
