import FilonCore
import FilonEntities
import FilonIO
import FilonTerms

extension ModelTraining {
  /// The names, word clusters and model of the entity recogniser, from `ner`, `gazetteer`, `text`
  /// and `parallel` of the data folder and from further files.
  ///
  /// - Parameters:
  ///   - further: Files, or folders of files, named after what they hold: `fr.txt` and `en.txt`
  ///     paragraphs with inline annotation (see `InlineAnnotationReader`); `forename.txt`,
  ///     `surname.txt`, `city.txt` and so on, a name a line (see `NameListCompiler.Category`).
  ///     Others are left alone.
  public func entities(further: [String] = []) throws -> [Model] {
    var gathered = EntityTrainingData()
    for path in try data.files() {
      let name = String(path.dropFirst(data.path.count + 1).dropLast(3))
      try gathered.add(path: name, contents: try data.bytes(path))
    }
    for path in try further.flatMap(Self.files) {
      let stem = Self.stem(path)
      if stem == "fr" || stem == "en" {
        do {
          try gathered.add(annotated: try data.bytes(path), language: stem)
        } catch let failure as InlineAnnotationReader.Failure {
          throw ModelTrainingFailure(path: path, problem: failure.description)
        }
      } else if let category = NameListCompiler.Category(rawValue: stem) {
        gathered.add(names: try data.bytes(path), category)
      }
    }
    return EntityTrainer.train(gathered) { text, language in
      var analyzer = TextAnalyzer()
      return analyzer.analyze(
        text, blocks: [], language: AnalysisLanguage(code: language), parse: false)
    }
  }

  /// The text files of a folder in bytewise order, or the file itself.
  private static func files(_ path: String) throws(IOFailure) -> [String] {
    guard !path.hasSuffix(".txt") else { return [path] }
    let discovery = InputDiscovery([(path.hasSuffix("/") ? path : path + "/") + "*.txt"])
    if let failure = discovery.failures.first { throw failure }
    return discovery.files.compactMap(\.path).sorted {
      Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
    }
  }
}
