import FilonCore
import FilonEntities
import FilonTerms
import Testing

/// The entities of a text, with the analyser's tokens.
func recognize(
  _ text: String, _ language: String, gazetteers: [UserGazetteer] = []
) -> [Entity] {
  var analyzer = TextAnalyzer()
  let (sentences, tokens) = analyzer.analyze(text, language: AnalysisLanguage(code: language))
  return EntityRecognizer(gazetteers: gazetteers).entities(
    in: text, language: language, sentences: sentences, tokens: tokens, blocks: [])
}

@Suite struct RecognitionTests {
  /// One sentence and the names that it must give.
  struct Case: Sendable {
    var language: String
    var text: String
    var expected: [String]
  }

  static let cases = [
    Case(
      language: "fr",
      text:
        "Le président français Emmanuel Macron s'est rendu à Berlin pour rencontrer Angela Merkel.",
      expected: ["PER Emmanuel Macron", "LOC Berlin", "PER Angela Merkel"]),
    Case(
      language: "fr",
      text: "L'Union européenne a sanctionné la Russie, a annoncé la Commission européenne.",
      expected: ["ORG Union européenne", "LOC Russie", "ORG Commission européenne"]),
    Case(
      language: "en", text: "Barack Obama met Angela Merkel in Berlin on Monday.",
      expected: ["PER Barack Obama", "PER Angela Merkel", "LOC Berlin"]),
    Case(
      language: "en", text: "Officials from the European Union said that Germany would pay.",
      expected: ["ORG European Union", "LOC Germany"]),
    Case(
      language: "fr",
      text: "Kimi K2 et Qwen 3 dépassent Gemini 2.5 Pro, alors que Llama 4 déçoit.",
      expected: ["PRODUCT Kimi K2", "PRODUCT Qwen 3", "PRODUCT Gemini 2.5 Pro", "PRODUCT Llama 4"]),
  ]

  @Test(arguments: cases) func `names are found with their kinds`(_ item: Case) {
    let found = recognize(item.text, item.language).map { "\($0.kind.rawValue) \($0.name)" }
    #expect(found == item.expected)
  }

  @Test func `quantities and acronyms of common nouns are no names`() {
    let names = recognize(
      "Le site de 5 GW servira l'IA ; le PDG vise un EBIT en hausse de 8 %.", "fr"
    ).map(\.name)
    #expect(names.isEmpty)
  }

  @Test(arguments: [
    ("fr", "Claude 4.5 d'Anthropic concurrence GPT-5, selon M. Wang."),
    ("en", "Mrs O’Neill-Duarte left São Paulo’s “Teatro” — then 🎭 flew to Łódź."),
  ]) func `mentions slice to the names they say`(_ language: String, _ text: String) {
    let bytes = Array(text.utf8)
    for entity in recognize(text, language) {
      #expect(!entity.mentions.isEmpty)
      for mention in entity.mentions {
        let slice = bytes[mention.range.bytes]
        #expect(String(validating: slice, as: UTF8.self) != nil)
        #expect(!slice.isEmpty)
      }
    }
  }
}

@Suite struct RobustnessTests {
  @Test(arguments: [
    "", " ", "\n\n", "\u{0}\u{0}A\u{0}", "\u{301}\u{301}", "🎭🎭 🎭", "«»«»", "A", "É", "l'", "((((",
    String(repeating: "A", count: 5000), String(repeating: "Paris ", count: 3000),
    String(repeating: "Dr. M. (", count: 500), String(repeating: "Saint-", count: 2000),
  ]) func `hostile text gives entities inside the text or none`(_ text: String) {
    for language in ["fr", "en"] {
      for entity in recognize(text, language) {
        for mention in entity.mentions {
          #expect(mention.range.start < mention.range.end)
          #expect(Int(mention.range.end) <= text.utf8.count)
        }
      }
    }
  }

  @Test func `tokens that do not fit the text are ignored`() {
    let tokens = [
      Token(range: TextRange(start: 50, end: 60)), Token(range: TextRange(start: 3, end: 3)),
    ]
    let entities = EntityRecognizer().entities(
      in: "Paris", language: "fr", sentences: [], tokens: tokens, blocks: [])
    #expect(entities.isEmpty)
  }

  @Test func `the same text gives the same entities`() {
    let text = """
      Le groupe Valmance (GV) a nommé Jeanne Tissot. M. Tissot père dirigeait l'entreprise. À Lyon, \
      Valmance emploie 300 personnes ; l'ONU et les Nations unies n'ont rien dit.
      """
    #expect(recognize(text, "fr") == recognize(text, "fr"))
  }
}
