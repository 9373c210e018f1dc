import FilonCore

/// How the files of the data folder are used: which are examples, lists and raw text, and how much
/// they count.
struct TrainingRecipe: Sendable {
  /// A set of annotated examples.
  struct Examples: Sendable {
    let path: String
    let language: String
    /// Whether names that are unmarked may be of the kinds that the set leaves out; otherwise what
    /// is unmarked is no name.
    let isPartial: Bool
    let weight: Float
    /// Sentences of a two-column file that make one document.
    let sentences: Int
  }

  /// A list of names: the columns that hold them, by name, and what they are.
  struct List: Sendable {
    let path: String
    let columns: [String]
    let category: NameListCompiler.Category
  }

  static let examples = [
    Examples(
      path: "ner/fr/fr_winer-train.jsonl", language: "fr", isPartial: true, weight: 1, sentences: 0),
    Examples(
      path: "ner/en/train-uner-ewt.bio", language: "en", isPartial: true, weight: 1, sentences: 15),
    Examples(
      path: "ner/en/train-gum.bio", language: "en", isPartial: false, weight: 1, sentences: 15),
    Examples(
      path: "ner/en/extra-btc-tweets.bio", language: "en", isPartial: true, weight: 0.3,
      sentences: 1),
    Examples(
      path: "ner/en/extra-wnut17-tweets.bio", language: "en", isPartial: false, weight: 0.15,
      sentences: 1),
    Examples(
      path: "ner/fr/train-newseye-fr.bio", language: "fr", isPartial: true, weight: 0.1,
      sentences: 15),
    Examples(
      path: "ner/fr/train-europeana-fr.bio", language: "fr", isPartial: true, weight: 0.05,
      sentences: 15),
  ]

  /// How much a paragraph with inline annotation counts.
  static let inlineWeight: Float = 2

  static let lists = [
    List(path: "gazetteer/world-cities.tsv", columns: ["name"], category: .city),
    List(path: "gazetteer/cldr-cities.tsv", columns: ["en", "fr"], category: .city),
    List(
      path: "gazetteer/cldr-subdivisions.tsv", columns: ["en", "fr", "en_alt", "fr_alt"],
      category: .region),
    List(
      path: "gazetteer/cldr-territories.tsv", columns: ["en", "fr", "en_alt", "fr_alt"],
      category: .country),
    List(
      path: "gazetteer/country-official-names.tsv", columns: ["official_en", "official_fr"],
      category: .country),
    List(path: "gazetteer/firstnames-insee.tsv", columns: ["name"], category: .forename),
    List(
      path: "gazetteer/forenames-popular-cc0.tsv", columns: ["localized", "romanized"],
      category: .forename),
    List(path: "gazetteer/surnames-insee.tsv", columns: ["name"], category: .surname),
    List(
      path: "gazetteer/surnames-popular-cc0.tsv", columns: ["localized", "romanized"],
      category: .surname),
    List(path: "gazetteer/us-politicians.tsv", columns: ["full"], category: .fullName),
    List(path: "gazetteer/us-politicians.tsv", columns: ["last"], category: .surname),
    List(path: "gazetteer/us-politicians.tsv", columns: ["first"], category: .forename),
    List(path: "gazetteer/companies-sp500.tsv", columns: ["name"], category: .company),
    List(path: "gazetteer/companies-nasdaq.tsv", columns: ["Company Name"], category: .company),
  ]

  /// Folders of raw text, JSON Lines with `text`; the last component of the path is the language.
  static let texts = ["text/fr", "text/en"]
  /// Folder of parallel text, French and English in the first two columns.
  static let parallel = "parallel"
}
