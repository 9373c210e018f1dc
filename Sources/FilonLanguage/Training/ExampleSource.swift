/// Makes training examples: words, pairs, short windows and sentences, with what goes wrong in the
/// wild mixed in: accents lost, names and terms of other languages.
struct ExampleSource {
  /// Which sentences are drawn.
  enum Part { case training, heldOut }

  /// One sentence in this many, and one word of the vocabulary, is held out for the calibration.
  private static let heldOutShare: UInt64 = 25

  /// Share of the single words of the calibration that were held out.
  private static let unknownShare: Float = 0.3
  /// Probability that text of up to three words gets foreign names or terms; longer text always may.
  private static let shortMixing: Float = 0.1
  /// Probability of names of other languages in an example; English text, which reports on the
  /// French-speaking world in Filon's dumps, gets them more often.
  private static let nameChance: Float = 0.3
  private static let englishNameChance: Float = 0.6
  /// Probability of English terms in an example of another language, and in a French one.
  private static let termChance: Float = 0.12
  private static let frenchTermChance: Float = 0.4
  /// Probability that a window keeps the names it holds.
  private static let nameKeeping: Float = 0.5

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
    if !words.isEmpty, words.count > 3 || random.unit() < Self.shortMixing,
      texts[language].code != LanguageModel.undetermined
    {
      mixIn(language, &words, &random)
    }
    if random.unit() < 0.2 { words = words.map { withoutAccents[Int($0)] } }
  }

  private func drawWord(
    _ language: Int, _ part: Part, _ words: inout [UInt32], _ random: inout RandomSource
  ) {
    // Words that were not trained alone make up part of the calibration, as they do of real text.
    let wantsHeldOut = part == .heldOut && random.unit() < Self.unknownShare
    for _ in 0..<60 {
      guard let word = vocabularies[language].draw(&random) else { return }
      guard (lexicon.hash(Int(word)) % Self.heldOutShare == 0) == wantsHeldOut else { continue }
      words.append(word)
      return
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
    let length = min(length, sentence.count)
    let start = sentence.lowerBound + random.below(sentence.count - length + 1)
    // Names are left out half of the time, so that they count less than the words around them.
    let names = random.unit() < Self.nameKeeping
    for index in start..<(start + length) where names || !text.isName[index] {
      words.append(text.words[index])
    }
  }

  /// Adds names from other languages, or puts English terms in the place of words.
  private func mixIn(_ language: Int, _ words: inout [UInt32], _ random: inout RandomSource) {
    let chance = random.unit()
    let nameChance = language == english ? Self.englishNameChance : Self.nameChance
    if chance < nameChance {
      for _ in 0..<(1 + random.below(language == english ? 4 : 3)) {
        addName(nameSource(language, &random), language, &words, &random)
      }
    } else if chance < nameChance + (language == french ? Self.frenchTermChance : Self.termChance) {
      addTerms(language, &words, &random)
    }
  }

  /// Adds English terms, some in the place of words: up to half as many as there are words.
  private func addTerms(_ language: Int, _ words: inout [UInt32], _ random: inout RandomSource) {
    guard let english, isForeign(english, language) else { return }
    for _ in 0..<(1 + random.below(max(1, words.count / 2))) {
      if words.count > 2, random.unit() < 0.3 { words.remove(at: random.below(words.count)) }
      if random.unit() < 0.6 {
        drawWord(english, .training, &words, &random)
      } else {
        drawWindow(english, .training, 1 + random.below(2), &words, &random)
      }
    }
  }

  /// The language a name is taken from: often French or English, which is what names are in the
  /// news that Filon reads.
  private func nameSource(_ language: Int, _ random: inout RandomSource) -> Int? {
    let share: Float = language == english ? 0.7 : 0.35
    switch random.unit() {
    case ..<share: return french
    case ..<(share + 0.25): return english
    default: return random.below(texts.count)
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
