import FilonCore
import FilonTerms
import Testing

@Suite struct AnalyzerPropertyTests {
  private static let texts = [
    "", " ", "\n\n\n", "a", "'", "’", "-", "...", "\u{0}", "\u{301}", "e\u{301}\u{301}", "👨‍👩‍👧‍👦",
    "🇫🇷🇫🇷🇫", "«»", "« »", "M.", "1", "1 000", "1 0000", "a@", "@", "http://", "www.", "l'", "qu'",
    "n't", "'s", "s'", "-t-il", "x-", "x--y", "d'd'd'd'", "U.S.", "J.-C", "(s)", "mot(s", "[...",
    "\u{FEFF}Bonjour\u{200B}le\u{00A0}monde", "漢字かな交じり文。次の文。", "مرحبا بالعالم؟ نعم.",
    "ligne un\nligne deux.\nLigne trois", "ﬁn de l’œuvre", "ÉTÉ À L'ÎLE", "a\tb\r\nc", "±½²°",
    "Il dit : « C'est \"vrai\". » Puis (2 %) – oui ; 3,5 M€ !!! ?…",
  ]

  @Test(arguments: texts, AnalysisLanguage.allCases)
  func rangesAreSound(text: String, language: AnalysisLanguage) {
    let analysis = Analysis(text, language, parse: true)
    check(analysis)
  }

  @Test(arguments: AnalysisLanguage.allCases)
  func randomTextIsSound(language: AnalysisLanguage) {
    let alphabet = Array(
      "aéÀz'’-–.,;:!?()[]«»\"“”0123456789 \u{00A0}\u{202F}\n\t@#%€$/&_*+=<>…œ\u{301}👍🏽\u{200D}"
        .unicodeScalars)
    var state: UInt64 = 42
    for _ in 0..<300 {
      var text = String.UnicodeScalarView()
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      check(Analysis(String(text), language))
    }
  }

  /// Tokens slice, are sorted, cover every byte that is not white space, and lie in sentences.
  private func check(_ analysis: Analysis) {
    let bytes = Array(analysis.text.utf8)
    var covered = [Bool](repeating: false, count: bytes.count)
    var sentence = 0
    var last = TextRange(0, 0)
    for token in analysis.tokens {
      #expect(token.range.start < token.range.end && Int(token.range.end) <= bytes.count)
      #expect(
        String(analysis.text.slice(token.range)).utf8.elementsEqual(bytes[token.range.bytes]))
      #expect(token.range.start >= last.end || token.flags.contains(.sharesRange))
      for index in token.range.bytes { covered[index] = true }
      while sentence < analysis.sentences.count,
        !analysis.sentences[sentence].range.contains(token.range)
      { sentence += 1 }
      #expect(sentence < analysis.sentences.count)
      #expect(!token.lemma.isEmpty)
      last = token.range
    }
    var index = 0
    for scalar in analysis.text.unicodeScalars {
      let length = String(scalar).utf8.count
      let isSpace =
        scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
        || (scalar.value >= 0x1C && scalar.value <= 0x1F)
      if !isSpace { #expect(covered[index], "uncovered \(scalar.value)") }
      index += length
    }
    for (first, second) in zip(analysis.sentences, analysis.sentences.dropFirst()) {
      #expect(first.range.end <= second.range.start)
    }
  }

  @Test func headsStayInTheSentence() {
    let analysis = Analysis(
      "Le vent souffle. Le maire, élu hier, a dit que la ville, qui dort, paiera.", .french,
      parse: true)
    for sentence in analysis.sentences {
      let indices = analysis.tokens.indices.filter {
        sentence.range.contains(analysis.tokens[$0].range)
      }
      #expect(indices.filter { analysis.tokens[$0].head == Int32($0) }.count == 1)
      for index in indices {
        #expect(indices.contains(Int(analysis.tokens[index].head)))
        var steps = 0
        var word = index
        while analysis.tokens[word].head != Int32(word), steps <= indices.count {
          word = Int(analysis.tokens[word].head)
          steps += 1
        }
        #expect(steps <= indices.count, "cycle")
      }
    }
  }

  @Test func reuseChangesNothing() {
    var analyzer = TextAnalyzer()
    let texts = ["Le chat dort.", "The cat's asleep.", "Il vient du port, dit-il."]
    let first = texts.map { analyzer.analyze($0, language: .french, parse: true).tokens }
    let second = texts.map { analyzer.analyze($0, language: .french, parse: true).tokens }
    #expect(first == second)
  }

  @Test(arguments: [
    "a", "a'", "a-", "1 ", ".", "«", "A.", "x@", "http://", "é\u{301}", "l'a-t-il ",
  ])
  func hostileLineIsRead(unit: String) {
    let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
    var analyzer = TextAnalyzer()
    let result = analyzer.analyze(text, language: .french)
    #expect(!result.tokens.isEmpty)
  }
}
