import CFilonTermsData
import FilonCore

/// The parser of one language: weights of transitions and of relations.
struct ParserModel: Sendable {
  /// Section numbers of the model file.
  enum Section {
    static let transitions: UInt32 = 11
    static let relations: UInt32 = 12
  }

  let transitions: HashedRows
  let relations: HashedRows

  /// A model from its file; nil when the bytes are none.
  init?(_ bytes: EmbeddedBytes) {
    guard let file = ModelFile(bytes) else { return nil }
    transitions = HashedRows(file.section(Section.transitions), classes: 4)
    relations = HashedRows(
      file.section(Section.relations), classes: DependencyRelation.allCases.count)
    guard !transitions.isEmpty, !relations.isEmpty else { return nil }
  }

  /// The model of a language that is built in; nil when it is damaged.
  static func of(_ language: AnalysisLanguage) -> ParserModel? {
    language == .french ? french : english
  }

  private static let french = ParserModel(
    EmbeddedBytes(filon_terms_parser_fr_bytes(), count: filon_terms_parser_fr_size()))
  private static let english = ParserModel(
    EmbeddedBytes(filon_terms_parser_en_bytes(), count: filon_terms_parser_en_size()))
}
