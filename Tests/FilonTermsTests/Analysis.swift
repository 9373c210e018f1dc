import FilonCore
import FilonTerms

/// What the tests look at in an analysed text.
struct Analysis {
  let text: String
  let sentences: [Sentence]
  let tokens: [Token]

  init(_ text: String, _ language: AnalysisLanguage, blocks: [Block] = [], parse: Bool = false) {
    self.text = text
    var analyzer = TextAnalyzer()
    (sentences, tokens) = analyzer.analyze(
      text, blocks: blocks, language: language, parse: parse)
  }

  /// Word forms, multiword tokens in their parts.
  var forms: [String] {
    let forms = MultiwordForms()
    return tokens.indices.map { forms.form($0, of: tokens, in: text) }
  }

  var sentenceTexts: [String] { sentences.map { String(text.slice($0.range)) } }

  func token(_ form: String) -> Token? {
    zip(forms, tokens).first { $0.0 == form }?.1
  }
}
