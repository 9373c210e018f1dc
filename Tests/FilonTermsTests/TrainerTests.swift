import FilonCore
import FilonTerms
import Testing

@Suite struct TrainerTests {
  private static let treebank = """
    # text = Le chat dort.
    1\tLe\tle\tDET\t_\t_\t2\tdet\t_\t_
    2\tchat\tchat\tNOUN\t_\t_\t3\tnsubj\t_\t_
    3\tdort\tdormir\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
    4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_

    # text = La pluie du nord tombe.
    1\tLa\tle\tDET\t_\t_\t2\tdet\t_\t_
    2\tpluie\tpluie\tNOUN\t_\t_\t6\tnsubj\t_\t_
    3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_
    3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
    4\tle\tle\tDET\t_\t_\t5\tdet\t_\t_
    5\tnord\tnord\tNOUN\t_\t_\t2\tnmod\t_\t_
    6\ttombe\ttomber\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
    7\t.\t.\tPUNCT\t_\t_\t6\tpunct\t_\t_


    """

  private func trainer() -> TaggerTrainer {
    var trainer = TaggerTrainer(language: .french)
    trainer.minimumCount = 1
    trainer.buckets = 256
    for _ in 0..<5 { trainer.add(Treebank(conllu: Array(Self.treebank.utf8))) }
    return trainer
  }

  @Test func taggerLearnsAndIsReproducible() {
    let bytes = trainer().train()
    #expect(bytes == trainer().train())
    var analyzer = TextAnalyzer(taggers: [.french: EmbeddedBytes(copying: bytes)])
    let result = analyzer.analyze("Le chat tombe.", language: .french)
    #expect(result.tokens.map(\.pos) == [.det, .noun, .verb, .punct])
    #expect(result.tokens.map(\.lemma) == ["le", "chat", "tomber", "."])
  }

  /// A word that no tree has takes the tag of the words of its cluster.
  @Test(arguments: ["Le zorb dort.", "Le chat quime."])
  func clustersTagUnknownWords(text: String) {
    var trainer = trainer()
    trainer.epochs = 20
    trainer.add(clusters: [
      ("chat", 5), ("pluie", 5), ("nord", 5), ("zorb", 5), ("dort", 6), ("tombe", 6), ("quime", 6),
    ])
    trainer.add(logarithms: [("chat", -8), ("Chat", -12), ("zorb", -15), ("rien", -7)])
    let bytes = trainer.train()
    #expect(bytes == trainer.train())
    var analyzer = TextAnalyzer(taggers: [.french: EmbeddedBytes(copying: bytes)])
    let tokens = analyzer.analyze(text, language: .french).tokens
    #expect(tokens.map(\.pos) == [.det, .noun, .verb, .punct])
  }

  @Test func parserLearnsAndIsReproducible() {
    let bank = Treebank(conllu: Array(Self.treebank.utf8))
    func train() -> [UInt8] {
      var parser = ParserTrainer(tagger: trainer())
      parser.epochs = 60
      parser.folds = 2
      parser.batch = 20
      parser.layers = 2
      parser.sizes = (vector: 16, hidden: 16, arc: 16, relation: 16)
      for _ in 0..<5 { parser.add(bank) }
      return parser.train()
    }
    let bytes = train()
    #expect(bytes == train())
    var analyzer = TextAnalyzer(
      taggers: [.french: EmbeddedBytes(copying: trainer().train())],
      parsers: [.french: EmbeddedBytes(copying: bytes)])
    let parsed = analyzer.analyze(bank, language: .french)
    #expect(parsed.map { $0.map(\.head) } == bank.sentences.map { $0.words.map(\.head) })
    #expect(
      parsed.map { $0.map(\.relation.description) }
        == bank.sentences.map { $0.words.map(\.relation) })
  }

  @Test(arguments: [
    "", "\n\n\n", "1\tA", "x\ty\tz\n\n", "1\tA\tA\tNOUN\t_\t_\t9\tdep\t_\t_\n\n",
    "1-9\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\tde\tADP\t_\t_\t0\troot\t_\t_\n\n",
  ])
  func damagedTreebankIsRead(text: String) {
    var trainer = TaggerTrainer(language: .english)
    trainer.buckets = 16
    trainer.add(Treebank(conllu: Array(text.utf8)))
    #expect(!trainer.train().isEmpty)
  }

  @Test(arguments: [[], Array("FILONMDL".utf8), [UInt8](repeating: 255, count: 100)] as [[UInt8]])
  func damagedModelIsIgnored(bytes: [UInt8]) {
    var analyzer = TextAnalyzer(
      taggers: [.french: EmbeddedBytes(copying: bytes)],
      parsers: [.french: EmbeddedBytes(copying: bytes)])
    let tokens = analyzer.analyze("Le chat dort.", language: .french, parse: true).tokens
    #expect(tokens.count == 4)
  }
}
