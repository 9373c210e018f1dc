import FilonCore

/// A sentence as the tagger will see it: multiword tokens that cannot be cut are one unit.
struct TrainingSentence {
  struct Unit {
    var form: String
    var tag: UniversalPOS
    var lemma: String
    var spaceAfter: Bool
  }

  var units: [Unit] = []
  let startsParagraph: Bool

  /// Whether a splitter would see no end here.
  var isOpen: Bool {
    guard let last = units.last else { return false }
    return last.tag != .punct || last.form == "," || last.form == "-"
  }

  init(_ sentence: Treebank.Sentence) {
    startsParagraph = sentence.startsParagraph
    var index = 0
    let words = sentence.words
    while index < words.count {
      let word = words[index]
      guard let tag = UniversalPOS(word.pos) else {
        units = []
        return
      }
      var last = index
      while word.multiword >= 0, last + 1 < words.count, words[last + 1].multiword == word.multiword
      {
        last += 1
      }
      let surface = word.multiword >= 0 ? sentence.multiwords[word.multiword] : word.form
      if last > index, words[index...last].map(\.form).joined() != surface {
        units.append(
          Unit(form: surface, tag: tag, lemma: word.lemma, spaceAfter: words[last].spaceAfter))
        index = last + 1
      } else {
        units.append(
          Unit(form: word.form, tag: tag, lemma: word.lemma, spaceAfter: word.spaceAfter))
        index += 1
      }
    }
  }
}
