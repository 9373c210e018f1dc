import FilonCore
import FilonTerms
import Testing

@Suite struct TaggingTests {
  @Test(arguments: [
    ("Les ministres ont annoncé des mesures.", "annoncé", "annoncer", UniversalPOS.verb),
    ("Les ministres ont annoncé des mesures.", "ministres", "ministre", .noun),
    ("Les ministres ont annoncé des mesures.", "ont", "avoir", .aux),
    ("Elle parlait de nouvelles règles européennes.", "européennes", "européen", .adj),
    ("Les journaux parlent de Paris.", "journaux", "journal", .noun),
    ("Les journaux parlent de Paris.", "Paris", "Paris", .propn),
    ("Ils viendront demain, selon lui.", "viendront", "venir", .verb),
    ("Il aurait vendu 300 voitures.", "300", "300", .num),
    ("Le prix d’un village du nord.", "d’", "de", .adp),
  ])
  func french(text: String, form: String, lemma: String, pos: UniversalPOS) throws {
    let token = try #require(Analysis(text, .french).token(form))
    #expect((token.lemma, token.pos) == (lemma, pos))
  }

  @Test(arguments: [
    ("The ministers have announced new measures.", "announced", "announce", UniversalPOS.verb),
    ("The ministers have announced new measures.", "measures", "measure", .noun),
    ("The ministers have announced new measures.", "have", "have", .aux),
    ("Companies went to London quickly.", "went", "go", .verb),
    ("Companies went to London quickly.", "London", "London", .propn),
    ("Companies went to London quickly.", "Companies", "company", .noun),
    ("She isn't sure.", "n't", "not", .part),
  ])
  func english(text: String, form: String, lemma: String, pos: UniversalPOS) throws {
    let token = try #require(Analysis(text, .english).token(form))
    #expect((token.lemma, token.pos) == (lemma, pos))
  }

  @Test func partitiveIsOneWord() {
    let analysis = Analysis("Il mange des pommes. Le prix des maisons baisse.", .french)
    #expect(analysis.token("des")?.pos == .det)
    #expect(analysis.forms.suffix(5) == ["de", "les", "maisons", "baisse", "."])
  }

  @Test func parserFindsSubjectAndObject() throws {
    for (text, language) in [
      ("Le ministre annonce une réforme.", AnalysisLanguage.french),
      ("The minister announced a reform.", .english),
    ] {
      let tokens = Analysis(text, language, parse: true).tokens
      try #require(tokens.count == 6)
      #expect(tokens[2].head == 2 && tokens[2].relation == .root)
      #expect(tokens[1].head == 2 && tokens[1].relation == .nsubj)
      #expect(tokens[4].head == 2 && tokens[4].relation == .obj)
      #expect(tokens[0].head == 1 && tokens[0].relation == .det)
    }
  }

  @Test(arguments: [1, 159, 160, 161, 500, 3000])
  func parsesAreTrees(count: Int) {
    let text = (0..<count).map { $0 % 7 == 3 ? "mange" : "pommes" }.joined(separator: " ")
    for language in AnalysisLanguage.allCases {
      let tokens = Analysis(text, language, parse: true).tokens
      #expect(tokens.indices.allSatisfy { tokens[$0].head >= 0 && tokens[$0].head < tokens.count })
      // Every word reaches the root of its sentence, so that there is no cycle.
      var reaches = tokens.indices.map { Int(tokens[$0].head) == $0 }
      for start in tokens.indices {
        var path: [Int] = []
        var word = start
        while !reaches[word], path.count <= tokens.count {
          path.append(word)
          word = Int(tokens[word].head)
        }
        guard reaches[word] else { break }
        for member in path { reaches[member] = true }
      }
      #expect(reaches.allSatisfy { $0 })
    }
  }

  @Test func conlluKeepsTheText() {
    let analysis = Analysis("Il parle du climat. Rien n'est sûr.", .french, parse: true)
    let output = CoNLLUWriter().write(
      text: analysis.text, sentences: analysis.sentences, tokens: analysis.tokens)
    let bank = Treebank(conllu: Array(output.utf8))
    #expect(bank.sentences.count == 2)
    #expect(bank.sentences.first?.words.map(\.form) == ["Il", "parle", "de", "le", "climat", "."])
    #expect(bank.sentences.first?.multiwords == ["du"])
    #expect(bank.sentences.allSatisfy { $0.words.filter { $0.head == -1 }.count == 1 })
  }
}
