import FilonCore
import FilonTerms

extension ModelTraining {
  /// How much of one raw text is read for word clusters, in bytes.
  private static let textLimit = 12_000_000

  /// Lists whose words may be proper nouns, with the columns of names.
  private static let nameLists: [(list: String, columns: Set<String>)] = [
    ("firstnames-insee", ["name"]), ("surnames-insee", ["name"]),
    ("forenames-popular-cc0", ["romanized"]), ("surnames-popular-cc0", ["romanized"]),
    ("cldr-territories", ["en", "fr"]), ("cldr-cities", ["en", "fr"]),
    ("cldr-subdivisions", ["en", "fr"]),
  ]

  /// The taggers and parsers, from the treebanks of `ud`, the raw texts of `text` and name
  /// lists of `gazetteer`.
  ///
  /// - Parameters:
  ///   - lexicons: Dictionaries of forms, of which only those are kept that occur in the data: the
  ///     Lefff in its format `mlex`, and tables of English inflections (`.csv` or `.csv.gz`). Also
  ///     clusters and logarithms of the probabilities of English words, objects of JSON whose names
  ///     have `cluster` and `prob` in them, as spaCy has them.
  public func tagger(lexicons: [String]) throws -> [Model] {
    var models: [Model] = []
    for (code, language) in [("fr", AnalysisLanguage.french), ("en", .english)] {
      var tagger = TaggerTrainer(language: language)
      if language == .french {
        (tagger.epochs, tagger.margin, tagger.buckets) = (10, 12, 1 << 15)
      } else {
        (tagger.epochs, tagger.margin, tagger.buckets) = (12, 16, 1 << 16)
      }
      tagger.minimumCount = 1
      let treebanks = try data.files(matching: "ud/\(code)/train-*.conllu.gz").map {
        Treebank(conllu: try data.bytes($0))
      }
      let further = try data.files(matching: "ud/\(code)/extra-*.conllu.gz", isOptional: true).map {
        Treebank(conllu: try data.bytes($0))
      }
      for treebank in treebanks { tagger.add(treebank) }
      for treebank in further { tagger.add(treebank, isPrimary: false) }
      for lexicon in try data.files(matching: "ud/\(code)/*-lexicon.tsv.gz", isOptional: true) {
        tagger.add(lexicon: try data.text(lexicon))
      }
      let texts = try rawTexts(code)
      let vocabulary = lexicons.isEmpty ? [] : try vocabulary(texts)
      for path in lexicons where !path.contains(".json") {
        let isEnglish = path.hasSuffix(".csv") || path.hasSuffix(".csv.gz")
        if isEnglish, language == .english {
          tagger.add(inflections: try data.text(path), vocabulary: vocabulary)
        } else if !isEnglish, language == .french {
          tagger.add(lefff: try data.text(path), vocabulary: vocabulary)
        }
      }
      for (list, columns) in Self.nameLists where language == .english {
        for path in try data.files(matching: "gazetteer/\(list).tsv.gz", isOptional: true) {
          tagger.add(names: try data.cells(path, columns: columns))
        }
      }
      for path in lexicons where path.contains(".json") && language == .english {
        try addDistribution(path, to: &tagger)
      }
      tagger.add(texts: texts)
      models.append(("tagger-\(code).bin", tagger.train()))
      var parser = ParserTrainer(tagger: tagger)
      parser.epochs = language == .french ? 16 : 8
      for treebank in treebanks + further { parser.add(treebank) }
      models.append(("parser-\(code).bin", parser.train()))
    }
    return models
  }

  /// Adds what a JSON object of words and numbers tells, by its name.
  private func addDistribution(_ path: String, to tagger: inout TaggerTrainer) throws {
    var reader = JSONReader(try data.bytes(path))
    var table: [(form: String, value: Double)] = []
    try reader.readObject { (reader, key) throws(JSONError) in
      table.append((try reader.text(of: key), try reader.readDouble()))
    }
    if path.contains("cluster") {
      tagger.add(clusters: table.map { ($0.form, UInt16(truncatingIfNeeded: Int($0.value))) })
    } else {
      tagger.add(logarithms: table.map { ($0.form, Float($0.value)) })
    }
  }

  private func rawTexts(_ code: String) throws -> [String] {
    try data.files(matching: "text/\(code)/*.jsonl.gz").flatMap { path in
      var left = Self.textLimit
      return try data.texts(path, field: "text").prefix { text in
        left -= text.utf8.count
        return left > 0
      }
    }
  }

  /// The words of the raw and the parallel texts, as they stand and in lower case.
  private func vocabulary(_ texts: [String]) throws -> Set<String> {
    var words: Set<String> = []
    let parallel = try data.files(matching: "parallel/*.tsv.gz", isOptional: true).map {
      try data.text($0)
    }
    for text in texts + parallel {
      for word in text.split(whereSeparator: { !$0.isLetter && $0 != "-" }) {
        words.insert(String(word))
        words.insert(word.lowercased())
      }
    }
    return words
  }

  /// The table of word translations, from the pairs of `parallel` that may be redistributed.
  public func lexicon() throws -> [Model] {
    var trainer = BilingualLexiconSource(data)
    return [("bilingual-lexicon.tsv", Array(try trainer.train().utf8))]
  }
}
