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
}
