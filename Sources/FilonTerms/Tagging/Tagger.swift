import FilonCore

/// Tags and lemmatises the surface tokens of a sentence: greedy, left to right.
struct Tagger {
  let model: TaggerModel
  private var facts: [WordFacts] = []
  private(set) var classes: [UInt8] = []

  init(model: TaggerModel) { self.model = model }

  /// The facts of word `index` of the sentence tagged last.
  func fact(_ index: Int) -> WordFacts { facts[index + 2] }

  /// Tags `pieces[range]`, one sentence; the classes are in ``classes``, from 0.
  mutating func tag(_ text: AnalyzedText, _ pieces: [Surface], _ range: Range<Int>) {
    facts.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    facts.append(.before)
    facts.append(.before)
    for index in range { facts.append(WordFacts(text, pieces[index], model.lexicon)) }
    facts.append(.after)
    facts.append(.after)
    guard !model.weights.isEmpty else {
      for index in range { classes.append(fallback(fact(index - range.lowerBound))) }
      return
    }
    let capacity = TaggerFeatures.staticCount + TaggerFeatures.dynamicCount
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: capacity) { features in
      choose(range.count, features)
    }
  }

  /// Chooses the class of each word, with room for its features.
  private mutating func choose(_ words: Int, _ features: UnsafeMutableBufferPointer<UInt64>) {
    var history: (UInt64, UInt64, UInt64) = (31, 31, 31)
    for index in 0..<words {
      if let certain = facts[index + 2].certainClass {
        classes.append(certain)
        history = (UInt64(certain), history.0, history.1)
        continue
      }
      var count = 0
      let add = { (feature: UInt64) in
        features[count] = feature
        count += 1
      }
      TaggerFeatures.forEachStatic(facts, index + 2, add)
      TaggerFeatures.forEachDynamic(facts, index + 2, history, add)
      var scores = SIMD16<Int16>()
      model.weights.add(features, count, to: &scores)
      var best = 0
      for candidate in 1..<WeightTable.classes where scores[candidate] > scores[best] {
        best = candidate
      }
      classes.append(UInt8(best))
      history = (UInt64(best), history.0, history.1)
    }
  }

  private func fallback(_ fact: WordFacts) -> UInt8 {
    fact.hasLetters ? TagClass.of(.noun) : TagClass.of(.punct)
  }

  /// The lemma of a word, given its tag.
  func lemma(_ text: AnalyzedText, _ piece: Surface, _ tag: UniversalPOS, _ fact: WordFacts)
    -> String
  {
    let (start, end) = (piece.start, piece.end)
    for entry in [fact.exactEntry, fact.lowerEntry] where entry >= 0 {
      if let edit = model.lexicon.edit(Int(entry), tag),
        let lemma = model.edits.apply(edit, text, start, end)
      {
        return lemma
      }
    }
    if fact.hasLetters, piece.kind == .word, let edit = model.suffixes.edit(tag, text, start, end),
      let lemma = model.edits.apply(edit, text, start, end)
    {
      return lemma
    }
    let bytes = tag == .propn || piece.kind != .word ? text.bytes : text.lower
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
