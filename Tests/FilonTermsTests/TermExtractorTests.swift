import FilonCore
import FilonTerms
import Testing

@Suite struct TermExtractorTests {
  private func terms(_ text: String, _ language: AnalysisLanguage) -> [Term] {
    let analysis = Analysis(text, language)
    return TermExtractor().terms(
      text: text, tokens: analysis.tokens, sentences: analysis.sentences, language: language)
  }

  @Test func conceptIsSharedByBothLanguages() {
    let french = terms("Le taux de chômage baisse malgré le réchauffement climatique.", .french)
    let english = terms("The unemployment rate fell despite climate change.", .english)
    #expect(
      Set(french.compactMap(\.concept)) == [
        "economy.unemployment-rate", "climate.climate-change",
      ])
    #expect(Set(french.compactMap(\.concept)) == Set(english.compactMap(\.concept)))
  }

  @Test func variantsAreJoined() {
    let text = "Les énergies renouvelables progressent. Une énergie renouvelable coûte moins."
    let found = terms(text, .french).filter { $0.concept == "climate.renewable-energy" }
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.count == 2 })
    #expect(Set(found.map(\.lemma)).count == 1)
  }

  @Test func acronymJoinsItsFullForm() {
    let text =
      "La haute autorité des marchés publics (HAMP) enquête. Selon la HAMP, tout va bien."
    let found = terms(text, .french)
    let full = found.first {
      text.slice($0.range).hasPrefix("haute") || text.slice($0.range).hasPrefix("autorité")
    }
    let short = found.filter { text.slice($0.range) == "HAMP" }
    #expect(full != nil)
    #expect(short.last?.lemma == full?.lemma)
  }

  @Test func userLexiconPrevails() {
    var lexicon = ConceptLexicon.standard
    lexicon.add("mine.gizmo\tmachin bleu|machin\tblue gizmo")
    #expect(lexicon.concept(["machins", "bleus"], language: .french) == "mine.gizmo")
    #expect(lexicon.concept(["blue", "gizmos"], language: .english) == "mine.gizmo")
    #expect(lexicon.term("mine.gizmo", language: .french) == "machin bleu")
  }

  @Test(arguments: ["", "Oui.", "…", "(ABC) (ABC)", "de de de", "LLM (grand modèle)"])
  func spansAreSound(text: String) {
    for language in AnalysisLanguage.allCases {
      var end: UInt32 = 0
      for term in terms(text, language) {
        #expect(term.range.start >= end && term.range.start < term.range.end)
        #expect(Int(term.range.end) <= text.utf8.count)
        #expect(!term.lemma.isEmpty && term.count > 0)
        end = term.range.end
      }
    }
  }
}
