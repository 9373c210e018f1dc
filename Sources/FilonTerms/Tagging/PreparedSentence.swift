/// A training sentence with its facts and gold classes.
struct PreparedSentence {
  var facts: [WordFacts] = [.before, .before]
  var gold: [UInt8] = []

  init(_ sentence: TrainingSentence, _ lexicon: LexiconBuilder) {
    let empty = FormLexicon(ModelSection(UnsafeRawBufferPointer(start: nil, count: 0)))
    for (index, unit) in sentence.units.enumerated() {
      var text = AnalyzedText()
      text.reset(unit.form)
      guard text.count > 0 else { continue }
      var piece = Surface(start: 0, end: text.count, kind: Surface.Kind(of: text, 0, text.count))
      piece.startsSentence = index == 0
      var fact = WordFacts(text, piece, empty)
      let lower = String(decoding: text.lower, as: UTF8.self)
      fact.exactClass = UInt64(lexicon.ambiguityClass(unit.form, excluding: unit.tag))
      fact.lowerClass = UInt64(
        lexicon.ambiguityClass(lower, excluding: lower == unit.form ? unit.tag : nil))
      fact.dictionary = UInt64(
        lexicon.dictionaryMask(unit.form) | lexicon.dictionaryMask(lower))
      let distribution = lexicon.distribution(unit.form, lower: lower)
      fact.cluster = UInt64(distribution.cluster)
      fact.caseHabit = UInt64(distribution.caseHabit)
      facts.append(fact)
      gold.append(TagClass.of(unit.tag))
    }
    facts += [.after, .after]
  }
}
