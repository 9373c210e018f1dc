import FilonClaims
import FilonCore
import FilonTerms
import Testing

@Suite("Training")
struct AttributionTrainerTests {
  private func train() throws -> [UInt8] {
    var trainer = AttributionTrainer()
    trainer.slots = 10
    trainer.epochs = 2
    let text = "The mayor said the bridge was safe."
    let input = Sample(text, "en").input
    let range = { (part: String) in try #require(text.utf8Range(of: part)) }
    trainer.add(
      AttributionExample(
        input: input,
        attributions: [
          .init(
            source: [try range("The mayor")], cue: [try range("said")],
            content: [try range("the bridge was safe")])
        ]))
    return trainer.train()
  }

  @Test("the same examples give the same bytes, and the bytes are a model")
  func deterministic() throws {
    let model = try train()
    #expect(try train() == model)
    #expect(ClaimExtractor(model: model) != nil)
  }

  @Test("bytes that are no model are refused", arguments: [0, 8, 64, 500])
  func refused(_ count: Int) {
    #expect(ClaimExtractor(model: [UInt8](repeating: 0x46, count: count)) == nil)
  }

  @Test("the bilingual lexicon learns what goes together")
  func lexicon() {
    var trainer = BilingualLexiconTrainer()
    for _ in 0..<4 {
      trainer.add(french: "le chat dort", english: "the cat sleeps")
      trainer.add(french: "le chien dort", english: "the dog sleeps")
      trainer.add(french: "le chat mange", english: "the cat eats")
    }
    #expect(trainer.train().contains("chat\tcat\t"))
  }

  @Test("the modality model is deterministic and needs annotated claims only")
  func modality() throws {
    func train() throws -> [UInt8] {
      var trainer = ModalityTrainer(extractor: ClaimExtractor())
      trainer.epochs = 2
      let text = "Officials said that two cars burned."
      let content = try #require(text.utf8Range(of: "two cars burned"))
      trainer.add(Sample(text, "en").input, annotated: [([content], .assertion)])
      return trainer.train()
    }
    #expect(try train() == train())
    #expect(ModalityTrainer(extractor: ClaimExtractor()).train().count > 64)
  }

  @Test("check-worthiness learns from features and from words")
  func worth() {
    var trainer = CheckworthinessTrainer()
    trainer.minimumCount = 2
    trainer.wordDecay = 0.1
    trainer.folds = 2
    for debate in ["a", "b"] {
      for _ in 0..<2 {
        let fact = Sample("Unemployment fell by 40 percent.", "en").input
        trainer.add(fact, of: debate, isWorthChecking: true)
        let courtesy = Sample("Thank you and good evening.", "en").input
        trainer.add(courtesy, of: debate, isWorthChecking: false)
      }
    }
    let text = trainer.train()
    #expect(text.hasPrefix("# mean average precision 1.0 by cross-validation over 2 documents"))
    #expect(text.contains("word:unemployment\t"))
    let model = CheckworthinessModel(text)
    #expect(
      model.score(Sample("Unemployment fell by 40 percent.", "en").input)
        > model.score(Sample("Thank you and good evening.", "en").input))
    #expect(trainer.train() == text)
  }
}
