import FilonCore

/// Statistics of running text without annotation: the stream of its words, and how often each is
/// capitalised inside a sentence.
struct RunningText {
  /// Numbers of the words in lower case, -1 between sentences.
  private(set) var stream: [Int32] = []
  private(set) var vocabulary: [String] = []
  private var numbers: [String: Int32] = [:]
  private var plain: [Int] = []
  private var capitalized: [Int] = []
  private let tokenizer: Tokenizer
  private let splitter: SentenceSplitter

  init(language: AnalysisLanguage) {
    tokenizer = Tokenizer(language: language)
    splitter = SentenceSplitter(language: language)
  }

  /// Adds a text.
  mutating func add(_ source: String) {
    var text = AnalyzedText()
    text.reset(source)
    var pieces: [Surface] = []
    for range in Paragraphs.ranges(text.bytes, blocks: []) {
      pieces.removeAll(keepingCapacity: true)
      tokenizer.tokenize(text, range, into: &pieces)
      splitter.split(text, &pieces, from: 0)
      for piece in pieces {
        if piece.startsSentence { stream.append(-1) }
        let form =
          piece.kind == .number
          ? "0" : String(decoding: text.lower[piece.start..<piece.end], as: UTF8.self)
        let number = number(form)
        stream.append(number)
        guard !piece.startsSentence, piece.kind == .word else { continue }
        if text.bytes[piece.start..<piece.end] == text.lower[piece.start..<piece.end] {
          plain[Int(number)] += 1
        } else {
          capitalized[Int(number)] += 1
        }
      }
    }
    stream.append(-1)
  }

  private mutating func number(_ form: String) -> Int32 {
    if let known = numbers[form] { return known }
    let number = Int32(vocabulary.count)
    numbers[form] = number
    vocabulary.append(form)
    plain.append(0)
    capitalized.append(0)
    return number
  }

  /// How a word is written inside sentences: 0 too rare to say, 1 plain, 2 mostly plain, 3 mostly
  /// capitalised, 4 capitalised.
  func caseHabit(_ number: Int) -> UInt8 {
    let (plain, capitalized) = (plain[number], capitalized[number])
    guard plain + capitalized >= 3 else { return 0 }
    if capitalized * 20 <= plain { return 1 }
    if capitalized <= plain { return 2 }
    return plain * 20 <= capitalized ? 4 : 3
  }
}
