import FilonCore

/// Tags the words of a treebank's sentence, given its own division into words.
struct SentenceTagger {
  private var tagger: Tagger
  private var text = AnalyzedText()

  init(model: TaggerModel) { tagger = Tagger(model: model) }

  /// The words of the sentence with the tagger's parts of speech.
  mutating func words(_ sentence: Treebank.Sentence) -> [ParserWord] {
    tagged(sentence).map { ParserWord($0.facts, $0.tag) }
  }

  /// Facts and tags of the words; those of a multiword token that cannot be cut keep the treebank's
  /// tags, as the rules would give them.
  mutating func tagged(
    _ sentence: Treebank.Sentence
  ) -> [(facts: WordFacts, tag: UniversalPOS)] {
    let units = TrainingSentence(sentence).units
    let (facts, tags) = tag(units.map(\.form))
    guard units.count < sentence.words.count else { return zip(facts, tags).map { ($0, $1) } }
    var result: [(facts: WordFacts, tag: UniversalPOS)] = []
    var unit = 0
    var index = 0
    while index < sentence.words.count, unit < units.count {
      let word = sentence.words[index]
      if word.multiword >= 0, units[unit].form != word.form {
        var last = index
        while last + 1 < sentence.words.count,
          sentence.words[last + 1].multiword == word.multiword
        { last += 1 }
        let parts = sentence.words[index...last]
        let partFacts = tag(parts.map(\.form)).facts
        for (part, fact) in zip(parts, partFacts) {
          result.append((fact, UniversalPOS(part.pos) ?? .x))
        }
        index = last + 1
      } else {
        result.append((facts[unit], tags[unit]))
        index += 1
      }
      unit += 1
    }
    return result
  }

  private mutating func tag(_ forms: [String]) -> (facts: [WordFacts], tags: [UniversalPOS]) {
    text.reset(forms.joined(separator: " "))
    var pieces: [Surface] = []
    var start = 0
    for (index, form) in forms.enumerated() {
      let end = start + form.utf8.count
      var piece = Surface(start: start, end: end, kind: .word)
      piece.kind = Surface.Kind(of: text, start, end)
      piece.startsSentence = index == 0
      pieces.append(piece)
      start = end + 1
    }
    tagger.tag(text, pieces, pieces.indices)
    let facts = pieces.indices.map { tagger.fact($0) }
    let tags = facts.indices.map {
      TagClass.tag(tagger.classes[$0], hasLetters: facts[$0].hasLetters)
    }
    return (facts, tags)
  }
}
