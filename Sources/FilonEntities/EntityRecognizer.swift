public import FilonCore

/// Finds the named entities of a text: one ``FilonCore/Entity`` for each real one, with its
/// mentions.
public struct EntityRecognizer: Sendable {
  private let tagger: NameTagger?
  private let resources: FeatureExtractor.Resources
  private let userTables: Int
  /// Tables that give keys to the names found and play no part in finding them.
  private let catalogues: [EntityTable]

  /// A recogniser with the built-in model and tables, and the tables of the user.
  ///
  /// - Parameters:
  ///   - gazetteers: Names that are found wherever they stand.
  ///   - catalogues: Large tables, as ``WikidataCompiler`` makes them: they give keys and
  ///     identifiers to the names found, and find none.
  public init(gazetteers: [UserGazetteer] = [], catalogues: [UserGazetteer] = []) {
    self.init(
      gazetteers: gazetteers, catalogues: catalogues, model: NameTagger.standardModel)
  }

  /// A recogniser with a model of the user's own, as ``EntityTrainer`` makes it; nil when the bytes
  /// are not a model.
  public init?(gazetteers: [UserGazetteer] = [], model: [UInt8]) {
    guard let model = LinearChainModel(EmbeddedBytes(copying: model)) else { return nil }
    self.init(gazetteers: gazetteers, model: model)
  }

  init(
    gazetteers: [UserGazetteer], catalogues: [UserGazetteer] = [], model: LinearChainModel?,
    resources: FeatureExtractor.Resources = .standard
  ) {
    tagger = model.map(NameTagger.init)
    var resources = resources
    resources.tables = gazetteers.map(\.table) + resources.tables
    self.resources = resources
    userTables = gazetteers.count
    self.catalogues = catalogues.map(\.table)
  }

  /// The entities of a text, in the order of their first mentions.
  public func entities(
    in text: String, language: String, sentences: [Sentence], tokens: [Token], blocks: [Block]
  ) -> [Entity] {
    guard let tagger, !tokens.isEmpty else { return [] }
    let words = WordSequence(text: text, sentences: sentences, tokens: tokens)
    guard words.count > 0 else { return [] }
    let extractor = FeatureExtractor(words: words, language: language, resources: resources)
    let tables = resources.tables
    var names = tagger.names(extractor)
    names = NameRepair(extractor, tables: tables).repair(names)
    names = KnownNames(extractor, tables: tables, userTables: userTables).complete(names)
    names = NamePropagation.complete(names, extractor)
    return EntityResolver(
      extractor: extractor, text: text, language: language, tables: tables, catalogues: catalogues
    ).entities(names)
  }
}
