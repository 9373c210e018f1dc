/// The text of one language as numbers of words of a ``Lexicon``.
struct TrainingText {
  /// The language.
  let code: String
  /// The words of all sentences, one after the other.
  private(set) var words: [UInt32] = []
  /// Whether each word looks like part of a name: capitalised inside a sentence.
  private(set) var isName: [Bool] = []
  /// Where each sentence starts in ``words``, and the end.
  private(set) var sentenceStarts: [Int] = [0]
  /// The word list with its counts.
  private(set) var listed: [(word: UInt32, count: Int)] = []
  /// The scripts the language is written in, one bit each.
  private(set) var scripts: UInt16 = 0

  /// Number of sentences.
  var sentenceCount: Int { sentenceStarts.count - 1 }
  /// The words of a sentence, as a range of ``words``.
  func sentence(_ index: Int) -> Range<Int> { sentenceStarts[index]..<sentenceStarts[index + 1] }

  /// Longest sentence, in words; longer lines are cut.
  private static let longestSentence = 60
  /// Share of the words from which on a script counts as the language's.
  private static let scriptShare = 0.25

  /// Reads corpora of one language; new words go into `lexicon`.
  init(code: String, _ corpora: [LanguageCorpus], _ lexicon: inout Lexicon) {
    self.code = code
    var scanner = WordScanner()
    var sink = WordCollector()
    for corpus in corpora {
      let span = corpus.text.span
      var start = 0
      for index in 0...span.count where index == span.count || span[index] == 0x0A {
        if index > start {
          sink.removeAll()
          scanner.scan(span, start..<index, into: &sink)
          append(sink, span, &lexicon)
        }
        start = index + 1
      }
      for (text, count) in corpus.words {
        let bytes = Array(text.utf8)
        sink.removeAll()
        scanner.scan(bytes.span, 0..<bytes.count, into: &sink)
        guard sink.words.count == 1 else { continue }
        listed.append((UInt32(lexicon.number(sink.words[0])), count))
      }
    }
    keepOwnScripts(lexicon)
  }

  private mutating func append(
    _ sink: WordCollector, _ bytes: Span<UInt8>, _ lexicon: inout Lexicon
  ) {
    for (index, word) in sink.words.enumerated() {
      if words.count - (sentenceStarts.last ?? 0) == Self.longestSentence {
        sentenceStarts.append(words.count)
      }
      words.append(UInt32(lexicon.number(word)))
      let first = bytes[sink.starts[index]]
      isName.append(index > 0 && first >= 0x41 && first <= 0x5A && word.count > 1)
    }
    if words.count > (sentenceStarts.last ?? 0) { sentenceStarts.append(words.count) }
  }

  /// Finds the language's scripts and drops the words in others.
  private mutating func keepOwnScripts(_ lexicon: Lexicon) {
    var counts = [Int](repeating: 0, count: Script.count)
    for word in words { counts[Int(lexicon.script(Int(word)).rawValue)] += 1 }
    if words.isEmpty {
      for word in listed { counts[Int(lexicon.script(Int(word.word)).rawValue)] += 1 }
    }
    let total = max(1, counts.reduce(0, +))
    for (script, count) in counts.enumerated()
    where Double(count) > Self.scriptShare * Double(total) { scripts |= 1 << script }
    let own = { [scripts] (word: UInt32) in
      scripts >> UInt16(lexicon.script(Int(word)).rawValue) & 1 == 1
    }
    let (oldWords, oldNames, oldStarts) = (words, isName, sentenceStarts)
    words = []
    isName = []
    sentenceStarts = [0]
    for sentence in 0..<(oldStarts.count - 1) {
      for index in oldStarts[sentence]..<oldStarts[sentence + 1] where own(oldWords[index]) {
        words.append(oldWords[index])
        isName.append(oldNames[index])
      }
      if words.count > (sentenceStarts.last ?? 0) { sentenceStarts.append(words.count) }
    }
    listed = listed.filter { own($0.word) }
  }
}
