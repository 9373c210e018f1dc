import CFilonTermsData
import FilonCore

/// The tagger and lemmatiser of one language: weights, lexicon, lemma edits and rules.
struct TaggerModel: Sendable {
  /// Section numbers of the model file.
  enum Section {
    static let weights: UInt32 = 1
    static let lexicon: UInt32 = 2
    static let edits: UInt32 = 3
    static let suffixes: UInt32 = 4
  }

  let weights: WeightTable
  let lexicon: FormLexicon
  let edits: LemmaEditTable
  let suffixes: SuffixRules

  /// A model from its file; nil when the bytes are none.
  init?(_ bytes: EmbeddedBytes) {
    guard let file = ModelFile(bytes) else { return nil }
    self.init(file)
  }

  private init(_ file: ModelFile) {
    weights = WeightTable(file.section(Section.weights))
    lexicon = FormLexicon(file.section(Section.lexicon))
    edits = LemmaEditTable(file.section(Section.edits))
    suffixes = SuffixRules(file.section(Section.suffixes))
  }

  /// The model of a language that is built in; an empty one when it is damaged.
  static func of(_ language: AnalysisLanguage) -> TaggerModel? {
    language == .french ? french : english
  }

  private static let french = TaggerModel(
    EmbeddedBytes(filon_terms_tagger_fr_bytes(), count: filon_terms_tagger_fr_size()))
  private static let english = TaggerModel(
    EmbeddedBytes(filon_terms_tagger_en_bytes(), count: filon_terms_tagger_en_size()))
}
