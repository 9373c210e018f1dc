import ArgumentParser
import Filon
import FilonIO
import FilonPipeline

/// `filon train`
struct TrainCommand: ParsableCommand {
  /// The models that can be trained.
  enum Target: String, ExpressibleByArgument, CaseIterable {
    case language, tagger, entities, claims, checkworthiness, lexicon
  }

  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train the models that come with Filon; the same data give the same bytes.",
    discussion: """
      The data folder has a folder a kind: lid, text, ud, ner, gazetteer, claims. The model cards \
      beside the models say which files were used, with their licences.

      EXAMPLES
        filon train language DATA -o Sources/CFilonLanguageData/data
        filon train tagger DATA --with lefff-3.4.mlex --with lemma_lu.csv.gz \\
          --with en_lexeme_cluster.json.gz --with en_lexeme_prob.json.gz \\
          -o Sources/CFilonTermsData/data
        filon train entities DATA --with corpora/names -o Sources/CFilonEntitiesData/data
        filon train claims DATA --with polnear/train.jsonl.gz \\
          --with corpora/news/gold.jsonl --with corpora/claims/gold.jsonl \\
          -o Sources/CFilonClaimsData/data
        filon train checkworthiness DATA --with ct19_debates.dev.jsonl \\
          -o Sources/CFilonClaimsData/data
      """)

  @Argument(help: "What to train: language, tagger, entities, claims, checkworthiness, lexicon.")
  var target: Target

  @Argument(help: "The data folder.")
  var data: String

  @Option(name: [.short, .customLong("output")], help: "The folder for the models.")
  var output = "."

  @Option(
    help: """
      A further file or folder: annotated texts for claims, dictionaries (Lefff, LemmInflect) and \
      tables of words (spaCy) for tagger, annotated texts and lists of names for entities; may be given again.
      """)
  var with: [String] = []

  func run() throws {
    let training = ModelTraining(try TrainingFolder(data))
    let models =
      switch target {
      case .language: try training.language()
      case .tagger: try training.tagger(lexicons: with)
      case .entities: try training.entities(further: with)
      case .lexicon: try training.lexicon()
      case .claims: try training.claims(further: with)
      case .checkworthiness: try training.checkworthiness(with)
      }
    for model in models {
      let file = try OutputFile(path: output + "/" + model.file, compression: Compression.none)
      try file.write(model.bytes)
      try file.commit()
      StandardError.write("filon: \(output)/\(model.file), \(model.bytes.count) bytes\n")
    }
  }
}
