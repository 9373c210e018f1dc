import FilonCore
import FilonTerms
import Testing

@Suite struct SentenceTests {
  @Test(arguments: [
    ("Il part. Elle reste.", "Il part.|Elle reste."),
    ("« Je pars. », dit-il. Puis il sort.", "« Je pars. », dit-il.|Puis il sort."),
    ("« Tu viens ? » demande Paul. « Non ! »", "« Tu viens ? » demande Paul.|« Non ! »"),
    (
      "Selon M. Roy, c'est fait. Le Dr. Blanc confirme.",
      "Selon M. Roy, c'est fait.|Le Dr. Blanc confirme."
    ),
    ("Le taux est de 3.5 et 2,1. Il baisse.", "Le taux est de 3.5 et 2,1.|Il baisse."),
    ("Il hésite… Elle attend... puis rit.", "Il hésite…|Elle attend... puis rit."),
    ("Il cite (...) Marie. Fin.", "Il cite (...) Marie.|Fin."),
    ("Paul (qui riait.) Luc part.", "Paul (qui riait.)|Luc part."),
    (
      "Des pommes, des poires, etc. Les prix montent.",
      "Des pommes, des poires, etc.|Les prix montent."
    ),
    ("Un titre sans point\n\nUne phrase.", "Un titre sans point|Une phrase."),
    (
      "14h35 – Le vote commence.\n14h50 – Le vote finit.",
      "14h35 – Le vote commence.|14h50 – Le vote finit."
    ),
  ])
  func french(text: String, expected: String) {
    #expect(Analysis(text, .french).sentenceTexts.joined(separator: "|") == expected)
  }

  @Test(arguments: [
    ("He left. She stayed.", "He left.|She stayed."),
    ("Mr. Smith met Dr. Jones. They spoke.", "Mr. Smith met Dr. Jones.|They spoke."),
    ("He lives in the U.S. The law is new.", "He lives in the U.S.|The law is new."),
    ("The U.S. Senate voted at 5 p.m. on Monday.", "The U.S. Senate voted at 5 p.m. on Monday."),
    ("\"Stop!\" he said. \"Now.\"", "\"Stop!\" he said.|\"Now.\""),
    ("J. K. Rowling wrote it. Fans cheered.", "J. K. Rowling wrote it.|Fans cheered."),
    ("It rose 3.5%. That is a lot!", "It rose 3.5%.|That is a lot!"),
    ("Really?! Yes. “It works.” He smiled.", "Really?!|Yes.|“It works.”|He smiled."),
  ])
  func english(text: String, expected: String) {
    #expect(Analysis(text, .english).sentenceTexts.joined(separator: "|") == expected)
  }

  @Test func blocksAreNeverCrossed() {
    let text = "Un titre court Le texte commence. Il continue"
    let blocks = [
      Block(range: TextRange(0, 14), kind: .heading),
      Block(range: TextRange(15, 45), kind: .paragraph),
    ]
    let analysis = Analysis(text, .french, blocks: blocks)
    #expect(
      analysis.sentenceTexts == ["Un titre court", "Le texte commence.", "Il continue"])
  }
}
