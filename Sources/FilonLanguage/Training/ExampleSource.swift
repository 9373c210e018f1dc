/// Makes training examples: words, pairs, short windows and sentences, with what goes wrong in the
/// wild mixed in: accents lost, names and terms of other languages.
struct ExampleSource {
  /// Which sentences are drawn.
  enum Part { case training, heldOut }

  /// One sentence in this many, and one word of the vocabulary, is held out for the calibration.
  private static let heldOutShare: UInt64 = 25

  private let texts: [TrainingText]
  private let vocabularies: [Vocabulary]
  private let withoutAccents: [UInt32]
  private let lexicon: Lexicon
  private let english: Int?
  private let french: Int?
  private var trainingSentences: [[Int]] = []
  private var heldOutSentences: [[Int]] = []
  /// Where runs of names start in each text.
  private var names: [[Int]] = []

  /// Prepares the sentences of `texts`.
  init(
    _ texts: [TrainingText], _ vocabularies: [Vocabulary], _ lexicon: Lexicon,
    withoutAccents: [UInt32]
  ) {
    self.texts = texts
    self.vocabularies = vocabularies
    self.lexicon = lexicon
    self.withoutAccents = withoutAccents
    english = texts.firstIndex { $0.code == "en" }
    french = texts.firstIndex { $0.code == "fr" }
    for text in texts {
      let indices = Array(0..<text.sentenceCount)
      trainingSentences.append(indices.filter { !Self.isHeldOut(sentence: $0) })
      heldOutSentences.append(indices.filter { Self.isHeldOut(sentence: $0) })
      names.append(
        text.words.indices.filter { text.isName[$0] && ($0 == 0 || !text.isName[$0 - 1]) })
    }
  }

  private static func isHeldOut(sentence: Int) -> Bool {
    WordFeatures.hash(UInt64(sentence) &+ 77) % heldOutShare == 0
  }

  /// Whether examples can be drawn for a language.
  func isUsable(_ language: Int) -> Bool { !trainingSentences[language].isEmpty }

  /// Puts the words of an example for `language` into `words`.
  func draw(
    _ language: Int, _ part: Part, into words: inout [UInt32], _ random: inout RandomSource
  ) {
    words.removeAll(keepingCapacity: true)
    let kind = random.unit()
    switch kind {
    case ..<0.30: drawWord(language, part, &words, &random)
    case ..<0.36:
      drawWord(language, part, &words, &random)
      drawWord(language, part, &words, &random)
    case ..<0.42: drawWindow(language, part, 2, &words, &random)
    case ..<0.78: drawWindow(language, part, 3 + random.below(7), &words, &random)
    default: drawWindow(language, part, 60, &words, &random)
    }
    if words.count > 3, texts[language].code != LanguageModel.undetermined {
      mixIn(language, &words, &random)
    }
    if random.unit() < 0.2 { words = words.map { withoutAccents[Int($0)] } }
  }

  private func drawWord(
    _ language: Int, _ part: Part, _ words: inout [UInt32], _ random: inout RandomSource
  ) {
    // Held-out words are drawn for training only by way of sentences.
    for _ in 0..<20 {
      guard let word = vocabularies[language].draw(&random) else { return }
      let held = lexicon.hash(Int(word)) % Self.heldOutShare == 0
      if held == (part == .heldOut && random.unit() < 0.3) || part == .heldOut && !held {
        words.append(word)
        return
      }
    }
  }

  private func drawWindow(
    _ language: Int, _ part: Part, _ length: Int, _ words: inout [UInt32],
    _ random: inout RandomSource
  ) {
    let sentences = part == .heldOut ? heldOutSentences[language] : trainingSentences[language]
    guard !sentences.isEmpty else { return }
    let text = texts[language]
    let sentence = text.sentence(sentences[random.below(sentences.count)])
    guard sentence.count > length else {
      words.append(contentsOf: text.words[sentence])
      return
    }
    let start = sentence.lowerBound + random.below(sentence.count - length + 1)
    words.append(contentsOf: text.words[start..<(start + length)])
  }

  /// Adds names from other languages, or puts English terms in the place of words.
  private func mixIn(_ language: Int, _ words: inout [UInt32], _ random: inout RandomSource) {
    let chance = random.unit()
    if chance < 0.3 {
      for _ in 0..<(1 + random.below(max(1, min(3, words.count / 2)))) {
        addName(nameSource(&random), language, &words, &random)
      }
    } else if chance < 0.42, let english, isForeign(english, language) {
      for _ in 0..<max(1, words.count / 6) {
        words.remove(at: random.below(words.count))
        drawWindow(english, .training, 1 + random.below(2), &words, &random)
      }
    }
  }

  /// The language a name is taken from: often French or English, which is what names are in the
  /// news that Filon reads.
  private func nameSource(_ random: inout RandomSource) -> Int? {
    switch random.unit() {
    case ..<0.35: french
    case ..<0.6: english
    default: random.below(texts.count)
    }
  }

  private func isForeign(_ other: Int, _ language: Int) -> Bool {
    other != language && texts[other].scripts & texts[language].scripts != 0
  }

  /// Adds a name of another language: a run of capitalised words, often with what follows ("École
  /// normale", "Conseil d'État").
  private func addName(
    _ other: Int?, _ language: Int, _ words: inout [UInt32], _ random: inout RandomSource
  ) {
    guard let other, isForeign(other, language), !names[other].isEmpty else { return }
    let text = texts[other]
    var index = names[other][random.below(names[other].count)]
    var length = 0
    while index < text.words.count, length < 5 {
      guard length == 0 || text.isName[index] || random.unit() < 0.35 else { return }
      words.append(text.words[index])
      index += 1
      length += 1
    }
  }
}
