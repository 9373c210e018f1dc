import FilonCore
import FilonLanguage
import Testing

@Suite("Language models and their training")
struct LanguageModelTests {
  /// A corpus of two tiny languages.
  private static let corpora = [
    LanguageCorpus(
      code: "fr", sentences: ["le chat est sur la table", "la maison de mon père est petite"],
      words: [("maison", 40), ("chat", 12)]),
    LanguageCorpus(
      code: "en",
      text: Array("the cat is on the table\nmy father's house is small\n".utf8),
      wordList: Array("house 40\ncat 12\nbroken line here\nx\n".utf8)),
    LanguageCorpus(
      code: "nn", sentences: ["eg veit ikkje kva det er", "huset til far min er lite"]),
    LanguageCorpus(code: "el", sentences: ["το σπίτι του πατέρα μου είναι μικρό"]),
  ]

  private static func train() -> [UInt8] {
    var options = LanguageTrainer.Options()
    options.examples = 3_000
    options.buckets = 500
    return LanguageTrainer(options: options).train(corpora)
  }

  @Test("The standard model knows the languages it promises, and fits")
  func standard() {
    let languages = LanguageModel.standard.languages
    #expect(languages.count >= 46)
    #expect(languages == languages.sorted())
    for code in ["fr", "en", "ca", "oc", "pt", "af", "nb", "und", "zh", "ar"] {
      #expect(languages.contains(code))
    }
    #expect(!languages.contains("nn"))
  }

  @Test("Training gives a model that works, and the same bytes every time")
  func training() throws {
    let bytes = Self.train()
    #expect(bytes == Self.train())
    let model = try LanguageModel(EmbeddedBytes(copying: bytes))
    #expect(model.languages == ["el", "en", "fr", "nb", "und"])
    let detector = LanguageDetector(model: model, prior: .none)
    #expect(detector.detect("the cat is small").code == "en")
    #expect(detector.detect("la table est petite").code == "fr")
    #expect(detector.detect("eg veit det").code == "nb")
    #expect(detector.detect("σπίτι").code == "el")
    #expect(detector.detect("кошка").code == "und")
  }

  @Test("Training on nothing gives a model that answers und")
  func empty() throws {
    var options = LanguageTrainer.Options()
    options.examples = 10
    options.buckets = 10
    let bytes = LanguageTrainer(options: options).train([])
    let model = try LanguageModel(EmbeddedBytes(copying: bytes))
    #expect(LanguageDetector(model: model).detect("Bonjour à tous").code == "und")
  }

  @Test("Damaged models are refused")
  func damaged() throws {
    let good = Self.train()
    #expect(throws: LanguageModelError.notAModel) {
      _ = try LanguageModel(EmbeddedBytes(copying: []))
    }
    #expect(throws: LanguageModelError.notAModel) {
      _ = try LanguageModel(EmbeddedBytes(copying: [UInt8](repeating: 7, count: 200)))
    }
    #expect(throws: LanguageModelError.truncated) {
      _ = try LanguageModel(EmbeddedBytes(copying: Array(good.dropLast(64))))
    }
    var version = good
    version[8] = 99
    #expect(throws: LanguageModelError.unsupportedVersion(99)) {
      _ = try LanguageModel(EmbeddedBytes(copying: version))
    }
    var flipped = good
    flipped[good.count / 2] ^= 1
    #expect(throws: LanguageModelError.damaged) {
      _ = try LanguageModel(EmbeddedBytes(copying: flipped))
    }
    for offset in 12..<44 {
      var bytes = good
      bytes[offset] = 0xFF
      #expect(throws: LanguageModelError.self) {
        _ = try LanguageModel(EmbeddedBytes(copying: bytes))
      }
    }
  }
}
